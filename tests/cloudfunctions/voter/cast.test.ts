import { createHash, createPublicKey, createPrivateKey, verify } from 'node:crypto';
import { receiptText } from '../../../cloudfunctions/shared/universal/ledger/receipt/receipt-text';
import type { BallotRules } from '../../../cloudfunctions/shared/universal/poll';
import { noon } from '../../support/noon';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { publishPoll, type PollShape } from '../../../scripts/trial/publish-poll';
import { readAll } from '../../support/read-all';
import { VoterClient } from '../../support/voter-client';

const minute = 60_000;
const day = 24 * 60 * minute;
let cloud: TestCloud;
let person = 0;
const publish = (shape?: PollShape): Promise<string> => publishPoll(cloud.url, shape);
const someone = (): VoterClient => new VoterClient(cloud.url, `oSomeone${(person += 1)}`);
const ballotsOf = (pollId: string): Promise<{ _id: string; choices: string[] }[]> =>
  readAll(cloud.url, 'ballots', { period: 'once' }).then((all) =>
    (all as { _id: string; choices: string[] }[]).filter(({ _id }) => _id.startsWith(`${pollId}:`)),
  );
const choose = (min: number, max: number, more: Partial<BallotRules> = {}): Partial<BallotRules> => ({
  choices: { min, max },
  ...more,
});

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

describe('a ballot', () => {
  it('is stored without the voter’s identity and answered with a receipt anyone can check', async () => {
    const pollId = await publish({ rules: choose(1, 3) });
    const voter = someone();
    const reply = await voter.cast(pollId, ['c3', 'c1']);
    if (!reply.ok) throw new Error(reply.error.message);
    const { receipt } = reply.data;

    const [ballot] = await readAll<{ _id: string; choices: string[] }>(cloud.url, 'ballots', { choices: ['c1', 'c3'] });
    expect(JSON.stringify(ballot)).not.toContain(voter.openid);
    const tag = ballot?._id.split(':')[1];
    const entry = JSON.stringify({ v: 1, kind: 'ballot', tag, period: 'once', choices: ['c1', 'c3'] });
    expect(receipt.leafHash).toBe(createHash('sha256').update(`\0${entry}`).digest('hex'));
    expect(receipt).toMatchObject({ pollId, period: 'once', nth: 1 });
    const privateKey = { key: Buffer.from(cloud.keys.RECEIPT_KEY, 'base64'), format: 'der', type: 'pkcs8' } as const;
    const publicKey = createPublicKey(createPrivateKey(privateKey));
    const signature = Buffer.from(receipt.signature, 'base64');
    expect(verify(null, Buffer.from(receiptText(receipt)), publicKey, signature)).toBe(true);
  });

  it('is the only one of its period', async () => {
    const pollId = await publish();
    const voter = someone();
    await voter.cast(pollId, ['c1']);
    expect(await voter.cast(pollId, ['c2'])).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_VOTED', details: { nextAt: null } },
    });
    expect(await ballotsOf(pollId)).toHaveLength(1);
  });

  it('sent again with its castId is the same ballot with the same receipt, whatever else has changed', async () => {
    const pollId = await publish();
    const voter = someone();
    const first = await voter.cast(pollId, ['c1'], { castId: 'cast-0001' });
    const again = await voter.cast(pollId, ['c2'], { castId: 'cast-0001', nth: 1, period: 'once' });
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.data).toEqual(first.data);
    expect(await ballotsOf(pollId)).toMatchObject([{ choices: ['c1'] }]);
  });

  it('of somebody else with the same castId is a ballot of its own', async () => {
    const pollId = await publish();
    const first = await someone().cast(pollId, ['c1'], { castId: 'cast-0002' });
    const second = await someone().cast(pollId, ['c1'], { castId: 'cast-0002' });
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.data.receipt.leafHash).not.toBe(first.data.receipt.leafHash);
  });

  it('of several a day takes the next free place when the page’s place is taken', async () => {
    const pollId = await publish({ rules: choose(1, 1, { ballotsPerPeriod: 3 }) });
    const voter = someone();
    const replies = [];
    for (const nth of [1, 1, 3, 3]) replies.push(await voter.cast(pollId, ['c1'], { nth }));
    expect(replies.map((reply) => (reply.ok ? reply.data.receipt.nth : reply.error.code))).toEqual([
      1,
      2,
      3,
      'NO_BALLOT_LEFT',
    ]);
  });

  it('for a candidate beyond the cap is refused, for another it is not', async () => {
    const pollId = await publish({ rules: choose(1, 1, { ballotsPerPeriod: 4, perCandidate: 2 }) });
    const voter = someone();
    const replies = [];
    for (const choice of ['c1', 'c1', 'c1', 'c2']) replies.push(await voter.cast(pollId, [choice]));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'ok',
      'ok',
      'ALREADY_VOTED_FOR',
      'ok',
    ]);
    expect(replies[2]).toMatchObject({ error: { details: { field: 'choices.0', candidateId: 'c1', cap: 2 } } });
  });
});

describe('midnight', () => {
  beforeEach(() => cloud.setClock(noon() - Date.now()));

  const daily = (): Promise<string> => {
    const now = noon();
    const stages = { voting: now - 3 * day, verifying: now + 3 * day };
    return publish({ stages, rules: choose(1, 1, { period: 'daily' }) });
  };

  it('gives everyone a new ballot, and the refusal before it says when', async () => {
    const pollId = await daily();
    const voter = someone();
    await voter.cast(pollId, ['c1']);
    const refused = await voter.cast(pollId, ['c1']);
    if (refused.ok || refused.error.code !== 'ALREADY_VOTED') throw new Error('it was not refused as cast already');
    const nextAt = refused.error.details.nextAt ?? NaN;
    expect(new Date(nextAt).toISOString()).toMatch(/T16:00:00.000Z$/);
    cloud.setClock(nextAt - Date.now() - minute);
    expect(await voter.cast(pollId, ['c1'])).toMatchObject({ error: { code: 'ALREADY_VOTED' } });
    cloud.setClock(nextAt - Date.now());
    expect(await voter.cast(pollId, ['c1'])).toMatchObject({ ok: true });
  });

  it('does not make two ballots of a cast whose answer was lost before it', async () => {
    const pollId = await daily();
    const voter = someone();
    const { me } = await voter.get('poll.get', { pollId });
    const cast = { castId: 'cast-before-midnight', period: me.period, nth: 1 };
    const first = await voter.cast(pollId, ['c1'], cast);
    cloud.setClock(noon() + day - Date.now());
    const retry = await voter.cast(pollId, ['c1'], cast);
    if (!first.ok || !retry.ok) throw new Error('refused');
    expect(retry.data).toEqual(first.data);
  });

  it('ends the period of a cast that never arrived', async () => {
    const pollId = await daily();
    const voter = someone();
    const { me } = await voter.get('poll.get', { pollId });
    cloud.setClock(noon() + day - Date.now());
    expect(await voter.cast(pollId, ['c1'], { period: me.period })).toMatchObject({
      error: { code: 'PERIOD_OVER', details: { field: 'period' } },
    });
    expect(await voter.get('ballot.mine', { pollId })).toEqual({ ballots: [] });
  });
});

describe('the window of the vote', () => {
  it('refuses a ballot before it and after it, and still answers a retry', async () => {
    const now = Date.now();
    const pollId = await publish({ stages: { voting: now + day, verifying: now + 2 * day } });
    const voter = someone();
    expect(await voter.cast(pollId, ['c1'])).toMatchObject({
      error: { code: 'POLL_NOT_OPEN', details: { stage: 'preparing', votingStartAt: now + day } },
    });
    cloud.setClock(day + 5_000);
    const castId = 'cast-in-time';
    const first = await voter.cast(pollId, ['c1'], { castId });
    cloud.setClock(2 * day + 5_000);
    expect(await voter.cast(pollId, ['c1'], { castId })).toMatchObject({ ok: true, data: first.ok ? first.data : {} });
    expect(await voter.cast(pollId, ['c1'])).toMatchObject({ error: { code: 'POLL_NOT_OPEN' } });
    expect(await someone().cast(pollId, ['c1'])).toMatchObject({ error: { code: 'POLL_NOT_OPEN' } });
  });
});

describe('a candidate’s withdrawal', () => {
  it('refuses new ballots and still answers the retry of one that named it', async () => {
    const pollId = await publish({ withdrawn: ['c2'] });
    expect(await someone().cast(pollId, ['c2'])).toMatchObject({
      error: { code: 'CANDIDATE_WITHDRAWN', details: { field: 'choices.0', candidateId: 'c2' } },
    });
    const voter = someone();
    const first = await voter.cast(pollId, ['c1'], { castId: 'cast-0003' });
    expect(await voter.cast(pollId, ['c2'], { castId: 'cast-0003' })).toMatchObject({
      ok: true,
      data: first.ok ? first.data : {},
    });
  });
});
