import type { Verdict } from '../../../scripts/local-cloud/database-hook';
import { expectSoundLedger } from '../../support/ledger';
import { publishPoll, type PollShape } from '../../../scripts/trial/publish-poll';
import { noon } from '../../support/noon';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

const day = 24 * 60 * 60 * 1000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const publish = (shape?: PollShape): Promise<string> =>
  publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 }, ...shape });

/** Disturbs the next insert of the voter function, once. */
function disturbInsert(when: 'before' | 'after', verdict: Verdict): () => void {
  let isDone = false;
  return cloud.onDatabaseCall({
    [when]: ({ functionName, action }: { functionName: string | undefined; action: string }): Verdict => {
      if (isDone || functionName !== 'voter' || action !== 'database.insertDocument') return undefined;
      isDone = true;
      return verdict;
    },
  });
}

const refused: Verdict = { refuse: { code: 'DATABASE_REQUEST_FAILED', message: '[LimitExceeded] too many requests' } };
const faults: [string, 'before' | 'after', Verdict][] = [
  ['the function dies before the insert', 'before', { killInstance: true }],
  ['the function dies after the insert', 'after', { killInstance: true }],
  ['the database refuses', 'before', refused],
  ['the database’s answer is lost', 'after', { breakConnection: true }],
  ['the request is lost', 'before', { breakConnection: true }],
];

describe.each(faults)('when %s', (_, when, verdict) => {
  it('no receipt is given that is not true, and a retry makes exactly one ballot', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, `oFault${pollId}`);
    const castId = 'cast-with-a-fault';
    const stop = disturbInsert(when, verdict);
    const first = await voter.cast(pollId, ['c1'], { castId });
    stop();
    // The SDK itself repeats a request whose connection broke; what is not a receipt has to be BUSY or the platform's error.
    if ('ok' in first && !first.ok) expect(first.error.code).toBe('BUSY');

    const retry = await voter.cast(pollId, ['c1'], { castId });
    const again = await voter.cast(pollId, ['c1'], { castId });
    expect(retry).toMatchObject({ ok: true });
    expect(again.ok && retry.ok && again.data).toEqual(retry.ok && retry.data);
    if ('ok' in first && first.ok && retry.ok) expect(first.data).toEqual(retry.data);
    expect(await voter.cast(pollId, ['c2'])).toMatchObject({ error: { code: 'ALREADY_VOTED' } });

    await cloud.fireTimer('scheduler');
    await expectSoundLedger(cloud.url, pollId, 1);
  });

  it('a retry after midnight makes no second ballot', async () => {
    cloud.setClock(noon() - Date.now());
    const now = noon();
    const stages = { voting: now - day, verifying: now + 5 * day };
    const pollId = await publish({ stages, rules: { period: 'daily' } });
    const voter = new VoterClient(cloud.url, `oNight${pollId}`);
    const { me } = await voter.get('poll.get', { pollId });
    const cast = { castId: 'cast-with-a-fault', period: me.period, nth: 1 };
    const stop = disturbInsert(when, verdict);
    const first = await voter.cast(pollId, ['c1'], cast);
    stop();
    cloud.setClock(noon() + day - Date.now());
    const retry = await voter.cast(pollId, ['c1'], cast);
    const { ballots } = await voter.get('ballot.mine', { pollId });
    if (retry.ok) {
      expect(ballots).toMatchObject([{ receipt: { ...retry.data.receipt } }]);
    } else {
      expect(retry.error.code).toBe('PERIOD_OVER');
      expect(ballots).toEqual([]);
      expect('ok' in first && first.ok).toBe(false);
    }
  });
});

describe('when the database does not answer reads', () => {
  it('a page is told BUSY, and nothing else is lost', async () => {
    const pollId = await publish();
    const voter = new VoterClient(cloud.url, 'oReader');
    const stop = cloud.onDatabaseCall({
      before: ({ functionName }) => (functionName === 'voter' ? refused : undefined),
    });
    for (const procedure of ['poll.get', 'standings.get', 'ballot.mine'] as const) {
      expect(await voter.ask(procedure, { pollId })).toMatchObject({ error: { code: 'BUSY' } });
    }
    stop();
    expect(await voter.ask('poll.get', { pollId })).toMatchObject({ ok: true });
  });

  it('the log names the fault, and no secret, identity or choice', () => {
    const log = cloud.logs.join('\n');
    expect(log).toContain('LimitExceeded');
    for (const secret of [cloud.keys.MASTER_KEY, cloud.keys.RECEIPT_KEY, 'oFault', 'oReader', '"c1"']) {
      expect(log).not.toContain(secret);
    }
  });
});
