import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openReceiptKeys } from '../../../cloudfunctions/shared/universal/ledger/receipt/receipt-keys';
import { verifyEd25519 } from '../../../cloudfunctions/shared/platform/verify-ed25519';
import { checkSignature } from '../../../cloudfunctions/shared/universal/ledger/check/check-signature';
import { parseVerifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { writeBackup } from '../../../scripts/vault/backup';
import { ArchiveReader } from '../../../scripts/vault/archive-reader';
import { restoreBackup } from '../../../scripts/vault/restore';
import { Vault } from '../../../scripts/vault/vault';
import { download } from '../../cloudfunctions/scheduler/support/public-log';
import { usualFairPlay as fairPlay } from '../../../cloudfunctions/shared/domain/poll/usual-rules';
import { expectSoundLedger, readLedger } from '../../support/ledger';
import { PollClock } from '../../support/poll-clock';
import { readAll } from '../../support/read-all';
import { runScript } from '../../support/run-script';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

jest.setTimeout(120_000);

const hour = 60 * 60 * 1000;
let folder: string;
let source: TestCloud;
let target: TestCloud;
let clock: PollClock;
let pollId: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-move-'));
  file = path.join(folder, 'one.backup');
  source = await startTestCloud({ instancesPerFunction: 1 });
  clock = new PollClock(source);
  pollId = await publishPoll(source.url, {
    now: clock.now,
    fairPlay,
    stages: { voting: clock.now - hour, verifying: clock.now + 5 * hour },
  });
  const targetDir = mkdtempSync(path.join(folder, 'target-'));
  copyFileSync(path.join(source.dataDir, 'keys.json'), path.join(targetDir, 'keys.json'));
  target = await startTestCloud({ dataDir: targetDir, instancesPerFunction: 1 });
});

afterEach(async () => {
  await source.close();
  await target.close();
  rmSync(folder, { recursive: true, force: true });
});

const voter = (cloud: TestCloud, n: number): VoterClient => new VoterClient(cloud.url, `oVoter${n}`);

async function vote(cloud: TestCloud, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) expect(await voter(cloud, n).cast(pollId, ['c1'])).toMatchObject({ ok: true });
}

async function entriesOf(cloud: TestCloud): Promise<string[]> {
  return (await readLedger(cloud.url, pollId)).batches.flatMap(({ entries }) => entries);
}

const vaultOf = ({ url }: TestCloud): Promise<Vault> => Vault.open({ local: url });

test('a poll moves while people vote: nobody votes twice, receipts stay good, and one log goes on', async () => {
  await vote(source, 0, 45);
  await clock.run(clock.now + 70 * 60_000);
  await vote(source, 45, 50);
  const receipts = await Promise.all([3, 47].map((n) => voter(source, n).get('ballot.mine', { pollId })));
  await writeBackup(await vaultOf(source), file, {
    poll: pollId,
    isMove: true,
    settle: () => clock.run(clock.now + 2 * 60_000),
    now: clock.now,
  });

  // Where it was it stands still, whatever the clock says.
  const before = await entriesOf(source);
  expect(before).toHaveLength(46);
  expect(await voter(source, 60).cast(pollId, ['c1'])).toMatchObject({
    error: { code: 'POLL_NOT_FOUND', details: { isStill: true } },
  });
  await clock.run(clock.now + 2 * hour);
  expect(await entriesOf(source)).toEqual(before);

  const { keys, logName } = target;
  const moved = new PollClock(target);
  moved.to(clock.now);
  const options = { isContinued: true, keys: { keys, logName }, now: clock.now };
  const { polls } = await restoreBackup(await vaultOf(target), file, options);
  expect(polls).toMatchObject([{ state: 'going on', log: { size: 46 } }]);
  expect(await voter(target, 3).cast(pollId, ['c2'])).toMatchObject({ error: { code: 'ALREADY_VOTED' } });
  const again = await Promise.all([3, 47].map((n) => voter(target, n).get('ballot.mine', { pollId })));
  expect(again.map(({ ballots }) => ballots[0]?.receipt)).toEqual(receipts.map(({ ballots }) => ballots[0]?.receipt));
  await vote(target, 60, 70);
  await moved.run(clock.now + 5 * hour);

  const entries = await entriesOf(target);
  expect(entries.slice(0, 46)).toEqual(before);
  expect((await expectSoundLedger(target.url, pollId, 60)).isClosed).toBe(true);
  const { log } = await voter(target, 0).get('standings.get', { pollId });
  const key = parseVerifierKey(log?.key ?? '');
  const vouched = await download(target, `${log?.files ?? ''}/receipt-keys`);
  const receipt = receipts[1]?.ballots[0]?.receipt;
  if (key === null || vouched === undefined || receipt === undefined) throw new Error('the log is not public');
  expect(openReceiptKeys(vouched, key, verifyEd25519)).toHaveLength(1);
  expect(checkSignature(receipt, vouched, key, verifyEd25519)).toBeNull();
  // A run of the same command afterwards leaves alone what has gone on.
  expect(await restoreBackup(await vaultOf(target), file, options)).toMatchObject({ documents: 0, files: 0 });
});

test('in a backup is no key of the installation and, unless asked for, no trace of a ballot; only its owner reads it', async () => {
  await vote(source, 0, 25);
  const db = (await vaultOf(source)).update.bind(await vaultOf(source));
  await db(
    'ballots',
    () => ({ batch: null }),
    (command) => ({ trace: command.set({ network: 'deadbeef' }) }),
  );
  await db(
    'polls',
    () => ({ _id: pollId }),
    (command) => ({ traceKey: command.set({ nonce: 'n', sealed: 's' }) }),
  );
  const texts = async (name: string, hasTraces: boolean): Promise<string> => {
    const to = path.join(folder, name);
    const { parts } = await writeBackup(await vaultOf(source), to, { hasTraces, now: clock.now });
    expect(statSync(to).mode & 0o777).toBe(0o600);
    const archive = await ArchiveReader.open(to);
    const contents = await Promise.all(parts.map((part) => archive.read(part.name)));
    archive.close();
    return Buffer.concat(contents).toString();
  };
  const usual = await texts('usual', false);
  expect(usual).not.toContain('deadbeef');
  expect(usual).not.toContain('traceKey');
  for (const list of Object.values<string>({ ...source.keys }))
    for (const secret of list.split(',')) expect(usual).not.toContain(secret);
  const withTraces = await texts('traces', true);
  expect(withTraces).toContain('deadbeef');
  expect(withTraces).toContain('traceKey');
});

test('the commands say what they did, and a backup replaces no file', async () => {
  await vote(source, 0, 5);
  const made = await runScript('backup.ts', '--out', file, '--local', source.url);
  expect(made.stderr).toBe('');
  expect(made.stdout).toMatch(/wrote .*one\.backup: 1 polls in \d+ parts/);
  const again = await runScript('backup.ts', '--out', file, '--local', source.url);
  expect(again.stderr).toContain('a backup replaces none');
  const restored = await runScript('restore.ts', '--from', file, '--local', target.url);
  expect(restored.stderr).toBe('');
  expect(restored.stdout).toContain('stands still here');
  new PollClock(target).to(clock.now);
  const thawed = await runScript('admin.ts', 'thaw', '--poll', pollId, '--local', target.url);
  expect(thawed.stdout).toContain(`${pollId} goes on.`);
  expect(await voter(target, 9).cast(pollId, ['c1'])).toMatchObject({ ok: true });
  const twice = await runScript('admin.ts', 'thaw', '--poll', pollId, '--local', target.url);
  expect(twice.stderr).toContain('does not stand still here');
  const stranger = await runScript('restore.ts', '--from', path.join(folder, 'nothing'), '--local', target.url);
  expect(stranger.stderr).toMatch(/nothing is no backup/);
  expect(stranger.status).toBe(1);
});

test('a backup that dies leaves no file that looks like one', async () => {
  await vote(source, 0, 5);
  const vault = await vaultOf(source);
  const dying = writeBackup(vault, file, {
    now: clock.now,
    progress: () => {
      throw new Error('killed');
    },
  });
  await expect(dying).rejects.toThrow('killed');
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(path.join(target.dataDir, 'keys.json'), 'utf8')).not.toBe('');
  expect(await readAll(target.url, 'polls')).toEqual([]);
});
