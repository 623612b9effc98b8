import { done, refuse, type AnswerTo } from '../../../../cloudfunctions/shared/contract/answered';
import type { standingsGet } from '../../../../cloudfunctions/shared/contract/counting';
import { voterContract } from '../../../../cloudfunctions/shared/contract/voter';
import type { Answer } from '../../../../cloudfunctions/shared/usecases/team/member';
import type { Failure } from '../../../../miniprogram/services/cloud';
import { castFailureText } from '../../../../miniprogram/text/errors';
import { checkReply } from '../../../../scripts/start/check-reply';

// Each `@ts-expect-error` is a test: `tsc -p tests` fails as soon as the line below it compiles.

describe('a refusal', () => {
  it('carries the details of its code, no others and none too few', () => {
    expect(refuse('LIMIT_REACHED', '', { what: 'polls', most: 20 }).error.details.most).toBe(20);
    expect(refuse('NOT_PUBLISHED', '').error).not.toHaveProperty('details');
    // @ts-expect-error: the code needs details
    refuse('LIMIT_REACHED', '');
    // @ts-expect-error: a detail is missing
    refuse('LIMIT_REACHED', '', { what: 'polls' });
    // @ts-expect-error: of another kind
    refuse('LIMIT_REACHED', '', { what: 'polls', most: '20' });
    // @ts-expect-error: not of this code
    refuse('LIMIT_REACHED', '', { what: 'polls', most: 20, nextAt: 0 });
    // @ts-expect-error: the code says all
    refuse('NOT_PUBLISHED', '', { field: 'pollId' });
    // @ts-expect-error: no such code
    refuse('POLL_MISSING', '');
  });

  it('is one that the procedure lists, else the use case does not compile', async () => {
    const listed = (): AnswerTo<typeof standingsGet> => refuse('POLL_NOT_FOUND', '', { field: 'pollId' });
    // @ts-expect-error: standings.get lists no LAST_OWNER
    const foreign = (): AnswerTo<typeof standingsGet> => refuse('LAST_OWNER', '');
    const leave = (): Answer<'team.leave'> => Promise.resolve(refuse('LAST_OWNER', ''));
    // @ts-expect-error: team.leave lists no COUNTS_HIDDEN
    const hidden = (): Answer<'team.leave'> => Promise.resolve(refuse('COUNTS_HIDDEN', '', { nextAt: null }));
    // @ts-expect-error: team.setRole answers nothing of the kind
    const wrong = (): AnswerTo<typeof standingsGet> => done({ members: 3 });
    for (const answer of [listed(), foreign(), wrong()]) expect(answer).toHaveProperty('ok');
    for (const answer of await Promise.all([leave(), hidden()])) expect(answer.ok).toBe(false);
  });

  it('is read by the page without a guess', () => {
    const failure: Failure = refuse('ALREADY_VOTED', '', { period: 'once', nextAt: null }).error;
    expect(castFailureText(failure, 0).title).toBe('您的一票已经投过');
    const read = (each: Failure): number | null | undefined => {
      // @ts-expect-error: not every code has it
      expect(each.details?.nextAt).toBeNull();
      return each.code === 'ALREADY_VOTED' ? each.details.nextAt : undefined;
    };
    expect(read(failure)).toBeNull();
  });
});

describe('a test’s client', () => {
  const procedure = voterContract['standings.get'];
  const check = (reply: object): void => checkReply('standings.get', procedure, reply as never);

  it('takes what the contract says', () => {
    check({ ...refuse('POLL_NOT_FOUND', '', { field: 'pollId' }), now: 0 });
    check({ ...refuse('BUSY', '', { requestId: '7' }), now: 0 });
  });

  it('throws at a code that the procedure does not list', () => {
    expect(() => check({ ...refuse('LAST_OWNER', ''), now: 0 })).toThrow('LAST_OWNER');
  });

  it('throws at an output outside the schema, and at what is no reply', () => {
    expect(() => check({ ok: true, data: { hidden: 'yes' }, now: 0 })).toThrow('contract does not say');
    expect(() => check({ statusCode: 200 })).toThrow('no reply');
  });
});
