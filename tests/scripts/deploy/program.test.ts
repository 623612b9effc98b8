import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newKeys, writeKeys } from '../../../scripts/keys/installation-keys';
import { runScript } from '../../support/run-script';
import { checkInstallation, objectionsTo, uploadProgram, type ProgramTool } from '../../../scripts/deploy/program';

// A stand-in for the tool: the real one has 275 MB, and uploads to WeChat alone.
const made: Record<string, unknown>[] = [];
const uploads: Record<string, unknown>[] = [];
const tool: ProgramTool = {
  Project: class {
    readonly key: string;

    constructor(options: Record<string, unknown>) {
      // The real one reads it as well.
      this.key = readFileSync(String(options['privateKeyPath']), 'utf8');
      made.push({ ...options, key: this.key });
    }
  },
  checkCodeQuality: () =>
    Promise.resolve([
      { name: 'PACKAGE_SIZE_LIMIT', success: true, text: 'too large' },
      { name: 'CONTAINS_OTHER_PKG_JS', success: false, text: 'scripts of others', detail: { size: 31_408 } },
    ]),
  upload: (options) => Promise.resolve(uploads.push(options)),
};
const program = { appid: 'wx0123456789abcdef', folder: '/somewhere' };

beforeEach(() => {
  made.splice(0);
  uploads.splice(0);
});

test('what the check objects to is told, with its size, and the check needs no key of ours', async () => {
  expect(await objectionsTo(tool, program)).toEqual(['CONTAINS_OTHER_PKG_JS: scripts of others (31408 bytes)']);
  expect(made).toMatchObject([{ appid: program.appid, type: 'miniProgram', projectPath: '/somewhere' }]);
  expect(made[0]?.['key']).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/);
});

test('an upload names its version, goes with the installation’s key, and changes no file that was built', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongping-upload-'));
  const keyFile = path.join(folder, 'upload.key');
  writeFileSync(keyFile, 'the upload key');
  try {
    await uploadProgram(tool, program, keyFile, '1.2.3');
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(made).toMatchObject([{ key: 'the upload key', appid: program.appid }]);
  expect(uploads).toMatchObject([{ version: '1.2.3' }]);
  expect(Object.values(uploads[0]?.['setting'] ?? {}).filter(Boolean)).toEqual([]);
});

describe('a mini-program goes up only as the installation’s own', () => {
  let folder: string;
  const settings = {
    environment: 'gongping-1a2b3c',
    account: '100012345678',
    appid: 'wx0123456789abcdef',
    name: 'gongping.example.cn',
    keys: 'keys.json',
    uploadKey: 'upload.key',
    storage: 'https://676f-gongping-1a2b3c-1250000000.tcb.qcloud.la',
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongping-own-'));
    writeKeys(path.join(folder, 'keys.json'), newKeys());
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function upload(of: Partial<typeof settings>) {
    const file = path.join(folder, 'installation.json');
    writeFileSync(file, JSON.stringify({ ...settings, ...of }));
    const args = ['--env', settings.environment, '--settings', file, '--built', '--upload', '1.0.0'];
    return runScript('deploy.ts', 'program', ...args, '--confirm', settings.environment);
  }

  test.each<[Partial<typeof settings>, string]>([
    // What is undefined is left out of JSON.
    [{ storage: undefined } as never, 'the settings name no storage'],
    [{ uploadKey: undefined } as never, 'the settings name no uploadKey'],
    [{ storage: 'http://here.la' }, 'storage’s address'],
    // What lies in dist was built for the local cloud.
    [{}, 'is not built for gongping-1a2b3c and https://676f-'],
  ])('%j: refused ahead of any tool', async (of, sentence) => {
    const { status, stderr } = await upload(of);
    expect(stderr).toContain(sentence);
    expect(status).toBe(1);
  });

  test('what was built for it passes, what was built for another does not', () => {
    const installation = { environment: settings.environment, storageAddress: settings.storage };
    mkdirSync(path.join(folder, 'services'));
    const write = (environment: string, storage: string): void =>
      writeFileSync(path.join(folder, 'services/x.js'), `a="${environment}",b="${storage}"`);
    write(settings.environment, settings.storage);
    expect(() => checkInstallation(folder, installation)).not.toThrow();
    write(`${settings.environment}-old`, settings.storage);
    expect(() => checkInstallation(folder, installation)).toThrow('not built for gongping-1a2b3c:');
    write(settings.environment, 'https://another.tcb.qcloud.la');
    expect(() => checkInstallation(folder, installation)).toThrow(`not built for ${settings.storage}:`);
  });
});
