import { MAX_UPLOAD_BYTES } from '../../scripts/local-cloud/client-files';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { nodeApp } from './support/clients';
import { startTestCloud } from './support/cloud';
import { temporaryFolder } from './support/functions';

let cloud: LocalCloud;
const dataDir = temporaryFolder();

beforeAll(async () => {
  cloud = await startTestCloud({ dataDir });
});
afterAll(() => cloud.close());

interface Reply {
  status: number;
  body: { fileID?: string; errCode?: number; errMsg?: string };
}

async function knock(method: 'PUT' | 'DELETE', path: string, openid?: string, content?: string): Promise<Reply> {
  const reply = await fetch(`${cloud.url}/client-files/${encodeURIComponent(path)}`, {
    method,
    headers: openid === undefined ? {} : { 'x-wx-openid': openid },
    ...(content === undefined ? {} : { body: content }),
  });
  return { status: reply.status, body: (await reply.json()) as Reply['body'] };
}

const denied = { status: 403, body: { errCode: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' } };

test('a client puts up a file, which functions and everybody read under its id', async () => {
  const { status, body } = await knock('PUT', 'drafts/封面 1.txt', 'oLi', '公评');
  expect([status, body.fileID]).toEqual([200, 'cloud://local-env.local-local-env/drafts/封面 1.txt']);
  const { fileContent } = await nodeApp(cloud.url).downloadFile({ fileID: body.fileID ?? '' });
  expect(Buffer.from(fileContent as Uint8Array).toString('utf8')).toBe('公评');
});

test('only who made a file changes or deletes it, after a restart too', async () => {
  await knock('PUT', 'mine.txt', 'oLi', 'one');
  expect(await knock('PUT', 'mine.txt', 'oWang', 'two')).toEqual(denied);
  await cloud.close();
  cloud = await startTestCloud({ dataDir });
  expect(await knock('DELETE', 'mine.txt', 'oWang')).toEqual(denied);
  expect((await knock('PUT', 'mine.txt', 'oLi', 'three')).status).toBe(200);
  expect(await (await fetch(`${cloud.url}/storage/mine.txt`)).text()).toBe('three');
  expect(await knock('DELETE', 'mine.txt', 'oLi')).toEqual({ status: 200, body: {} });
  expect(await knock('DELETE', 'mine.txt', 'oLi')).toEqual({
    status: 404,
    body: { errCode: -503003, errMsg: 'STORAGE_FILE_NONEXIST' },
  });
});

test('a file that a function put there is no client’s', async () => {
  await nodeApp(cloud.url).uploadFile({ cloudPath: 'ledger/checkpoint', fileContent: Buffer.from('x') });
  expect(await knock('PUT', 'ledger/checkpoint', 'oLi', 'forged')).toEqual(denied);
  expect(await knock('DELETE', 'ledger/checkpoint', 'oLi')).toEqual(denied);
});

test('a client’s file is nobody’s once a function has put one there, even while the client’s own is on its way', async () => {
  await knock('PUT', 'later/standings.json', 'oLi', 'forged');
  await nodeApp(cloud.url).uploadFile({ cloudPath: 'later/standings.json', fileContent: Buffer.from('true') });
  expect(await knock('PUT', 'later/standings.json', 'oLi', 'forged again')).toEqual(denied);
  expect(await knock('DELETE', 'later/standings.json', 'oLi')).toEqual(denied);

  let finish: () => void = () => undefined;
  const slow = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('forged '));
      finish = () => {
        stream.enqueue(new TextEncoder().encode('slowly'));
        stream.close();
      };
    },
  });
  // Node's fetch wants to be told that a request is written while its answer is awaited.
  const init = { method: 'PUT', headers: { 'x-wx-openid': 'oLi' }, body: slow, duplex: 'half' } as RequestInit;
  const upload = fetch(`${cloud.url}/client-files/${encodeURIComponent('later/slow.json')}`, init);
  await nodeApp(cloud.url).uploadFile({ cloudPath: 'later/slow.json', fileContent: Buffer.from('true') });
  finish();
  expect((await upload).status).toBe(403);
  for (const name of ['standings.json', 'slow.json'])
    expect(await (await fetch(`${cloud.url}/storage/later/${name}`)).text()).toBe('true');
});

test('nobody without an identity puts up a file', async () => {
  expect((await knock('PUT', 'anonymous.txt', undefined, 'x')).status).toBe(401);
});

test.each(['', '/a', 'a//b', 'a/', '../a', 'a\u0001b', 'x'.repeat(851)])('the path %j is refused', async (path) => {
  expect(await knock('PUT', path, 'oLi', 'x')).toMatchObject({ body: { errCode: -401002 } });
});

test('a file of more than 50 MB is refused, and nothing of it stays', async () => {
  const { status, body } = await knock('PUT', 'large.bin', 'oLi', 'x'.repeat(MAX_UPLOAD_BYTES + 1));
  expect([status, body.errCode]).toEqual([413, -403001]);
  expect((await fetch(`${cloud.url}/storage/large.bin`)).status).toBe(404);
});
