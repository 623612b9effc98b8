import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { OrganiserClient } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';

/** A folder with lists as offices have them, and a README of what each must give. */
const lists = process.env.OFFICE_LISTS ?? '';
const here = lists !== '' && existsSync(path.join(lists, 'README.md')) ? describe : describe.skip;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

type Report = OrganiserOutput<'candidate.import'>;

here('lists as offices have them (OFFICE_LISTS)', () => {
  let cloud: TestCloud;
  let owner: OrganiserClient;
  let serial = 0;
  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.close());
  beforeEach(() => {
    owner = new OrganiserClient(cloud.url, `oLists${(serial += 1)}`);
  });

  async function draft(groups: string[] = []): Promise<string> {
    const pollId = await owner.create();
    const { rules } = (await owner.get('poll.load', { pollId })).poll;
    const named = groups.map((name, at) => ({ id: `g${at}`, name, min: 0, max: 1 }));
    if (groups.length > 0) await owner.save(pollId, { rules: { ...rules, groups: named } });
    return pollId;
  }

  async function send(
    pollId: string,
    name: string,
    wish: Partial<OrganiserInput<'candidate.import'>>,
  ): Promise<Report> {
    const file = await owner.putList(pollId, readFileSync(path.join(lists, name)));
    const { listVersion } = await owner.get('candidate.list', { pollId });
    return owner.get('candidate.import', { pollId, file, listVersion, isTrial: true, ...wish });
  }

  /** Tries a list, imports it as tried, and gives both what was told and what the poll holds. */
  async function imported(
    name: string,
    pollId: string,
    corrections: OrganiserInput<'candidate.import'>['corrections'] = {},
  ): Promise<{ told: Report; names: string[]; numbers: number[]; units: string[]; notes: string[] }> {
    const told = await send(pollId, name, { corrections });
    expect(told.problems.filter(({ level }) => level === 'fault')).toEqual([]);
    await send(pollId, name, { isTrial: false, corrections, trial: told.trial });
    const { candidates } = await owner.get('candidate.list', { pollId });
    return {
      told,
      names: candidates.map((each) => each.name),
      numbers: candidates.map(({ number }) => number),
      units: candidates.map(({ unit }) => unit),
      notes: told.problems.map(({ code, row, column, details }) =>
        [code, row ?? '', column ?? '', textOf(details['reason'])].join(' ').trim(),
      ),
    };
  }

  const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

  test.each<[string, number, string[]]>([
    ['brand-and-contact.xlsx', 3, ['COLUMN_IGNORED 1 姓名 other', 'COLUMN_IGNORED 1 电话 private']],
    ['criterion-that-the-poll-lacks.csv', 2, ['COLUMN_IGNORED 1 实效性 noCriterion']],
    ['endless-tiny-cells.xlsx', 1, []],
    ['excel-text-formula.csv', 2, []],
    ['footer-no-number.xlsx', 10, [12, 13, 14].map((row) => `ROW_LEFT_OUT ${row}  footer`)],
    ['hidden-column.xlsx', 10, ['COLUMN_IGNORED 1 项目 hidden']],
    ['hint-row.xlsx', 10, ['ROW_LEFT_OUT 2  hint']],
    ['long-intro.xlsx', 10, ['TEXT_KEPT_AS_DETAIL  项目简介（300字以内）']],
    ['numbers-with-hao.xlsx', 10, []],
    ['people-with-deeds.xlsx', 10, ['COLUMN_IGNORED 1 性别 private', 'COLUMN_IGNORED 1 推荐单位 other']],
    ['prefilled-numbers.xlsx', 10, []],
    ['semicolon-title-two-columns.csv', 2, []],
    ['traditional.xlsx', 10, []],
    ['two-header-merged.xlsx', 10, ['COLUMN_IGNORED 2 姓名 private', 'COLUMN_IGNORED 2 电话 private']],
    ['two-units.xlsx', 10, ['COLUMN_IGNORED 1 推荐单位 other']],
  ])('%s gives %i candidates, numbered from 1, and says what it left out', async (name, count, notes) => {
    const { names, numbers, notes: told } = await imported(name, await draft());
    expect(new Set(names).size).toBe(count);
    expect(numbers).toEqual(upTo(count));
    expect(told.map((note) => note.replace(/^(COLUMN_IGNORED|TEXT_KEPT_AS_DETAIL) {2}/, '$1  '))).toEqual(
      expect.arrayContaining(notes.map((note) => note.replace(/(COLUMN_IGNORED) \d+/, '$1 '))),
    );
  });

  test('names, units and texts go where they belong', async () => {
    expect((await imported('excel-text-formula.csv', await draft())).names[0]).toBe('社区食堂');
    const people = await imported('people-with-deeds.xlsx', await draft());
    expect([people.names[0], people.units[0]]).toEqual(['候选1', '市民政局']);
    expect(people.told.sample[0]?.detail.length).toBeGreaterThan(100);
    const long = await imported('long-intro.xlsx', await draft());
    expect(long.told.sample.every(({ detail }) => detail.length > 200)).toBe(true);
    const traditional = await imported('traditional.xlsx', await draft());
    expect(traditional.told.sample[0]).toMatchObject({ unit: '市民政局', sentence: expect.stringContaining('居民') });
    const merged = await imported('two-header-merged.xlsx', await draft());
    expect([merged.names[0], merged.units[0]]).toEqual(['社区老年食堂', '市民政局']);
  });

  test('hidden rows are left out and named, and the clerk may take them in', async () => {
    const { names, notes } = await imported('hidden-rows.xlsx', await draft());
    expect(names).toHaveLength(7);
    expect(notes).toEqual([4, 6, 8].map((row) => `ROW_LEFT_OUT ${row}  hidden`));
    const rows = [4, 6, 8].map((row) => ({ sheet: 0, row, isTaken: true }));
    expect((await imported('hidden-rows.xlsx', await draft(), { rows })).numbers).toEqual(upTo(10));
  });

  test('two departments’ lists go in one after the other', async () => {
    const pollId = await draft();
    expect((await imported('list-of-department-a.xlsx', pollId)).numbers).toEqual([1, 2]);
    const second = await imported('list-of-department-b.xlsx', pollId);
    expect(second.numbers).toEqual([1, 2, 3, 4]);
    expect(second.told.problems).toMatchObject([{ code: 'NUMBERS_CHANGED', details: { first: 3, last: 4 } }]);
  });

  test('categories are groups, by a column or by a sheet each', async () => {
    const restarting = await imported('numbers-restart-per-category.xlsx', await draft(['民生服务', '城市建设']));
    expect(restarting.numbers).toEqual(upTo(10));
    expect(new Set(restarting.told.sample.map(({ group }) => group))).toEqual(new Set(['民生服务', '城市建设']));
    expect(restarting.notes).toContainEqual(expect.stringContaining('NUMBERS_CHANGED'));

    const alone = await send(await draft(), 'sheet-per-category.xlsx', {});
    const names = alone.sheets.map(({ name }) => name);
    expect(names).toHaveLength(7);
    expect(alone.problems).toContainEqual(
      expect.objectContaining({ code: 'SHEETS_IGNORED', details: { sheets: names.slice(1) } }),
    );
    const { candidates } = await (async () => {
      const pollId = await draft(names);
      await imported('sheet-per-category.xlsx', pollId);
      return owner.get('candidate.list', { pollId });
    })();
    expect(candidates).toHaveLength(21);
    expect(new Set(candidates.map(({ group }) => group)).size).toBe(7);
  });

  test.each<[string, object[]]>([
    ['501-candidates.csv', [{ code: 'TOO_MANY_CANDIDATES', details: { found: 501, existing: 0, most: 500 } }]],
    ['content-refused.csv', [{ code: 'CONTENT_REFUSED', row: 3, column: '名称', details: { found: '代开发票' } }]],
    ['one-candidate-form.xlsx', [{ code: 'ONE_CANDIDATE_FORM' }]],
  ])('%s is refused at the trial', async (name, problems) => {
    const told = await send(await draft(), name, {});
    expect(told.problems.filter(({ level }) => level === 'fault')).toMatchObject(problems);
    expect(told).toMatchObject({ count: 0, faultCount: 1 });
  });
});
