import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { objectionsTo, uploadProgram, type ProgramTool } from '../../../scripts/deploy/program';

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
