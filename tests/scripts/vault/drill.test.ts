import { copyFileSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleOfPoll } from '../../../scripts/bundle/bundle-of-poll';
import { connect } from '../../../scripts/connect';
import { openidOf } from '../../../scripts/preview/identities';
import { recountFile } from '../../../scripts/recount/recount-file';
import { gongping } from '../../../scripts/start/program';
import { writeBackup } from '../../../scripts/vault/backup';
import type { Manifest } from '../../../scripts/vault/manifest';
import { restoreBackup, type Restored, type RestoreOptions } from '../../../scripts/vault/restore';
import { Vault } from '../../../scripts/vault/vault';
import { copyOfDemo, demoMorning } from '../../support/demo-cloud';
import { OrganiserClient } from '../../support/organiser-client';
import { readAll } from '../../support/read-all';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { readPublicLog } from '../../cloudfunctions/scheduler/support/public-log';

jest.setTimeout(180_000);

// The drill that whoever runs an installation does once a year, against two local clouds: a copy of the demonstration, in which people vote
// while the backup is made, and an empty one.

let folder: string;
let source: TestCloud;
let sourceDir: string;
let file: string;
let made: Manifest;
/** The poll in which people vote while the backup is made, and how. */
let busy: string;
let choices: string[];
const clouds: TestCloud[] = [];

async function emptyCloud(hasKeys = true): Promise<TestCloud> {
  const dataDir = mkdtempSync(path.join(folder, 'cloud-'));
  if (hasKeys) copyFileSync(path.join(sourceDir, 'keys.json'), path.join(dataDir, 'keys.json'));
  const cloud = await startTestCloud({ dataDir });
  cloud.setClock(demoMorning - Date.now());
  clouds.push(cloud);
  return cloud;
}

async function restore(cloud: TestCloud, options: Partial<RestoreOptions> = {}, from = file): Promise<Restored> {
  return restoreBackup(await Vault.open({ local: cloud.url }), from, { now: demoMorning, ...options });
}

const keysOf = ({ keys, logName }: TestCloud): RestoreOptions['keys'] => ({ keys, logName });

const publicPolls = (): Manifest['polls'] => made.polls.filter(({ status }) => status === 'published');

/** Of a poll that is open in the demonstration. */
function openPoll(): Manifest['polls'][number] {
  const found = publicPolls().find(
    ({ log, documents }) => log?.isClosed === false && (documents['ballots'] ?? 0) > 100,
  );
  if (found === undefined) throw new Error('no poll is open');
  return found;
}

/** Everything that is in a cloud's database, by collection and id. */
async function contentOf(cloud: TestCloud): Promise<Record<string, unknown[]>> {
  const names = Object.keys(
    (JSON.parse(readFileSync('cloudfunctions/database.json', 'utf8')) as { collections: object }).collections,
  );
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readAll(cloud.url, name)] as const)),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-drill-'));
  sourceDir = await copyOfDemo();
  source = await startTestCloud({ dataDir: sourceDir });
  source.setClock(demoMorning - Date.now());
  file = path.join(folder, 'all.backup');
  const vault = await Vault.open({ local: source.url });
  busy = await anyOpenPoll();
  const { poll, candidates } = await new VoterClient(source.url, 'oBusy0').get('poll.get', { pollId: busy });
  choices = candidates.slice(0, poll.rules.choices.min).map(({ id }) => id);
  await new VoterClient(source.url, 'oBusy0').cast(busy, choices);
  // People vote, and the scheduler counts, all the while.
  let isOver = false;
  const voting = (async () => {
    for (let voter = 1; !isOver; voter++) {
      await new VoterClient(source.url, `oBusy${voter}`).cast(poll.id, choices);
      if (voter % 10 === 9) await source.fireTimer('scheduler');
    }
  })();
  made = await writeBackup(vault, file, { now: demoMorning });
  isOver = true;
  await voting;
});

async function anyOpenPoll(): Promise<string> {
  const { polls } = await new VoterClient(source.url, 'oBusy').get('poll.list', {});
  for (const { id } of polls) {
    const { poll, can } = await new VoterClient(source.url, 'oBusy').get('poll.get', { pollId: id });
    if (can.cast && poll.rules.groups === undefined) return id;
  }
  throw new Error('nobody can vote');
}

afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
});

afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
  await rm(sourceDir, { recursive: true, force: true });
});

test('a restored installation shows its polls, counts the same, and its logs verify as before', async () => {
  const target = await emptyCloud();
  const { polls } = await restore(target);
  expect(polls).toHaveLength(made.polls.length);
  const ended = polls.filter(({ state }) => state === 'at its end');
  expect(ended.length).toBeGreaterThan(0);
  for (const { id, log } of ended) {
    const there = await readPublicLog(source, id);
    const here = await readPublicLog(target, id);
    expect(here).toEqual(there);
    // The recounter of the public, on the bundle of what is in the database now.
    const bundle = path.join(folder, `${id}.bundle`);
    await bundleOfPoll(connect(target.url), id, () => createWriteStream(bundle));
    const report = await recountFile(bundle);
    expect(report).toMatchObject({ state: { size: log?.size } });
    expect('root' in report && Buffer.from(report.root).toString('hex')).toBe(log?.root);
  }
  const owner = openidOf(gongping, '韩科长');
  const [mine, before] = await Promise.all(
    [target, source].map(({ url }) => new OrganiserClient(url, owner).get('poll.mine', {})),
  );
  expect(mine?.polls.map(({ id }) => id).sort()).toEqual(before?.polls.map(({ id }) => id).sort());
});

test('polls that go on here are on the home page, with the count that the public had', async () => {
  const target = await emptyCloud();
  const keys = keysOf(target);
  const { polls } = await restore(target, { isContinued: true, isSourceLost: true, keys });
  expect(polls.filter(({ state }) => state === 'standing still')).toEqual([]);
  const [here, there] = await Promise.all(
    [target, source].map(({ url }) => new VoterClient(url, 'oVisitor').get('poll.list', {})),
  );
  expect(here?.polls.map(({ id }) => id)).toEqual(there?.polls.map(({ id }) => id));
  expect(here?.polls.length).toBeGreaterThan(3);
  const { id } = openPoll();
  const { log } = await new VoterClient(target.url, 'oVisitor').get('standings.get', { pollId: id });
  expect(log?.files).toMatch(/^cloud:\/\//);
  // Everybody reads that ballots may be missing.
  expect((await new VoterClient(target.url, 'oVisitor').get('poll.changes', { pollId: busy })).changes).toMatchObject([
    { what: 'restore', reason: expect.stringContaining('请重新投') as string },
  ]);
  // What was cast before is known, and whoever is new may vote.
  expect(await new VoterClient(target.url, 'oBusy0').get('poll.get', { pollId: busy })).toMatchObject({
    me: { ballotsLeft: 0 },
  });
  expect(await new VoterClient(target.url, 'oNewHere').cast(busy, choices)).toMatchObject({ ok: true });
});

test('a second restore finds all that it would write, and writes nothing', async () => {
  const target = await emptyCloud();
  const first = await restore(target);
  expect(first.documents).toBeGreaterThan(1000);
  const content = await contentOf(target);
  const { documents, files, polls } = await restore(target);
  expect([documents, files]).toEqual([0, 0]);
  expect(polls.map(({ id, state }) => `${id} ${state}`).sort()).toEqual(
    first.polls.map(({ id, state }) => `${id} ${state}`).sort(),
  );
  expect(await contentOf(target)).toEqual(content);
});

test('killed at any step, the same command completes it', async () => {
  const { id } = openPoll();
  const whole = await emptyCloud();
  let steps = 0;
  await restore(whole, { poll: id, onStep: () => (steps += 1) });
  const wanted = await contentOf(whole);
  const target = await emptyCloud();
  for (let last = 0; last < steps; last++) {
    let step = 0;
    const killed = restore(target, {
      poll: id,
      onStep: () => {
        if (step++ === last) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
  }
  await restore(target, { poll: id });
  expect(await contentOf(target)).toEqual(wanted);
});

test('where answers are lost on the way, nothing is in twice and nothing is missing', async () => {
  const { id } = openPoll();
  const target = await emptyCloud();
  const mend = target.injectFaults('lost:rate=0.2;seed=3');
  await restore(target, { poll: id });
  mend();
  const ballots = await readAll<{ _id: string }>(target.url, 'ballots');
  expect(ballots).toHaveLength(made.polls.find((poll) => poll.id === id)?.documents['ballots'] ?? -1);
});

test('a poll that was under way stands still: nobody votes, nothing is counted, and the page says why', async () => {
  const { id, log } = openPoll();
  const target = await emptyCloud();
  const { polls } = await restore(target, { poll: id });
  expect(polls).toMatchObject([{ id, state: 'standing still', log: { size: log?.size } }]);
  const content = await contentOf(target);
  const voter = new VoterClient(target.url, 'oNew');
  const still = { ok: false, error: { code: 'POLL_NOT_FOUND', details: { isStill: true } } };
  expect(await voter.ask('poll.get', { pollId: id })).toMatchObject(still);
  expect(await voter.cast(id, ['c01'])).toMatchObject(still);
  expect(await voter.ask('standings.get', { pollId: id })).toMatchObject(still);
  for (const later of [2, 60, 60 * 24 * 90]) {
    target.setClock(demoMorning - Date.now() + later * 60_000);
    await target.fireTimer('scheduler');
    await target.fireTimer('scheduler');
  }
  const { batches, ballots } = await contentOf(target);
  expect(batches).toEqual(content['batches']);
  expect(ballots).toEqual(content['ballots']);
});

test('two installations do not continue one log: a poll goes on only where it was moved from, or its source is said to be lost', async () => {
  const { id } = openPoll();
  const target = await emptyCloud();
  const keys = keysOf(target);
  await expect(restore(target, { poll: id, isContinued: true, keys })).rejects.toThrow('two logs of it, both signed');
  expect((await contentOf(target))['ballots']).toEqual([]);
  await expect(restore(target, { poll: id, isContinued: true, isSourceLost: true })).rejects.toThrow('say --keys FILE');
  const other = await emptyCloud(false);
  await expect(
    restore(other, { poll: id, isContinued: true, isSourceLost: true, keys: keysOf(other) }),
  ).rejects.toThrow(/cannot go on here/);
});
