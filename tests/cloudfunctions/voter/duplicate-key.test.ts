import { randomUUID } from 'node:crypto';
import type { Verdict } from '../../../scripts/local-cloud/database-hook';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { OrganiserClient, readyPoll } from '../../support/organiser-client';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

let cloud: TestCloud;
let stop: () => void = () => undefined;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => stop());

let serial = 0;
const newVoter = (): VoterClient => new VoterClient(cloud.url, `oTwice${(serial += 1)}`);

interface Refusal {
  code: string;
  message: string;
}

/** How a duplicate key may come back: as field records saw it, as it is documented, and as nobody has told yet. */
const forms: [string, Refusal][] = [
  [
    'E11000',
    {
      code: 'DATABASE_REQUEST_FAILED',
      message: 'E11000 duplicate key error collection: a index: _id_ dup key: { : "x" }',
    },
  ],
  ['DATABASE_DUPLICATE_WRITE', { code: 'DATABASE_DUPLICATE_WRITE', message: '唯一索引冲突' }],
  ['a request that failed', { code: 'DATABASE_REQUEST_FAILED', message: '写入失败，请检查数据' }],
  ['a code of tomorrow', { code: 'SOME_NEW_CODE', message: 'the write was not accepted' }],
];

/** From now on the database tells of a duplicate key in this form. */
function tellDuplicatesAs(refuse: Refusal): void {
  stop = cloud.onDatabaseCall({
    after: ({ action }, answer): Verdict => {
      const isDuplicate = action === 'database.insertDocument' && JSON.stringify(answer).includes('E11000');
      return isDuplicate ? { refuse } : undefined;
    },
  });
}

/** From now on inserts of the voter function are refused before they are carried out. */
function refuseInserts(refuse: Refusal): void {
  stop = cloud.onDatabaseCall({
    before: ({ action, functionName }): Verdict =>
      functionName === 'voter' && action === 'database.insertDocument' ? { refuse } : undefined,
  });
}

describe.each(forms)('where the database tells of a duplicate key by %s', (_, form) => {
  it('a second ballot is refused as one, and a retry gets the receipt of the first', async () => {
    const pollId = await publishPoll(cloud.url);
    tellDuplicatesAs(form);
    const voter = newVoter();
    const castId = randomUUID();
    const first = await voter.cast(pollId, ['c1'], { castId });
    expect(first.ok).toBe(true);
    const retried = await voter.cast(pollId, ['c1'], { castId });
    expect(retried).toMatchObject({ ok: true, data: first.ok ? first.data : {} });
    expect(await voter.cast(pollId, ['c2'])).toMatchObject({ error: { code: 'ALREADY_VOTED' } });
    expect((await voter.get('ballot.mine', { pollId })).ballots).toMatchObject([{ choices: ['c1'] }]);
  });

  it('a cap is held, whose key is another than the document’s own', async () => {
    const pollId = await publishPoll(cloud.url, {
      rules: { choices: { min: 1, max: 1 }, ballotsPerPeriod: 3, perCandidate: 1 },
    });
    tellDuplicatesAs(form);
    const voter = newVoter();
    const castId = randomUUID();
    expect((await voter.cast(pollId, ['c1'], { castId, nth: 1 })).ok).toBe(true);
    // Its place is free, and only the mark stands against it.
    expect(await voter.cast(pollId, ['c1'], { nth: 2 })).toMatchObject({ error: { code: 'ALREADY_VOTED_FOR' } });
    expect((await voter.cast(pollId, ['c2'], { nth: 1 })).ok).toBe(true);
  });

  it('wishes that are repeated find what they made', async () => {
    tellDuplicatesAs(form);
    const owner = new OrganiserClient(cloud.url, `oTwiceOwner${(serial += 1)}`);
    const wish = { requestId: randomUUID(), template: 'small', title: '重复的一次', myName: '李' } as const;
    const made = await owner.get('poll.create', wish);
    expect((await owner.get('poll.create', wish)).poll.id).toBe(made.poll.id);
    const pollId = await readyPoll(owner, { secondPerson: true });
    const candidate = { pollId, requestId: randomUUID(), candidate: { name: '第三项' } };
    const added = await owner.get('candidate.add', candidate);
    expect((await owner.get('candidate.add', candidate)).candidate.id).toBe(added.candidate.id);
    await owner.invite(pollId, `oTwiceColleague${serial}`, 'owner');
    const act = { kind: 'publish' } as const;
    const propose = () => owner.get('act.propose', { pollId, act });
    const [one, other] = await Promise.all([propose(), propose()]);
    expect(one.act.id).toBe(other.act.id);
    expect(await readAll(cloud.url, 'proposals', { pollId })).toHaveLength(1);
  });
});

describe('a refusal that is none for a duplicate key', () => {
  it.each([
    ['capacity', { code: 'DATABASE_REQUEST_FAILED', message: '[LimitExceeded] 请求次数超过限制' }],
    ['an exhausted plan', { code: 'EXCEED_REQUEST_LIMIT', message: '资源用量已超出套餐' }],
  ])('for %s stays BUSY, and nothing is cast', async (_, form) => {
    const pollId = await publishPoll(cloud.url);
    const voter = newVoter();
    refuseInserts(form);
    expect(await voter.cast(pollId, ['c1'])).toMatchObject({ error: { code: 'BUSY' } });
    expect((await voter.get('ballot.mine', { pollId })).ballots).toEqual([]);
    stop();
    expect((await voter.cast(pollId, ['c1'])).ok).toBe(true);
  });

  it('where looking fails too is BUSY, never "voted"', async () => {
    const pollId = await publishPoll(cloud.url);
    const voter = newVoter();
    expect((await voter.cast(pollId, ['c1'])).ok).toBe(true);
    const refuse = { code: 'DATABASE_REQUEST_FAILED', message: '繁忙' };
    stop = cloud.onDatabaseCall({ before: ({ collection }) => (collection === 'ballots' ? { refuse } : undefined) });
    expect(await voter.cast(pollId, ['c2'])).toMatchObject({ error: { code: 'BUSY' } });
  });
});
