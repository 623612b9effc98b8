import fc from 'fast-check';
import { checkChoices } from '../../../cloudfunctions/shared/domain/voting/choices';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { readAll } from '../../support/read-all';
import { invoke, VoterClient } from '../../support/voter-client';

let cloud: TestCloud;
const pollId = 'badinput';
beforeAll(async () => {
  cloud = await startTestCloud();
  await publishPoll(cloud.url, {
    id: pollId,
    rules: { choices: { min: 2, max: 3 } },
    withdrawn: ['c5'],
  });
});
afterAll(() => cloud.close());

const ask = (event: unknown, headers: Record<string, string> = { 'x-wx-openid': 'oHostile' }): Promise<unknown> =>
  invoke(cloud.url, 'voter', event, headers);
const cast = (input: object): object => ({
  procedure: 'ballot.cast',
  input: { pollId, choices: ['c1', 'c2'], castId: 'cast-00000001', ...input },
});

afterEach(async () => {
  expect(await readAll(cloud.url, 'ballots')).toEqual([]);
});

test('what the platform adds to an event is left aside, whatever it is called', async () => {
  const own = { openId: 'oHostile', appId: 'wx1' };
  const added = {
    userInfo: own,
    tcbContext: { a: 1 },
    _traceId: 'x',
    wxContext: { OPENID: 'oHostile' },
    Type: 'event',
  };
  const reply = await ask({ procedure: 'poll.get', input: { pollId }, ...added });
  expect(reply).toMatchObject({ ok: true, data: { poll: { id: pollId } } });
});

describe('bad input is refused with the field named and nothing written', () => {
  it.each([
    ['no event', null, 'INVALID_INPUT', 'event'],
    ['a list', [], 'INVALID_INPUT', 'event'],
    ['no procedure', {}, 'INVALID_INPUT', 'procedure'],
    ['an unknown procedure', { procedure: 'ballot.stuff' }, 'UNKNOWN_PROCEDURE', 'procedure'],
    ['an object’s own member', { procedure: 'constructor' }, 'UNKNOWN_PROCEDURE', 'procedure'],
    ['no input', { procedure: 'ballot.cast' }, 'INVALID_INPUT', 'pollId'],
    ['nothing for an input', { procedure: 'ballot.cast', input: null }, 'INVALID_INPUT', 'input'],
    ['a list for an input', { procedure: 'ballot.cast', input: [] }, 'INVALID_INPUT', 'input'],
    ['an identity in the event', { ...cast({}), openid: 'oSomebodyElse' }, 'INVALID_INPUT', 'openid'],
    ['an identity in the input', cast({ openid: 'oSomebodyElse' }), 'INVALID_INPUT', 'openid'],
    ['a forged userInfo', { ...cast({}), userInfo: { openId: 'oSomebodyElse' } }, 'INVALID_INPUT', 'userInfo.openId'],
    [
      'an identity within what looks like the platform’s',
      { ...cast({}), wx: { a: [{ OPENID: 'oX' }] } },
      'INVALID_INPUT',
      'wx.a.0.OPENID',
    ],
    ['an identity as another object', { ...cast({}), open_id: { $ne: '' } }, 'INVALID_INPUT', 'open_id'],
    ['an operator for a poll', cast({ pollId: { $ne: null } }), 'INVALID_INPUT', 'pollId'],
    ['an operator for a choice', cast({ choices: ['c1', { $gt: '' }] }), 'INVALID_INPUT', 'choices.1'],
    ['an operator for a castId', cast({ castId: { $exists: true } }), 'INVALID_INPUT', 'castId'],
    ['a number for choices', cast({ choices: 3 }), 'INVALID_INPUT', 'choices'],
    ['a castId too short', cast({ castId: 'short' }), 'INVALID_INPUT', 'castId'],
    ['a castId too long', cast({ castId: 'x'.repeat(65) }), 'INVALID_INPUT', 'castId'],
    ['a castId with other characters', cast({ castId: 'cast 0001!' }), 'INVALID_INPUT', 'castId'],
    ['no castId', cast({ castId: undefined }), 'INVALID_INPUT', 'castId'],
    ['the zeroth ballot', cast({ nth: 0 }), 'INVALID_INPUT', 'nth'],
    ['half a ballot', cast({ nth: 1.5 }), 'INVALID_INPUT', 'nth'],
    ['a day for a poll without days', cast({ period: '2026-11-23' }), 'INVALID_INPUT', 'period'],
    ['no day at all', cast({ period: 'today' }), 'INVALID_INPUT', 'period'],
    ['a poll that is not there', cast({ pollId: 'nowhere' }), 'POLL_NOT_FOUND', 'pollId'],
    ['an id no poll can have', cast({ pollId: 'longer-than-any-poll-id' }), 'POLL_NOT_FOUND', 'pollId'],
    ['a foreign candidate', cast({ choices: ['c1', 'c99'] }), 'CANDIDATE_NOT_FOUND', 'choices.1'],
    ['a withdrawn candidate', cast({ choices: ['c1', 'c5'] }), 'CANDIDATE_WITHDRAWN', 'choices.1'],
    ['the same candidate twice', cast({ choices: ['c1', 'c1'] }), 'INVALID_INPUT', 'choices.1'],
    ['no choice', cast({ choices: [] }), 'CHOICES_OUT_OF_RANGE', 'choices'],
    ['too few choices', cast({ choices: ['c1'] }), 'CHOICES_OUT_OF_RANGE', 'choices'],
    ['too many choices', cast({ choices: ['c1', 'c2', 'c3', 'c4'] }), 'CHOICES_OUT_OF_RANGE', 'choices'],
    [
      'a cursor of its own making',
      { procedure: 'poll.list', input: { cursor: '{"$gt":""}' } },
      'INVALID_INPUT',
      'cursor',
    ],
    ['a search of operators', { procedure: 'poll.list', input: { query: { $regex: '.*' } } }, 'INVALID_INPUT', 'query'],
    [
      'a candidate that is not there',
      { procedure: 'candidate.get', input: { pollId: 'x', candidateId: 'y' } },
      'POLL_NOT_FOUND',
      'pollId',
    ],
  ])('%s', async (_, event, code, field) => {
    expect(await ask(event)).toMatchObject({ ok: false, error: { code, details: { field } }, now: expect.any(Number) });
  });

  it.each(['draft', 'withdrawn'] as const)('a %s poll is as good as none', async (status) => {
    const hidden = await publishPoll(cloud.url, { status });
    const voter = new VoterClient(cloud.url, 'oHostile');
    for (const procedure of ['poll.get', 'ballot.mine', 'standings.get'] as const) {
      expect(await voter.ask(procedure, { pollId: hidden })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
    }
    expect(await voter.cast(hidden, ['c1', 'c2'])).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
  });
});

describe('whoever is not a person in WeChat’s client is refused', () => {
  it.each([
    'wx_http',
    'wx_trigger',
    'scf',
    'wx_devtools',
    'wx_unknown',
    'wx_client,scf',
    'scf,wx_client',
    'wx_client,wx_client',
  ])('source %p', async (source) => {
    const reply = await ask(cast({}), { 'x-wx-openid': 'oHostile', 'x-wx-source': source });
    expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_SOURCE' } });
  });

  it('no identity', async () => {
    expect(await ask(cast({}), {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN_SOURCE' } });
  });
});

describe('random choices', () => {
  it('are taken exactly when the rules take them', async () => {
    const known = new Map(['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => [id, { id, withdrawn: id === 'c5' }]));
    const rules = { period: 'once' as const, ballotsPerPeriod: 1, choices: { min: 2, max: 3 } };
    let person = 0;
    const taken: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6'), { maxLength: 5 }),
        async (choices) => {
          const voter = new VoterClient(cloud.url, `oRandom${(person += 1)}`);
          const refusal = checkChoices(rules, known, choices);
          const reply = await voter.cast(pollId, choices);
          expect(reply.ok ? null : reply.error.code).toBe(refusal?.code ?? null);
          if (reply.ok) taken.push([...choices].sort().join());
        },
      ),
      { numRuns: 60 },
    );
    const stored = await readAll<{ _id: string; choices: string[] }>(cloud.url, 'ballots');
    expect(stored.map(({ choices }) => choices.join()).sort()).toEqual(taken.sort());
    await cloud.emptyCollection('ballots');
  });
});
