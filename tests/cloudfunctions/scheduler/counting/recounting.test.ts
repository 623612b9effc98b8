import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDelay } from '../../../../cloudfunctions/shared/domain/counting/release';
import { unwrapPollKey, type WrappedKey } from '../../../../cloudfunctions/shared/platform/keys';
import { receiptVerifiers, withNewKey, writeKeys } from '../../../../scripts/keys/installation-keys';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { describePython, recountInPython } from '../../../scripts/recount/python-recount';
import { noon } from '../../../support/noon';
import { readAll } from '../../../support/read-all';
import { runScript } from '../../../support/run-script';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { download, existingLogOf } from '../support/public-log';

const hour = 60 * 60 * 1000;
const groups = [
  { id: 'p', name: '公园', min: 1, max: 2 },
  { id: 'q', name: '码头', min: 0, max: 1 },
];
const voters = ['oWang-Secret', 'oZhang-Secret', 'oLiu-Secret'];
/** Ballots are counted by the hour, so that what is public would depend on how far the machine's own hour is. */
const halfPast = noon() + hour / 2;
const folder = mkdtempSync(path.join(tmpdir(), 'recounting-'));
const bundle = path.join(folder, 'poll.bundle');
let cloud: TestCloud;
let pollId: string;

beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  setTime(halfPast);
  const stages = { voting: halfPast - hour, verifying: halfPast + hour };
  const rules = { choices: { min: 1, max: 3 }, groups };
  const groupOf = { c1: 'p', c2: 'p', c3: 'p', c4: 'q', c5: 'q' };
  pollId = await publishPoll(cloud.url, { stages, rules, groupOf, seats: 2, title: '真实的评选' });
  for (const openid of voters) {
    const cast = { castId: `cast-of-${openid}`, channel: 'hall-poster' };
    await new VoterClient(cloud.url, openid).cast(pollId, ['c1', 'c4'], cast);
  }
  await settle();
  setTime(halfPast + hour + closeDelay + 1_000);
  await settle();
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

/** The cloud's time goes on from there. */
function setTime(at: number): void {
  cloud.setClock(at - Date.now());
}

async function settle(): Promise<void> {
  for (let firing = 0; firing < 10; firing++) await cloud.fireTimer('scheduler');
}

describe('npm run bundle', () => {
  it('writes the very bundle that the scheduler published', async () => {
    const { status, stdout } = await runScript('bundle.ts', '--poll', pollId, '--out', bundle, '--local', cloud.url);
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('npm run recount') as string,
    });
    const published = await download(cloud, (await existingLogOf(cloud, pollId)).bundle ?? '');
    expect(readFileSync(bundle).equals(published ?? Buffer.of())).toBe(true);
  });

  it('of a poll that is open, or none, is refused in a sentence, and nothing is written', async () => {
    const open = await publishPoll(cloud.url, { now: halfPast + 2 * hour });
    await addWaitingBallots(cloud.url, open, 3);
    // Behind the life of the plan.
    setTime(halfPast + 2 * hour + 10 * 60 * 1000);
    await settle();
    const target = path.join(folder, 'none.bundle');
    for (const [poll, reason] of [
      [open, 'is not closed yet'],
      ['nowhere', 'there is no log of a poll "nowhere"'],
    ] as const) {
      const { status, stderr } = await runScript('bundle.ts', '--poll', poll, '--out', target, '--local', cloud.url);
      expect(status).toBe(1);
      expect(stderr).toContain(reason);
      expect(stderr).not.toContain('    at ');
    }
    expect(readdirSync(folder)).not.toContain('none.bundle');
  });

  it.each([
    [['--help'], 0, '--local URL'],
    [['--poll', 'x'], 1, '--poll and --out are missing'],
    [['--poll', 'x', '--out', 'y'], 1, 'say which cloud: --local URL or --env ENVIRONMENT'],
  ])('with %j explains itself', async (args, expected, words) => {
    const { status, stdout, stderr } = await runScript('bundle.ts', ...args);
    expect(status).toBe(expected);
    expect(stdout + stderr).toContain(words);
  });
});

describe('the published bundle', () => {
  it('recounts without a network to what the standings say, by the key that the app was told', async () => {
    const { key } = await existingLogOf(cloud, pollId);
    const { status, stdout } = await runScript('recount.ts', bundle, '--key', key, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, entries: 6, result: { ballots: 3, voided: 0 } });
  });

  it('has the ballot of each receipt', async () => {
    const voter = new VoterClient(cloud.url, voters[0] ?? '');
    const { ballots } = await voter.get('ballot.mine', { pollId });
    const [{ receipt }] = ballots as [(typeof ballots)[number]];
    const { index } = await voter.get('ballot.locate', { pollId, period: 'once', nth: 1 });
    expect(readFileSync(bundle, 'utf8')).toContain(`entry ${index} ${receipt.code} `);
  });

  describePython('in Python', () => {
    it('recounts to the same line', async () => {
      const { stdout } = await runScript('recount.ts', bundle, '--json');
      expect(recountInPython([bundle])[0]).toBe(stdout.trim());
    });
  });
});

describe('no published file', () => {
  it('holds a secret, an identity, a cast’s id or a channel', async () => {
    const { files, bundle: published } = await existingLogOf(cloud, pollId);
    expect(published).toMatch(new RegExp(`^${files}/bundles/`));
    const stored = storedFiles(path.join(cloud.dataDir, 'storage', 'logs'));
    expect(stored.length).toBeGreaterThan(8);
    const text = Buffer.concat(stored.map((file) => readFileSync(file))).toString('latin1');
    const [poll] = await readAll<{ _id: string; key: WrappedKey }>(cloud.url, 'polls', { _id: pollId });
    if (!poll) throw new Error('no poll');
    const secret = Buffer.from(unwrapPollKey(poll.key, [cloud.keys.MASTER_KEY]));
    const keys = [cloud.keys.MASTER_KEY, cloud.keys.RECEIPT_KEY, cloud.keys.LOG_KEY];
    const secrets = [secret, ...keys.map((key) => Buffer.from(key, 'base64'))];
    for (const bytes of secrets) {
      for (const form of ['latin1', 'base64', 'hex'] as const) expect(text).not.toContain(bytes.toString(form));
    }
    // An Ed25519 key's own 32 bytes are the end of its PKCS #8.
    for (const bytes of secrets) expect(text).not.toContain(bytes.subarray(-32).toString('latin1'));
    for (const word of [...voters, 'Secret', 'cast-of', 'hall-poster', '127.0.0.1', poll.key.sealed]) {
      expect(text).not.toContain(word);
    }
  });

  it('holds an instant but those that were announced, and that of the release', async () => {
    const logs = path.join(cloud.dataDir, 'storage', 'logs');
    const polls = await readAll<{ _id: string; stages: Record<string, number> }>(cloud.url, 'polls');
    expect(readdirSync(logs).sort()).toEqual(polls.map(({ _id }) => _id).sort());
    for (const { _id: id, stages } of polls) {
      const announced = Object.values(stages);
      // The first poll's one release is its close; the second one's is its opening.
      const [{ releasedAt = 0 } = {}] = await readAll<{ _id: string; releasedAt?: number }>(cloud.url, 'standings', {
        _id: id,
      });
      for (const file of storedFiles(path.join(logs, id))) {
        const instants = instantsIn(readFileSync(file, 'latin1'));
        const name = path.relative(path.join(logs, id), file);
        if (name === 'poll.json') {
          expect(new Set(instants)).toEqual(new Set(Object.entries(stages).map(([field, at]) => `${field} ${at}`)));
        } else if (name === 'standings.json') {
          expect(new Set(instants)).toEqual(new Set([`asOf ${releasedAt}`, `at ${releasedAt}`]));
        } else if (/^(?:bundles|tile\/entries)\//.test(name)) {
          expect({ name, instants }).toEqual({ name, instants: [`start ${stages.voting}`, `end ${stages.verifying}`] });
        } else {
          expect({ name, instants }).toEqual({ name, instants: [] });
        }
      }
      expect(id === pollId ? releasedAt - (stages.verifying ?? 0) >= closeDelay : announced.includes(releasedAt)).toBe(
        true,
      );
    }
  });
});

/** Each run of digits that may be an instant, in milliseconds or seconds, of these years, with the field that it stands in. */
function instantsIn(text: string): string[] {
  return [...text.matchAll(/(?:"(\w+)":)?\b(1[6-9]\d{8}(?:\d{3})?)\b/g)].map(
    ([, field = 'no field', at]) => `${field} ${at}`,
  );
}

function storedFiles(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile());
}

it('receipts are checked by keys that the log’s own key vouches for', async () => {
  const { files, origin } = await existingLogOf(cloud, pollId);
  const note = (await download(cloud, `${files}/receipt-keys`))?.toString() ?? '';
  const verifiers = receiptVerifiers(cloud.keys, cloud.logName);
  expect(note.startsWith(['gongping receipt keys v1', origin, ...verifiers, ''].join('\n'))).toBe(true);
});

describe('npm run keys', () => {
  const file = path.join(folder, 'keys.json');

  it('makes keys that only their owner reads, and never overwrites them', async () => {
    expect(await runScript('keys.ts', 'new', '--file', file)).toMatchObject({ status: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    expect(await runScript('keys.ts', 'new', '--file', file)).toMatchObject({ status: 1 });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('gives each function its own secrets and no other', async () => {
    const out = path.join(folder, 'environment');
    await runScript('keys.ts', 'environment', '--file', file, '--name', 'gongping.example', '--out', out);
    const [voter, scheduler] = ['voter', 'scheduler'].map(
      (name) => JSON.parse(readFileSync(path.join(out, `${name}.json`), 'utf8')) as Record<string, string>,
    );
    expect(Object.keys(voter ?? {})).toEqual(['MASTER_KEY', 'RECEIPT_KEY', 'LOG_NAME']);
    expect(Object.keys(scheduler ?? {})).toEqual(['LOG_KEY', 'LOG_NAME', 'RECEIPT_VERIFIERS']);
  });

  it('prints what may be published, and no secret', async () => {
    await runScript('keys.ts', 'rotate', 'receipt', '--file', file);
    const { stdout } = await runScript('keys.ts', 'public', '--file', file, '--name', 'gongping.example');
    expect(stdout.trim().split('\n')).toHaveLength(2);
    for (const line of stdout.trim().split('\n')) expect(line).toMatch(/^gongping\.example\/receipts\+[0-9a-f]{8}\+/);
  });

  it('wraps every poll’s secret anew, and the secrets stay the same', async () => {
    const secretOf = async (keys: string): Promise<string[]> => {
      const polls = await readAll<{ _id: string; key?: WrappedKey }>(cloud.url, 'polls');
      return polls.flatMap(({ key }) => (key ? [Buffer.from(unwrapPollKey(key, [keys])).toString('hex')] : []));
    };
    const before = await secretOf(cloud.keys.MASTER_KEY);
    const rotated = withNewKey(cloud.keys, 'MASTER_KEY');
    const target = path.join(folder, 'rotated.json');
    writeKeys(target, rotated);
    const first = await runScript('keys.ts', 'rewrap', '--file', target, '--local', cloud.url);
    expect(first.stdout).toContain('1 were wrapped anew');
    expect(await secretOf(rotated.MASTER_KEY.split(',')[0] ?? '')).toEqual(before);
    const second = await runScript('keys.ts', 'rewrap', '--file', target, '--local', cloud.url);
    expect(second.stdout).toContain('0 were wrapped anew');
  });

  it.each([
    [['--help'], 0, 'rotate KIND'],
    [['rotate', 'house', '--file', file], 1, '"house" is no kind of key'],
    [['new'], 1, '--file is missing'],
    [['lose'], 1, '--file is missing'],
    [['lose', '--file', file], 1, 'there is no "lose"'],
    [['rewrap', '--file', file], 1, 'say which cloud'],
  ])('with %j explains itself', async (args, expected, words) => {
    const { status, stdout, stderr } = await runScript('keys.ts', ...args);
    expect(status).toBe(expected);
    expect(stdout + stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });
});
