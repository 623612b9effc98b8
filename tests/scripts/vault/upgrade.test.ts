import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LogCheck } from '../../../scripts/vault/check-log';
import { restoreBackup } from '../../../scripts/vault/restore';
import { Vault } from '../../../scripts/vault/vault';
import { readLedger } from '../../support/ledger';
import { PollClock } from '../../support/poll-clock';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

jest.setTimeout(180_000);

// Two open polls as the version before releases wrote them: the commit "an instance that has answered stands still until it is called again".
// Its functions took 41 ballots in each, of which they had counted 36. The keys are those of that cloud, which is no more.
const earlier = path.join(__dirname, 'earlier/before-releases');
const hour = 60 * 60 * 1000;
/** When that version was replaced. */
const upgraded = Date.parse('2026-12-01T09:35:00+08:00');

let folder: string;
let cloud: TestCloud;
let clock: PollClock;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-upgrade-'));
  copyFileSync(`${earlier}.keys.json`, path.join(folder, 'keys.json'));
  cloud = await startTestCloud({ dataDir: folder, instancesPerFunction: 1 });
  clock = new PollClock(cloud);
  clock.to(upgraded);
  const { keys, logName } = cloud;
  await restoreBackup(await Vault.open({ local: cloud.url }), `${earlier}.backup`, {
    isContinued: true,
    isSourceLost: true,
    keys: { keys, logName },
    now: upgraded,
  });
});

afterEach(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['oldonce', 7 * hour],
  ['olddaily', 31 * hour],
])(
  'the open poll %s of an earlier version goes on, keeps every ballot, and ends as its rules say',
  async (pollId, length) => {
    const entriesOf = async (): Promise<string[]> =>
      (await readLedger(cloud.url, pollId)).batches.flatMap(({ entries }) => entries);
    const before = await entriesOf();
    expect(before).toHaveLength(37);
    // As that version left them: no tags beside the entries.
    expect(
      (await readAll<{ _id: string; tags?: string }>(cloud.url, 'batches', { pollId })).every(
        ({ tags }) => tags === undefined,
      ),
    ).toBe(true);

    const earlierVoter = new VoterClient(cloud.url, 'oOld0x0');
    expect(await earlierVoter.cast(pollId, ['c2'])).toMatchObject({ error: { code: 'ALREADY_VOTED' } });
    const { ballots } = await earlierVoter.get('ballot.mine', { pollId });
    expect(ballots).toMatchObject([{ choices: ['c1'], counted: true }]);
    for (let n = 0; n < 4; n++)
      expect(await new VoterClient(cloud.url, `oToday${n}`).cast(pollId, ['c5'])).toMatchObject({ ok: true });
    await clock.run(upgraded + length);

    expect((await entriesOf()).slice(0, 37)).toEqual(before);
    const counted = (await readLedger(cloud.url, pollId)).ballots.map(({ batch }) => (batch ?? -1) >= 0);
    expect(counted).toEqual(Array.from({ length: 45 }, () => true));
    expect((await earlierVoter.get('ballot.mine', { pollId })).ballots).toMatchObject([
      { receipt: ballots[0]?.receipt },
    ]);
    // Not the bundle's recounter: that version's checkpoints did not name the one before, which the recounter wants of these rules.
    const check = new LogCheck(pollId);
    for (const batch of (await readLedger(cloud.url, pollId)).batches) check.add(batch);
    expect(check.end()).toMatchObject({ isClosed: true, ballots: 45 });
  },
);
