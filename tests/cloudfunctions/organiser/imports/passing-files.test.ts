import { writeXlsx } from 'hucre';
import { eventually } from '../../../support/eventually';
import { OrganiserClient } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { isInStorage } from '../../../support/storage';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';

const minute = 60_000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newOwner = (): OrganiserClient => new OrganiserClient(cloud.url, `oPassing${(serial += 1)}`);

async function sheetOf(rows: string[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '名单', rows: [['名称', '单位', '一句话介绍'], ...rows] }] });
}

describe('a list with telephone numbers', () => {
  const list = () => sheetOf([['社区食堂', '民政局', '联系电话 13800000000']]);
  const anybody = async (file: string): Promise<number> =>
    (await fetch(`${cloud.url}/storage/${file.split('/').slice(3).join('/')}`)).status;

  it('is gone from the storage once it was read, whether it was a trial, an import, or none at all', async () => {
    const owner = newOwner();
    const pollId = await owner.create();
    const other = await owner.create();
    const outcomes: [Uint8Array | string, number, boolean, string][] = [
      [await list(), 1, true, 'a trial'],
      [await sheetOf([['', '民政局', '没有名称']]), 1, false, 'a list with a fault'],
      [await sheetOf([['便民站', '商务局', '代开发票']]), 1, false, 'a text that WeChat does not pass'],
      ['no table at all \0\u0001', 1, false, 'no table'],
      [await list(), 99, false, 'an import into a list that has changed'],
      [await list(), 1, false, 'an import'],
    ];
    for (const [content, listVersion, isTrial, what] of outcomes) {
      const file = await owner.putList(pollId, content);
      expect([what, isInStorage(cloud, file), await anybody(file)]).toEqual([what, true, 403]);
      await owner.ask('candidate.import', { pollId, file, listVersion, isTrial });
      expect([what, isInStorage(cloud, file), await anybody(file)]).toEqual([what, false, 403]);
    }
    expect(await readAll(cloud.url, 'passingFiles', { pollId })).toEqual([]);
    const { listVersion } = await owner.get('candidate.list', { pollId: other });
    const file = await owner.putList(other, await list());
    const wish = { pollId: other, file, listVersion, isTrial: true };
    expect((await owner.ask('candidate.import', wish)).ok).toBe(true);
    expect(await owner.ask('candidate.import', wish)).toMatchObject({
      error: { code: 'FILE_NOT_FOUND', details: { field: 'file' } },
    });
  });

  it('that nobody came back to read is swept within two hours, and so is what a function that died left behind', async () => {
    const owner = newOwner();
    const pollId = await owner.create();
    const forgotten = await owner.putList(pollId, await list());
    const halfRead = await owner.putList(pollId, await list());
    const stop = cloud.onDatabaseCall({
      before: ({ functionName, collection, action }) =>
        functionName === 'organiser' && collection === 'passingFiles' && action === 'database.getDocument'
          ? { killInstance: true }
          : undefined,
    });
    const wish = { pollId, file: halfRead, listVersion: 1, isTrial: false };
    await owner.ask('candidate.import', wish).catch(() => undefined);
    stop();
    expect([isInStorage(cloud, forgotten), isInStorage(cloud, halfRead)]).toEqual([true, true]);
    cloud.setClock(121 * minute);
    await eventually(async () => {
      await cloud.fireTimer('scheduler');
      expect([isInStorage(cloud, forgotten), isInStorage(cloud, halfRead)]).toEqual([false, false]);
      expect(await readAll(cloud.url, 'passingFiles', { pollId })).toEqual([]);
    });
  });

  it('is read by the team of its own poll alone, and by nobody where the cloud did not say', async () => {
    const [owner, other] = [newOwner(), newOwner()];
    const pollId = await owner.create();
    const theirs = await other.create();
    const file = await owner.putList(pollId, await list());
    for (const wish of [
      { pollId: theirs, file },
      { pollId, file: file.replace(/[^/]+$/, 'elsewhere') },
    ]) {
      const who = wish.pollId === pollId ? owner : other;
      expect(await who.ask('candidate.import', { ...wish, listVersion: 1, isTrial: false })).toMatchObject({
        error: { code: 'FILE_NOT_FOUND' },
      });
    }
    const own = await owner.upload(`polls/${pollId}/list.xlsx`, await list());
    const wish = { pollId, file: own, listVersion: 1, isTrial: false };
    expect(await owner.ask('candidate.import', wish)).toMatchObject({ error: { code: 'FILE_NOT_FOUND' } });
    expect([isInStorage(cloud, file), isInStorage(cloud, own)]).toEqual([true, true]);
  });
});

describe('a sheet that was made', () => {
  it('is gone a day later', async () => {
    const owner = newOwner();
    const pollId = await owner.create();
    const { url } = await owner.get('export.make', { pollId, kind: 'template' });
    expect((await fetch(url)).status).toBe(200);
    cloud.setClock(26 * 60 * minute);
    await eventually(async () => {
      await cloud.fireTimer('scheduler');
      expect((await fetch(url)).status).toBe(404);
    });
  });
});
