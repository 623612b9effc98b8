import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre';
import readXlsxFile from 'read-excel-file/node';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
const files = path.resolve(__dirname, '../../shared/spreadsheet/files');
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newOwner = (): OrganiserClient => new OrganiserClient(cloud.url, `oSheets${(serial += 1)}`);

async function sheetOf(rows: (string | number)[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '名单', rows: [['名称', '单位', '一句话介绍'], ...rows] }] });
}

describe('an import', () => {
  it('reports on a list of twenty from LibreOffice and writes nothing, then adds them all', async () => {
    const owner = newOwner();
    const pollId = await owner.create();
    const list = readFileSync(path.join(files, 'libreoffice-list.xlsx'));
    const before = await snapshot(cloud);
    const tried = await owner.putList(pollId, list);
    const trial = await owner.get('candidate.import', { pollId, file: tried, listVersion: 1, isTrial: true });
    expect(trial).toMatchObject({ count: 20, faultCount: 0, added: 0, listVersion: 1 });
    expect(trial.sample).toHaveLength(20);
    expect(trial.sample[0]).toMatchObject({ row: 4, number: 1, name: '社区老年食堂', unit: '市民政局' });
    expect(await snapshot(cloud)).toEqual(before);

    const file = await owner.putList(pollId, list);
    const real = await owner.get('candidate.import', { pollId, file, listVersion: 1, isTrial: false });
    expect(real).toMatchObject({ added: 20, listVersion: 2 });
    const { candidates } = await owner.get('candidate.list', { pollId });
    expect(candidates.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('a list with mistakes is told cell by cell, and nothing is written', async () => {
    const owner = newOwner();
    const pollId = await owner.create();
    const list = await sheetOf([
      ['社区食堂', '民政局', ''],
      ['', '教育局', '没有名称'],
      ['社区食堂', '交通局', '重名'],
    ]);
    const before = await snapshot(cloud);
    const file = await owner.putList(pollId, list);
    const report = await owner.get('candidate.import', { pollId, file, listVersion: 1, isTrial: false });
    expect(report).toMatchObject({ count: 0, added: 0, faultCount: 2 });
    expect(report.problems.filter(({ level }) => level === 'fault')).toMatchObject([
      { code: 'NAME_MISSING', row: 3, cell: 'A3', column: '名称' },
      { code: 'NAME_TWICE', row: 4, cell: 'A4', details: { name: '社区食堂', otherRow: 2 } },
    ]);
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('a text in it that WeChat does not pass is named by its row, and nothing is written', async () => {
    const owner = newOwner();
    const pollId = await owner.create();
    const list = await sheetOf([
      ['社区食堂', '民政局', '好'],
      ['便民站', '商务局', '代开发票'],
    ]);
    const before = await snapshot(cloud);
    const file = await owner.putList(pollId, list);
    const refused = await owner.ask('candidate.import', { pollId, file, listVersion: 1, isTrial: false });
    expect(refused).toMatchObject({ error: { code: 'CONTENT_REFUSED', details: { field: 'rows.3.sentence' } } });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('a function that dies anywhere in it adds all candidates or none', async () => {
    for (let broken = 1; broken <= 5; broken++) {
      const owner = newOwner();
      const pollId = await owner.create();
      const rows = Array.from({ length: 150 }, (_, index) => [`候选 ${index}`, '单位', '介绍']);
      const file = await owner.putList(pollId, await sheetOf(rows));
      let writes = 0;
      const stop = cloud.onDatabaseCall({
        before: ({ functionName, action }) => {
          const isWrite = /insert|modify|remove/.test(action);
          if (functionName !== 'organiser' || !isWrite || (writes += 1) !== broken) return undefined;
          return { killInstance: true };
        },
      });
      await owner.ask('candidate.import', { pollId, file, listVersion: 1, isTrial: false }).catch(() => undefined);
      stop();
      const { candidates } = await owner.get('candidate.list', { pollId });
      expect([0, 150]).toContain(candidates.length);
    }
  });

  it('what a broken one left behind is never a candidate, and publishing sweeps it away', async () => {
    const owner = newOwner();
    const pollId = await readyPoll(owner);
    const file = await owner.putList(pollId, await sheetOf([['半途的一项', '单位', '介绍']]));
    const { listVersion } = await owner.get('candidate.list', { pollId });
    const stop = cloud.onDatabaseCall({
      before: ({ functionName, collection, action }) =>
        functionName === 'organiser' && collection === 'polls' && action === 'database.modifyDocument'
          ? { killInstance: true }
          : undefined,
    });
    await owner.ask('candidate.import', { pollId, file, listVersion, isTrial: false }).catch(() => undefined);
    stop();
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    const { candidates } = await new VoterClient(cloud.url, 'oVoter').get('poll.get', { pollId });
    expect(candidates.map(({ name }) => name)).toEqual(['第一项', '第二项']);
    expect(await readAll(cloud.url, 'candidates', { name: '半途的一项' })).toEqual([]);
  });

  it('is refused when somebody changed the list since it was tried, and once the poll is published', async () => {
    const owner = newOwner();
    const pollId = await readyPoll(owner);
    const list = await sheetOf([['又一项', '单位', '介绍']]);
    const wish = async () => ({ pollId, file: await owner.putList(pollId, list), isTrial: false });
    expect(await owner.ask('candidate.import', { ...(await wish()), listVersion: 1 })).toMatchObject({
      error: { code: 'EDIT_CONFLICT' },
    });
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    const { listVersion } = await owner.get('candidate.list', { pollId });
    expect(await owner.ask('candidate.import', { ...(await wish()), listVersion })).toMatchObject({
      error: { code: 'FROZEN_AFTER_PUBLISHING' },
    });
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'NOT_A_SPREADSHEET'],
    ['an empty file', Buffer.alloc(0), 'FILE_EMPTY'],
    ['a broken archive', Buffer.from('PK\u0003\u0004 broken'), 'FILE_DAMAGED'],
    ['three megabytes', Buffer.alloc(3_000_000, 'a'), 'FILE_TOO_LARGE'],
  ])('%s is refused by name', async (_, content, reason) => {
    const owner = newOwner();
    const pollId = await owner.create();
    const file = await owner.putList(pollId, content);
    const refused = await owner.ask('candidate.import', { pollId, file, listVersion: 1, isTrial: true });
    expect(refused).toMatchObject({ error: { code: 'FILE_REFUSED', details: { reason } } });
  });
});

describe('an export', () => {
  async function exported(
    owner: OrganiserClient,
    pollId: string,
    kind: 'template' | 'candidates' | 'participation' | 'results',
  ): Promise<{ rows: unknown[][]; sheets: { sheet: string; data: unknown[][] }[] }> {
    const made = await owner.get('export.make', { pollId, kind });
    const response = await fetch(made.url);
    const content = Buffer.from(await response.arrayBuffer());
    expect(content).toHaveLength(made.bytes);
    const sheets = await readXlsxFile(content);
    return { rows: sheets[0]?.data ?? [], sheets };
  }

  it('of candidates is a file that an import reads back', async () => {
    const owner = newOwner();
    const pollId = await readyPoll(owner);
    const { rows } = await exported(owner, pollId, 'candidates');
    expect(rows.slice(1).map(([number, name]) => [number, name])).toEqual([
      [1, '第一项'],
      [2, '第二项'],
    ]);
    const other = await owner.create();
    const made = await owner.get('export.make', { pollId, kind: 'candidates' });
    const content = Buffer.from(await (await fetch(made.url)).arrayBuffer());
    const file = await owner.putList(other, content);
    const report = await owner.get('candidate.import', { pollId: other, file, listVersion: 1, isTrial: false });
    expect(report).toMatchObject({ added: 2 });
  });

  it('of results comes only once the counts are released to everyone, and so does the dashboard’s ranking', async () => {
    const owner = newOwner();
    // A small poll’s own end may be this evening, which the clock passes below.
    const stages = { voting: Date.now(), verifying: Date.now() + 2 * 24 * 60 * minute };
    const pollId = await readyPoll(owner, { stages, countPolicy: { kind: 'afterClose' } });
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    const { poll } = await owner.get('poll.load', { pollId });
    cloud.setClock(2 * minute);
    const { candidates } = await owner.get('candidate.list', { pollId });
    const ids = candidates.map(({ id }) => id);
    for (let person = 0; person < 12; person++) {
      const voter = new VoterClient(cloud.url, `oHidden${person}`);
      await voter.cast(pollId, [ids[person % 3 === 0 ? 0 : 1] ?? ''], { channel: person < 3 ? 'poster' : 'group' });
    }
    await cloud.fireTimer('scheduler');
    const early = await owner.get('dashboard.get', { pollId });
    // The team learns of no ballot before everyone does.
    expect(early.ballots).toEqual({ total: 0, byHour: [], byChannel: [] });
    cloud.setClock(3 * 60 * minute);
    for (let firing = 0; firing < 3; firing++) await cloud.fireTimer('scheduler');
    const observer = await owner.invite(pollId, 'oHiddenObserver', 'observer');
    for (const who of [owner, observer]) {
      expect(await who.ask('export.make', { pollId, kind: 'results' })).toMatchObject({
        error: { code: 'COUNTS_HIDDEN', details: { nextAt: expect.any(Number) } },
      });
      const dashboard = await who.get('dashboard.get', { pollId });
      expect(dashboard.standings).toEqual({ hidden: true, nextAt: expect.any(Number) });
      expect(dashboard.ballots.total).toBe(12);
      // Nothing in the answer names a candidate.
      for (const id of ids) expect(JSON.stringify(dashboard)).not.toContain(id);
    }
    const participation = await exported(owner, pollId, 'participation');
    const byChannel = participation.sheets.find(({ sheet }) => sheet === '按来源')?.data ?? [];
    expect(byChannel.slice(1).map(([channel, count]) => [channel, typeof count])).toEqual([
      ['其他来源', 'string'],
      ['海报图片', 'string'],
    ]);

    cloud.setClock(poll.stages.verifying - Date.now() + 5 * minute);
    for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
    const { rows } = await exported(owner, pollId, 'results');
    expect(rows.slice(1).map(([rank, number, , , votes]) => [rank, number, votes])).toEqual([
      [1, 2, 8],
      [2, 1, 4],
    ]);
  });
});
