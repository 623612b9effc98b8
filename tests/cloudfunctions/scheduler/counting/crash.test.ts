import type { DatabaseHook } from '../../../../scripts/local-cloud/database-hook';
import { expectSoundLedger } from '../../../support/ledger';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

/** Fires until nothing fails, which a dead instance or a refused call does. */
async function fireUntilCalm(): Promise<void> {
  for (let firing = 0; firing < 10; firing++) {
    const calm = await cloud.fireTimer('scheduler').then(
      (reply) => JSON.stringify(reply).includes('"faults":0'),
      () => false,
    );
    if (calm && firing > 0) return;
  }
  throw new Error('the scheduler did not calm down');
}

/** Disturbs the scheduler's n-th call, once. */
function disturb(n: number, when: 'before' | 'after', verdict: object): DatabaseHook & { done: () => boolean } {
  let seen = 0;
  const onCall = (call: { functionName: string | undefined }): never | undefined => {
    if (call.functionName !== 'scheduler') return undefined;
    seen += 1;
    // The verdicts of a hook are a union of such objects.
    return seen === n ? (verdict as never) : undefined;
  };
  return { [when]: onCall, done: () => seen >= n };
}

const ways: ['before' | 'after', string, object][] = [
  ['before', 'dies before', { killInstance: true }],
  ['after', 'dies after', { killInstance: true }],
  [
    'before',
    'is refused',
    { refuse: { code: 'DATABASE_REQUEST_FAILED', message: '[LimitExceeded] too many requests' } },
  ],
  ['after', 'loses the answer of', { breakConnection: true }],
];

describe.each(ways)('a sequencer that, %s it is carried out, %s', (when, _, verdict) => {
  it('any one of its calls loses no ballot and counts none twice', async () => {
    const pollId = await publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 } });
    let ballots = 0;
    let disturbed = 0;
    for (let call = 1; call <= 14; call++) {
      await addWaitingBallots(cloud.url, pollId, 3, ballots);
      ballots += 3;
      const hook = disturb(call, when, verdict);
      const stop = cloud.onDatabaseCall(hook);
      await cloud.fireTimer('scheduler').catch(() => undefined);
      stop();
      if (hook.done()) disturbed += 1;
      await fireUntilCalm();
      await expectSoundLedger(cloud.url, pollId, ballots);
    }
    // A firing with ballots makes at least read, batch, standings, marks.
    expect(disturbed).toBeGreaterThanOrEqual(4);
  });
});
