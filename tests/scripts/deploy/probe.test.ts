import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '../../../scripts/connect';
import { probe, probeCollection, type Finding } from '../../../scripts/deploy/probe';
import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startProbedCloud } from './probed-cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startProbedCloud();
});

afterAll(() => cloud.close());

const broken = (findings: readonly Finding[]): string[] =>
  findings.filter(({ isKept }) => !isKept).map(({ promise }) => promise);

test('the local cloud keeps every promise, the probe says what it saw, and leaves nothing behind', async () => {
  const findings = await probe(connect(cloud.url));
  expect(broken(findings)).toEqual([]);
  expect(findings.map(({ saw }) => saw)).toEqual([
    { first: 'taken', second: 'DATABASE_REQUEST_FAILED' },
    { first: 'taken', second: 'DATABASE_REQUEST_FAILED' },
    { taken: 1, stored: 1, strange: [] },
    { taken: 1, stored: 1, strange: [] },
    { winners: 1, others: 49 },
    { read: [9, 7, 5, 3, 1] },
    { usual: 100, told: 120, few: 7 },
    { write: 'DATABASE_COLLECTION_NOT_EXIST', read: 'DATABASE_COLLECTION_NOT_EXIST' },
    { rounds: 20, seen: 20 },
    { code: 'FORBIDDEN_SOURCE' },
  ]);
  expect(await connect(cloud.url).database().collection(probeCollection).count()).toMatchObject({ total: 0 });
});

test('a unique index that is not unique is found out', async () => {
  const kind = await startProbedCloud([{ name: 'mark', unique: false, keys: [['mark', 1]] }]);
  try {
    expect(broken(await probe(connect(kind.url)))).toEqual([
      'a second document with the same value under a unique index is refused',
      'of 100 inserts under one unique key at once, one is taken',
    ]);
  } finally {
    await kind.close();
  }
});

interface Asked {
  action: string;
  query?: string;
  limit?: number;
  order?: unknown;
}

type Answer = Record<string, unknown>;

/** A cloud that is kinder than it promises: what the local one answers is changed on the way. */
async function startKinder(change: (asked: Asked, answer: Answer) => Answer): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const headers = { 'content-type': String(request.headers['content-type']) };
      const passed = await fetch(`${cloud.url}${request.url ?? ''}`, { method: 'POST', headers, body });
      const answer = change(JSON.parse(body.toString()) as Asked, (await passed.json()) as Answer);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

test.each<[string, (asked: Asked, answer: Answer) => Answer, string]>([
  [
    'says yes to a duplicate',
    ({ action }, answer) =>
      action === 'database.insertDocument' && String(answer['message']).includes('E11000')
        ? { data: { insertedIds: ['x'] }, requestId: 'kind' }
        : answer,
    'a second document with the same _id is refused',
  ],
  [
    'refuses a duplicate by a code that nobody understands',
    (_, answer) => (String(answer['message']).includes('E11000') ? { ...answer, code: 'SOMETHING_ELSE' } : answer),
    'of 100 inserts on one _id at once, one is taken',
  ],
  [
    'says of every update that it changed something',
    ({ action }, answer) =>
      action === 'database.modifyDocument' ? { data: { updated: 1 }, requestId: 'kind' } : answer,
    'of 50 updates on one condition at once, one changes the document',
  ],
  [
    'makes a collection by writing to it',
    ({ action }, answer) =>
      action === 'database.insertDocument' && answer['code'] === 'DATABASE_COLLECTION_NOT_EXIST'
        ? { data: { insertedIds: ['x'] }, requestId: 'kind' }
        : answer,
    'a collection that is not there is neither written nor read, nor made by a write',
  ],
  [
    'lets whoever has the keys act as the timer',
    ({ action }, answer) =>
      action === 'functions.invokeFunction'
        ? { data: { response_data: '{"ok":true,"data":{}}' }, requestId: 'kind' }
        : answer,
    'the scheduler refuses whoever is neither its timer nor a function of ours',
  ],
  [
    'gives what is asked for in any order',
    ({ action }, answer) => {
      const { list } = (answer['data'] ?? {}) as { list?: unknown[] };
      return action === 'database.getDocument' && list !== undefined
        ? { ...answer, data: { ...(answer['data'] as object), list: list.reverse() } }
        : answer;
    },
    'documents come in the order that is asked for',
  ],
])('a cloud that %s is found out', async (_, change, promise) => {
  const { url, server } = await startKinder(change);
  try {
    expect(broken(await probe(connect(url)))).toContain(promise);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
