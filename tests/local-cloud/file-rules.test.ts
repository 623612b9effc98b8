import { FileGuard } from '../../scripts/local-cloud/file-rules';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { nodeApp } from './support/clients';
import { startTestCloud } from './support/cloud';

const own = { path: 'a/b.png', owner: 'oLi', openid: 'oLi' };

test.each([
  ['true', true],
  ['resource.openid == auth.openid', true],
  ["resource.openid == 'oLi'", true],
  ["resource.openid != 'oLi'", false],
  ['auth != null', true],
  ['auth == null || resource.openid == auth.openid', true],
  ['/^a\\//.test(resource.path) == true', true],
  ['/^b\\//.test(resource.path) == true', false],
  ['/^b\\//.test(resource.path) == false && !(auth == null)', true],
  ['(/^(b|c)[/]/.test(resource.path) == true || auth != null) && true', true],
  ['auth.loginType == null', false],
])('the rule %s answers %s to who owns a/b.png', (rule, answer) => {
  expect(new FileGuard({ write: rule }).mayWrite(own)).toBe(answer);
});

test('nobody has no fields, and equals nobody', () => {
  const guard = new FileGuard({ read: 'resource.openid == auth.openid', write: 'resource.openid != auth.openid' });
  const access = { path: 'a', owner: undefined, openid: undefined };
  expect([guard.mayRead(access), guard.mayWrite(access)]).toEqual([false, false]);
});

test('what a rule does not mention is denied', () => {
  const guard = new FileGuard({});
  expect([guard.mayRead(own), guard.mayWrite(own)]).toEqual([false, false]);
});

test.each([
  ['/^a/.test(resource.path)', 'test() has to be compared'],
  ['/^a/.test(resource.path) && true', 'test() has to be compared'],
  ['get(`database.a`) == 1', 'cannot be read'],
  ['doc.x == 1', 'cannot be read'],
  ['doc == null', 'there is no "doc"'],
  ['auth.openid ==', 'it ends too soon'],
  ['(true', '")" is missing'],
  ['true true', 'one too many'],
])('the rule %s is refused: %s', (rule, reason) => {
  expect(() => new FileGuard({ read: rule })).toThrow(reason);
});

test('rules of another shape are refused', () => {
  expect(() => new FileGuard({ reads: true })).toThrow('there is no "reads"');
  expect(() => new FileGuard({ read: 1 })).toThrow('neither true nor false');
  expect(() => new FileGuard([])).toThrow('no object');
});

describe('a file that nobody may read', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ storageRules: { read: '/^open/.test(resource.path) == true' } });
  });
  afterAll(() => cloud.close());
  afterEach(() => cloud.setClock(0));

  it('is read by functions, and by a link that one of them gave, for a day', async () => {
    const app = nodeApp(cloud.url);
    const { fileID } = await app.uploadFile({ cloudPath: 'closed/a b.txt', fileContent: Buffer.from('secret') });
    const plain = `${cloud.url}/storage/closed/a%20b.txt`;
    for (const url of [plain, `${plain}?sign=&t=9999999999`, `${plain}?sign=0123&t=9999999999`])
      expect((await fetch(url)).status).toBe(403);
    const { fileContent } = await app.downloadFile({ fileID });
    expect(Buffer.from(fileContent as Uint8Array).toString()).toBe('secret');
    const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
    const { tempFileURL } = fileList[0] as { tempFileURL: string };
    expect(await (await fetch(tempFileURL)).text()).toBe('secret');
    // It is good for its own file alone.
    await app.uploadFile({ cloudPath: 'closed/other.txt', fileContent: Buffer.from('secret') });
    expect((await fetch(tempFileURL.replace('a b.txt', 'other.txt'))).status).toBe(403);
    cloud.setClock(25 * 60 * 60 * 1000);
    expect((await fetch(tempFileURL)).status).toBe(403);
  });

  it('and one that everybody may read has a plain address', async () => {
    const app = nodeApp(cloud.url);
    const { fileID } = await app.uploadFile({ cloudPath: 'open.txt', fileContent: Buffer.from('public') });
    const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
    expect(fileList).toMatchObject([{ tempFileURL: `${cloud.url}/storage/open.txt` }]);
  });
});
