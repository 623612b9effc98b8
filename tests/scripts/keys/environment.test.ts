import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localTemplates } from '../../../scripts/keys/local-templates';
import { functionEnvironment, newKeys, readKeys } from '../../../scripts/keys/installation-keys';
import { runScript } from '../../support/run-script';

describe('the environment of the functions', () => {
  it('gives each the secrets it needs and no more, and templates to those that offer and send them', () => {
    const environment = functionEnvironment(newKeys(), 'gongping.test', {
      templates: localTemplates,
      program: 'trial',
    });
    const names = Object.entries(environment).map(([name, settings]) => [name, Object.keys(settings).sort()]);
    expect(Object.fromEntries(names)).toEqual({
      voter: ['LOG_NAME', 'MASTER_KEY', 'RECEIPT_KEY'],
      scheduler: ['LOG_KEY', 'LOG_NAME', 'PROGRAM_VERSION', 'RECEIPT_VERIFIERS', 'TEMPLATES'],
      organiser: ['PROGRAM_VERSION'],
      documents: ['PROGRAM_VERSION'],
      participant: ['PARTICIPANT_KEY', 'PROGRAM_VERSION', 'RECEIPT_VERIFIERS', 'TEMPLATES'],
      inbox: ['PUSH_SOURCE'],
    });
  });
});

describe('npm run keys -- environment', () => {
  const folder = mkdtemp(path.join(tmpdir(), 'gongping-keys-'));

  async function write(templates: string): Promise<{ status: number | null; stderr: string; out: string }> {
    const dir = await folder;
    const [file, given, out] = ['keys.json', 'templates.json', 'env'].map((name) => path.join(dir, name));
    await runScript('keys.ts', 'new', '--file', file ?? '');
    await writeFile(given ?? '', templates);
    const options = ['--file', file ?? '', '--name', 'gongping.test', '--out', out ?? '', '--templates', given ?? ''];
    const { status, stderr } = await runScript('keys.ts', 'environment', ...options);
    return { status, stderr, out: out ?? '' };
  }

  it('writes templates for those that offer and send reminders', async () => {
    const { status, out } = await write(localTemplates);
    expect(status).toBe(0);
    const participant: unknown = JSON.parse(await readFile(path.join(out, 'participant.json'), 'utf8'));
    expect(participant).toMatchObject({ TEMPLATES: localTemplates });
    const functions = (await readdir('cloudfunctions', { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
      .map(({ name }) => `${name}.json`);
    expect((await readdir(out)).sort()).toEqual(functions.sort());
    expect(JSON.parse(await readFile(path.join(out, 'inbox.json'), 'utf8'))).toEqual({ PUSH_SOURCE: 'wx_unknown' });
  });

  it('an installation that is older than objections is given its key once, and keeps it', async () => {
    const { PARTICIPANT_KEY: _, ...older } = newKeys();
    const file = path.join(await folder, 'older.json');
    await writeFile(file, JSON.stringify(older));
    const keys = readKeys(file);
    expect(Buffer.from(keys.PARTICIPANT_KEY, 'base64')).toHaveLength(32);
    expect(readKeys(file)).toEqual(keys);
    expect(keys).toMatchObject(older);
  });

  it('names what is wrong in a file of templates, and writes nothing', async () => {
    const { status, stderr } = await write('{"opening":{"id":"t","fields":{"time1":"title"}}}');
    expect(status).toBe(1);
    expect(stderr).toContain('TEMPLATES.opening.fields.time1: one of at');
  });
});
