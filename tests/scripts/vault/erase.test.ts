import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyCode } from '../../../website/verify/read-log';
import { readPoll } from '../../../cloudfunctions/shared/universal/read-board';
import { recountFile } from '../../../scripts/recount/recount-file';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { writeBackup } from '../../../scripts/vault/backup';
import { eraseInstallation, erasePoll, pollInBrief } from '../../../scripts/vault/erase';
import { restoreBackup } from '../../../scripts/vault/restore';
import { Vault } from '../../../scripts/vault/vault';
import { at, byTwo, noticedAward, noticeEnd, setTime, settle, type Team } from '../../support/awarded-poll';
import { readAll } from '../../support/read-all';
import { runScript } from '../../support/run-script';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { writeFileSync } from 'node:fs';

jest.setTimeout(180_000);

let folder: string;
let cloud: TestCloud;
let vault: Vault;
let team: Team;
/** Of the award: what the log comes to, and the code of a certificate is made of. */
let bundle: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-erase-'));
  cloud = await startTestCloud();
  vault = await Vault.open({ local: cloud.url });
  team = await noticedAward(cloud, 'Erase');
  const { pollId } = team;
  await new VoterClient(cloud.url, 'oReminded')
    .get('reminder.set' as never, { pollId, kinds: ['result'] } as never)
    .catch(() => undefined);
  await vault.upload(`polls/${pollId}/never-attached.png`, Buffer.from('a face'));
  await vault.upload(`objections/${pollId}/1.png`, Buffer.from('a letter'));
  await vault.insertMissing('media', [
    { _id: 'm1', pollId, file: `${vault.prefix}polls/${pollId}/never-attached.png`, trace: 'trace-1' },
  ]);
  await vault.insertMissing('verdicts', [{ _id: 'trace-1', suggest: 'pass' }]);
  await vault.insertMissing('visits', [{ _id: 'v1', pollId, hour: 0, channel: '', count: 3 }]);
  await vault.insertMissing('surveys', [{ _id: `${pollId}:1`, pollId, k: 1, title: '大家觉得怎么样' }]);
  await vault.insertMissing('answers', [
    { _id: `${pollId}:1:person`, requestId: 'r', choices: [], texts: [{ question: 0, text: '灯太暗' }] },
  ]);
  await vault.upload(`logs/${pollId}/surveys/1.json`, Buffer.from('{}'));
  await vault.insertMissing('errands', [{ _id: `forget:${pollId}`, dueAt: 4e12 }]);
});

afterEach(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

async function award(): Promise<void> {
  setTime(cloud, noticeEnd + 60_000);
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(cloud, 10);
  bundle = (await vault.listFiles(`logs/${team.pollId}/bundles`)).at(-1) ?? '';
}

async function everything(): Promise<Record<string, { _id: string }[]>> {
  const declared = JSON.parse(readFileSync('cloudfunctions/database.json', 'utf8')) as { collections: object };
  const names = Object.keys(declared.collections);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readAll(cloud.url, name)] as const)),
  );
}

async function files(): Promise<string[]> {
  const folders = ['logs', 'polls', 'codes', 'links', 'nominations', 'objections', 'exports', 'imports'];
  return (await Promise.all(folders.map((each) => vault.listFiles(each)))).flat();
}

test('a poll that is under way is not erased: people have votes in it', async () => {
  const before = await everything();
  await expect(erasePoll(vault, team.pollId, { reason: '到期', now: 0 })).rejects.toThrow('is under way');
  const run = await runScript(
    'admin.ts',
    'erase',
    '--poll',
    team.pollId,
    '--reason',
    '到期',
    '--confirm',
    team.pollId,
    '--local',
    cloud.url,
  );
  expect(run.stderr).toContain('is under way');
  expect(await everything()).toEqual(before);
});

test('of an erased poll nothing is found in any collection or file, and its log still recounts', async () => {
  await award();
  const { pollId } = team;
  const run = (confirm: string): ReturnType<typeof runScript> =>
    runScript(
      'admin.ts',
      'erase',
      '--poll',
      pollId,
      '--reason',
      '保存期满',
      '--confirm',
      confirm,
      '--local',
      cloud.url,
    );
  expect((await run('another')).stderr).toContain(`--confirm ${pollId}`);
  const title = String((await vault.find('polls', [pollId])).get(pollId)?.['title']);
  expect(await pollInBrief(vault, pollId)).toBe(`${pollId} 《${title}》, published, 6 ballots`);
  expect((await vault.find('polls', [pollId])).size).toBe(1);
  const erased = await run(pollId);
  expect(erased).toMatchObject({ status: 0, stderr: '' });
  expect(erased.stdout).toContain('looked for and not found');

  const { erased: notes, ...others } = await everything();
  expect(notes).toMatchObject([{ _id: pollId, reason: '保存期满', hasLog: true }]);
  const text = JSON.stringify(others);
  expect(text).not.toContain(pollId);
  for (const person of ['oAwardErase', 'oReviewsErase', 'oVotesErase', 'oReminded', 'trace-1'])
    expect(text).not.toContain(person);
  const left = await files();
  expect(left.filter((file) => !file.startsWith(`logs/${pollId}/`))).toEqual([]);
  expect(left).not.toContain(`logs/${pollId}/objections.json`);
  expect(left).not.toContain(`logs/${pollId}/surveys/1.json`);

  const to = path.join(folder, 'bundle');
  writeFileSync(to, (await vault.download(bundle)) ?? '');
  expect(await recountFile(to)).toMatchObject({ state: { ballots: 6 } });
  const board = readPoll(JSON.parse(String(await vault.download(`logs/${pollId}/poll.json`))));
  expect(board).toMatchObject({ id: pollId, candidates: [{ name: '实事甲', unit: '' }, {}, {}] });
  expect(Object.keys(board ?? {})).not.toContain('cover');
});

test('certificates of an erased poll are checked as before, by its public files', async () => {
  await award();
  const { pollId } = team;
  const address = `${cloud.url}/storage/logs/${pollId}`;
  const before = await verifyCode(address, 'AAAA-AAAA-AAAA');
  await erasePoll(vault, pollId, { reason: '到期', now: 0 });
  expect(await verifyCode(address, 'AAAA-AAAA-AAAA')).toEqual(before);
  expect(before).not.toMatchObject({ kind: 'unreachable' });
});

test('whoever opens an erased poll reads that it was, and why, in place of an error', async () => {
  await award();
  const { pollId } = team;
  await erasePoll(vault, pollId, { reason: '居民要求', now: at('2026-03-05T09:00') });
  setTime(cloud, noticeEnd + 90 * 60_000);
  const gone = { error: { code: 'POLL_NOT_FOUND', details: { erased: { reason: '居民要求', hasLog: true } } } };
  const voter = new VoterClient(cloud.url, 'oVotesErase00');
  expect(await voter.ask('poll.get', { pollId })).toMatchObject(gone);
  expect(await voter.ask('standings.get', { pollId })).toMatchObject(gone);
  expect(await voter.ask('ballot.mine', { pollId })).toMatchObject(gone);
  expect(await voter.cast(pollId, [team.ids[0] ?? ''])).toMatchObject(gone);
  await settle(cloud);
  expect((await everything())['batches']).toEqual([]);
});

test('killed at any step, an erasure is completed by the same command; a backup does not bring the poll back', async () => {
  await award();
  const { pollId } = team;
  const file = path.join(folder, 'before.backup');
  await writeBackup(vault, file, { now: 0 });
  for (let last = 0; ; last++) {
    let step = 0;
    const erasing = erasePoll(vault, pollId, {
      reason: '到期',
      now: 0,
      onStep: () => {
        if (step++ === last) throw new Error('killed');
      },
    });
    if ((await erasing.then(() => 'done', String)) === 'done') break;
  }
  const { erased, ...others } = await everything();
  expect(erased).toHaveLength(1);
  expect(JSON.stringify(others)).not.toContain(pollId);
  await expect(restoreBackup(vault, file, { now: 0 })).rejects.toThrow('was erased here for good');
});

test('an installation is erased whole, or not at all while a poll is under way', async () => {
  await award();
  await vault.insertMissing('administrators', [{ _id: 'oAdmin', grant: 'administrator', name: '王', grantedAt: 0 }]);
  const open = await publishPoll(cloud.url);
  const before = await everything();
  await expect(eraseInstallation(vault, { reason: '停用', now: 0 })).rejects.toThrow(`the poll ${open} is under way`);
  expect(await everything()).toEqual(before);
  await vault.update(
    'polls',
    () => ({ _id: open }),
    () => ({ status: 'withdrawn' }),
  );
  const refused = await runScript(
    'admin.ts',
    'erase-installation',
    '--reason',
    '停用',
    '--confirm',
    'yes',
    '--local',
    cloud.url,
  );
  expect(refused.stderr).toContain(`--confirm ${cloud.url}`);
  const done = await runScript(
    'admin.ts',
    'erase-installation',
    '--reason',
    '停用',
    '--confirm',
    cloud.url,
    '--local',
    cloud.url,
  );
  expect(done.stdout).toContain('2 polls are erased');
  const { erased, ...others } = await everything();
  expect(erased).toHaveLength(2);
  expect(Object.values(others).flat()).toEqual([]);
  expect((await files()).filter((file) => !file.startsWith(`logs/${team.pollId}/`))).toEqual([]);
});
