import { nodeApp } from './support/clients';
import { startTestCloud } from './support/cloud';
import { buildProbes } from './support/functions';
import type { LocalCloud } from '../../scripts/local-cloud/start';

let cloud: LocalCloud;
let app: ReturnType<typeof nodeApp>;

beforeAll(async () => {
  cloud = await startTestCloud({ functionsDir: buildProbes() });
  app = nodeApp(cloud.url);
});
afterAll(() => cloud.close());

const text = '公评 0123456789';

test('a file comes back as it went up, under an id and a link', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'polls/甲/a b.txt', fileContent: Buffer.from(text) });
  expect(fileID).toMatch(/^cloud:\/\/.+\/polls\/甲\/a b\.txt$/);
  const { fileContent } = await app.downloadFile({ fileID });
  expect(Buffer.from(fileContent as Uint8Array).toString('utf8')).toBe(text);
  const { fileList } = await app.getTempFileURL({ fileList: [fileID, 'cloud://other/none'] });
  expect(fileList.map(({ code }: { code: string }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST']);
});

test('a file may have the name of a folder, whichever was there first, as in object storage', async () => {
  const upload = (cloudPath: string): Promise<unknown> =>
    app.uploadFile({ cloudPath, fileContent: Buffer.from(cloudPath) });
  const idOf = (path: string): string => `cloud://local-env.local-local-env/${path}`;
  const read = async (path: string): Promise<string> => {
    const { fileContent } = await app.downloadFile({ fileID: idOf(path) });
    return Buffer.from(fileContent as Uint8Array).toString();
  };
  const paths = ['deep/folder/file', 'deep/folder', 'deep', 'flat', 'flat/file', 'flat/file/below'];
  for (const path of paths) await upload(path);
  for (const path of paths) expect(await read(path)).toBe(path);
  await app.deleteFile({ fileList: [idOf('deep'), idOf('flat/file')] });
  const { fileList } = await app.getTempFileURL({ fileList: paths.map(idOf) });
  expect(fileList.map(({ code }: { code: string }) => code === 'SUCCESS')).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ]);
  await upload('deep');
  expect(await read('deep')).toBe('deep');
});

test('two uploads of one file at once both succeed, and the file is one of them', async () => {
  const upload = (fileContent: Buffer): Promise<unknown> => app.uploadFile({ cloudPath: 'twice.txt', fileContent });
  await Promise.all(['a', 'b', 'c', 'd'].map((content) => upload(Buffer.from(content))));
  const { fileContent } = await app.downloadFile({ fileID: 'cloud://local-env.local-local-env/twice.txt' });
  expect(Buffer.from(fileContent as Uint8Array).toString()).toMatch(/^[a-d]$/);
});

test('a link gives a part of a file, as players of videos ask for it', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'v.mp4', fileContent: Buffer.from('0123456789') });
  const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
  const url = (fileList[0] as { tempFileURL: string }).tempFileURL;
  const get = (range: string): Promise<Response> => fetch(url, { headers: { range } });
  const part = await get('bytes=2-4');
  expect([part.status, part.headers.get('content-range'), part.headers.get('content-type')]).toEqual([
    206,
    'bytes 2-4/10',
    'video/mp4',
  ]);
  expect(await part.text()).toBe('234');
  expect(await (await get('bytes=7-')).text()).toBe('789');
  expect(await (await get('bytes=-2')).text()).toBe('89');
  expect((await get('bytes=10-')).status).toBe(416);
});

test('many who write one file at once all succeed, and it is one of theirs', async () => {
  const contents = Array.from({ length: 20 }, (_, index) => `version ${index}`);
  const uploads = contents.map((each) => app.uploadFile({ cloudPath: 'shared.txt', fileContent: Buffer.from(each) }));
  const ids = (await Promise.all(uploads)).map(({ fileID }) => fileID);
  expect(new Set(ids).size).toBe(1);
  const { fileContent } = await app.downloadFile({ fileID: ids[0] ?? '' });
  expect(contents).toContain(Buffer.from(fileContent as Uint8Array).toString('utf8'));
});

test("a file comes with the cloud's time, which is not always the machine's", async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'timed.txt', fileContent: Buffer.from(text) });
  const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
  const at = Date.parse('2026-11-23T02:30:00Z');
  cloud.setClock(() => at);
  const { headers } = await fetch((fileList[0] as { tempFileURL: string }).tempFileURL);
  cloud.setClock(0);
  expect(Date.parse(headers.get('date') ?? '')).toBe(at);
});

test('fifty files are deleted at once, and of fifty-one none', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'stays.txt', fileContent: Buffer.from('x') });
  const others = Array.from({ length: 49 }, (_, n) => `cloud://local-env.local-local-env/none-${n}`);
  const tooMany = app.deleteFile({ fileList: [fileID, ...others, fileID] });
  await expect(tooMany).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  expect((await fetch(`${cloud.url}/storage/stays.txt`)).status).toBe(200);
  await app.deleteFile({ fileList: [fileID, ...others] });
  expect((await fetch(`${cloud.url}/storage/stays.txt`)).status).toBe(404);
});

test('a deleted file is gone', async () => {
  const { fileID } = await app.uploadFile({ cloudPath: 'gone.txt', fileContent: Buffer.from('x') });
  const { fileList } = await app.deleteFile({ fileList: [fileID, 'cloud://other/none'] });
  expect(fileList.map(({ code }: { code: string }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST']);
  expect((await fetch(`${cloud.url}/storage/gone.txt`)).status).toBe(404);
});

test('a function takes a file up, links, reads and deletes it, and is told of a missing one', async () => {
  const name = 'polls/甲/a b.json';
  expect(await cloud.invoke('probe', { do: 'file', name, data: { a: '公评' } }, { openid: 'oLi' })).toEqual({
    fileID: expect.stringMatching(/^cloud:\/\/local-env\..+\/polls\/甲\/a b\.json$/),
    links: [
      expect.objectContaining({ status: 0, errMsg: 'ok', tempFileURL: `${cloud.url}/storage/${name}` }),
      expect.objectContaining({ status: -503003, tempFileURL: '' }),
    ],
    text: '{"a":"公评"}',
    away: [expect.objectContaining({ status: 0 }), expect.objectContaining({ status: -503003 })],
    again: expect.objectContaining({ errCode: expect.any(Number) }),
  });
});

test('a file that is not there cannot be downloaded', async () => {
  const fileID = 'cloud://local-env.local-local-env/none.txt';
  await expect(app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
});

test('nobody uploads without a permit, nor outside the storage', async () => {
  expect((await fetch(`${cloud.url}/storage/x.txt`, { method: 'PUT', body: 'x' })).status).toBe(403);
  await expect(app.uploadFile({ cloudPath: '../escaped.txt', fileContent: Buffer.from('x') })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
});
