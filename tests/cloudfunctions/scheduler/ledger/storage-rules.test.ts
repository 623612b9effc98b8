import { connect } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { OrganiserClient } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

/** What `wx.cloud` does for a person who knows its functions, whatever the app itself would do. */
async function knock(method: 'PUT' | 'DELETE', path: string, body?: string): Promise<number> {
  const address = `${cloud.url}/client-files/${encodeURIComponent(path)}`;
  const headers = { 'x-wx-openid': 'oHostile' };
  return (await fetch(address, { method, headers, ...(body === undefined ? {} : { body }) })).status;
}

const plain = (path: string): Promise<Response> => fetch(`${cloud.url}/storage/${path}`);

test('nobody puts up a poll’s public files before it is there, nor changes them afterwards', async () => {
  const id = 'newpoll';
  const names = ['standings.json', 'poll.json', 'checkpoint', 'receipt-keys', 'tile/0/000'];
  for (const name of names) expect(await knock('PUT', `logs/${id}/${name}`, 'forged')).toBe(403);
  await publishPoll(cloud.url, { id });
  await new VoterClient(cloud.url, 'oVoter').cast(id, ['c1']);
  cloud.setClock(2 * 60 * 60 * 1000);
  for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
  const before = await (await plain(`logs/${id}/standings.json`)).text();
  expect(JSON.parse(before)).toMatchObject({ log: { origin: `gongping.test/${id}` } });
  for (const name of names) {
    expect(await knock('PUT', `logs/${id}/${name}`, 'forged')).toBe(403);
    expect(await knock('DELETE', `logs/${id}/${name}`)).not.toBe(200);
  }
  expect(await (await plain(`logs/${id}/standings.json`)).text()).toBe(before);
});

test.each(['logs/a', 'codes/p1/release/x.png', 'exports/p1/x.xlsx', 'elsewhere/x', 'polls', 'pollsx/a', 'Logs/a'])(
  'no client puts a file at %s',
  async (path) => {
    expect(await knock('PUT', path, 'mine')).toBe(403);
  },
);

test('pictures are put up by clients and read by everybody', async () => {
  for (const path of ['polls/p1/a.png', 'nominations/p1/a.png']) {
    expect(await knock('PUT', path, 'picture')).toBe(200);
    expect((await plain(path)).status).toBe(200);
  }
});

test('a picture of an objection is put up by a client, and read and changed by none', async () => {
  const path = 'objections/p1/a.png';
  expect(await knock('PUT', path, 'picture')).toBe(200);
  expect((await plain(path)).status).toBe(403);
});

test('what functions put up for the public is read by everybody', async () => {
  for (const folder of ['logs', 'codes', 'links', 'exports']) {
    const path = `${folder}/p1/file`;
    await connect(cloud.url).uploadFile({ cloudPath: path, fileContent: Buffer.from('public') });
    expect([folder, (await plain(path)).status]).toEqual([folder, 200]);
  }
});

test('a list that was put up is read by no client, not even by who put it up', async () => {
  const owner = new OrganiserClient(cloud.url, 'oHostile');
  const pollId = await owner.create();
  const { path } = await owner.get('import.begin', { pollId });
  expect(await knock('PUT', path, '名称,电话\n社区食堂,13800000000\n')).toBe(200);
  expect((await plain(path)).status).toBe(403);
  // Nor past the rules, which see the name alone.
  for (const folder of ['polls', 'logs', 'logs/none']) {
    const up = folder.split('/').map(() => '..');
    for (const detour of [`${folder}/${up.join('/')}/${path}`, `${folder}/./${up.join('/')}//${path}`]) {
      const response = await plain(encodeURIComponent(detour));
      expect([detour, response.status, await response.text()]).toEqual([
        detour,
        404,
        expect.not.stringContaining('138'),
      ]);
    }
  }
  const file = `cloud://local-env.local-local-env/${path}`;
  expect(await owner.get('candidate.import', { pollId, file, listVersion: 1, isTrial: false })).toMatchObject({
    added: 1,
  });
  expect((await plain(path)).status).toBe(403);
});
