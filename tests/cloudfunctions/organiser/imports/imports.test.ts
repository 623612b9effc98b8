import fc from 'fast-check';
import { mostCandidates } from '../../../../cloudfunctions/shared/domain/editing/order';
import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { OrganiserClient, publishable } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

type Report = OrganiserOutput<'candidate.import'>;
type Wish = Partial<OrganiserInput<'candidate.import'>>;

const minute = 60_000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newOwner = (): OrganiserClient => new OrganiserClient(cloud.url, `oImports${(serial += 1)}`);

/** Puts a list up and asks for it, as the page does; a trial unless told. */
async function ask(owner: OrganiserClient, pollId: string, content: string, wish: Wish = {}): Promise<unknown> {
  const file = await owner.putList(pollId, content);
  const { listVersion } = await owner.get('candidate.list', { pollId });
  return owner.ask('candidate.import', { pollId, file, listVersion, isTrial: true, ...wish });
}

async function report(owner: OrganiserClient, pollId: string, content: string, wish: Wish = {}): Promise<Report> {
  const reply = (await ask(owner, pollId, content, wish)) as { ok: boolean; data: Report };
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.data;
}

const faults = ({ problems }: Report): [string, string | undefined][] =>
  problems.filter(({ level }) => level === 'fault').map(({ code, cell }) => [code, cell]);

test('a trial names in one round every cell that WeChat does not pass, beside all other faults', async () => {
  const owner = newOwner();
  const pollId = await owner.create();
  const rows = Array.from({ length: 60 }, (_, at) => `项目${at},一局,${at % 20 === 7 ? '代开发票' : '好'}`);
  const list = ['名称,单位,简介', ...rows, ',没有名称,', '代开发票,二局,', '项目3,三局,'].join('\n');
  const tried = await report(owner, pollId, list);
  expect(faults(tried)).toEqual([
    ['CONTENT_REFUSED', 'C9'],
    ['CONTENT_REFUSED', 'C29'],
    ['CONTENT_REFUSED', 'C49'],
    ['NAME_MISSING', 'A62'],
    ['CONTENT_REFUSED', 'A63'],
    ['NAME_TWICE', 'A64'],
  ]);
  expect(tried).toMatchObject({ count: 0, faultCount: 6, trial: '' });
  expect(tried.problems[0]).toMatchObject({ row: 9, column: '简介', details: { found: '代开发票' } });
});

test('an import without a trial names them all as well, and writes nothing', async () => {
  const owner = newOwner();
  const pollId = await owner.create();
  const list = '名称,单位\n食堂,局\n代开发票,局\n公园,代开发票\n';
  expect(await ask(owner, pollId, list, { isTrial: false })).toMatchObject({
    error: {
      code: 'CONTENT_REFUSED',
      details: {
        field: 'rows.3.name',
        problems: [
          { code: 'CONTENT_REFUSED', row: 3, column: '名称', cell: 'A3' },
          { code: 'CONTENT_REFUSED', row: 4, column: '单位', cell: 'B4' },
        ],
      },
    },
  });
  expect((await owner.get('candidate.list', { pollId })).candidates).toEqual([]);
});

test('an import adds what its trial showed or nothing: not after the poll got groups, nor out of another file', async () => {
  const owner = newOwner();
  const pollId = await owner.create();
  const list = '名称,类别\n食堂,民生\n公园,城建\n';
  const { trial } = await report(owner, pollId, list);
  const conflict = { error: { code: 'EDIT_CONFLICT' } };
  expect(await ask(owner, pollId, `${list}书房,民生\n`, { isTrial: false, trial })).toMatchObject(conflict);
  const corrections = { columns: [{ column: 1, use: 'unit' as const }] };
  expect(await ask(owner, pollId, list, { isTrial: false, trial, corrections })).toMatchObject(conflict);

  const { rules } = (await owner.get('poll.load', { pollId })).poll;
  const groups = ['民生', '城建'].map((name, at) => ({ id: `g${at}`, name, min: 0, max: 1 }));
  expect(await owner.save(pollId, { rules: { ...rules, groups } })).toMatchObject({ ok: true });
  expect(await ask(owner, pollId, list, { isTrial: false, trial })).toMatchObject(conflict);
  expect((await owner.get('candidate.list', { pollId })).candidates).toEqual([]);

  const again = await report(owner, pollId, list);
  expect(again.trial).not.toBe(trial);
  const done = await report(owner, pollId, list, { isTrial: false, trial: again.trial });
  expect(done).toMatchObject({ added: 2, sample: [{ group: '民生' }, { group: '城建' }] });
});

test('the whole of a long text reaches voters, and a team edits it afterwards', async () => {
  const owner = newOwner();
  const pollId = await owner.create();
  await owner.save(pollId, publishable);
  const long = '让老人在家门口吃上热饭。'.repeat(100);
  const list = `项目名称,申报单位,项目简介（不限）\n食堂,民政局,${long}\n公园,园林局,短\n`;
  expect(await report(owner, pollId, list, { isTrial: false })).toMatchObject({
    added: 2,
    sample: [{ detail: long }, {}],
  });
  const [food, park] = (await owner.get('candidate.list', { pollId })).candidates;
  const ids = [food?.id ?? '', park?.id ?? ''];
  const { candidate } = await owner.get('candidate.load', { pollId, candidateId: ids[1] ?? '' });
  expect(candidate).toMatchObject({ detail: '短', sentence: '' });
  const { version, id: candidateId } = candidate;
  await owner.get('candidate.save', { pollId, candidateId, version, change: { detail: '新写的' } });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  cloud.setClock(2 * minute);
  const voter = new VoterClient(cloud.url, 'oDetailVoter');
  const shown = await Promise.all(ids.map((id) => voter.get('candidate.get', { pollId, candidateId: id })));
  expect(shown.map((each) => each.candidate.detail)).toEqual([long, '新写的']);
});

test('texts that the poll does not ask for are in no document, in no template and in no export', async () => {
  const owner = newOwner();
  const pollId = await owner.create();
  await owner.save(pollId, { criteria: ['innovation'] });
  const list = '名称,创新性,实效性\n只此一处的食堂,新,这里的字团队改不了\n';
  const tried = await report(owner, pollId, list);
  expect(tried.uses).toEqual(['number', 'name', 'unit', 'sentence', 'detail', 'innovation']);
  expect(tried.problems).toContainEqual(
    expect.objectContaining({ code: 'COLUMN_IGNORED', column: '实效性', details: { reason: 'noCriterion' } }),
  );
  await report(owner, pollId, list, { isTrial: false, trial: tried.trial });
  const stored = await readAll(cloud.url, 'candidates', { name: '只此一处的食堂' });
  expect(stored).toMatchObject([{ criteria: [{ criterion: 'innovation', text: '新' }] }]);
  expect(JSON.stringify(stored)).not.toContain('改不了');
});

test('one limit holds for candidates, and it is told at the trial', async () => {
  const owner = newOwner();
  const pollId = await owner.create();
  await owner.add(pollId, '先有的一项');
  const list = ['名称', ...Array.from({ length: mostCandidates }, (_, at) => `项目${at}`)].join('\n');
  expect(await report(owner, pollId, list)).toMatchObject({
    count: 0,
    problems: [{ code: 'TOO_MANY_CANDIDATES', details: { found: mostCandidates, existing: 1, most: mostCandidates } }],
  });
});

test.each([
  [{ columns: [{ column: 64, use: 'name' }] }, 'corrections.columns.0.column'],
  [{ columns: [{ column: 0, use: 'telephone' }] }, 'corrections.columns.0.use'],
  [{ rows: [{ sheet: 0, row: 0, isTaken: true }] }, 'corrections.rows.0.row'],
  [{ rows: Array.from({ length: 1101 }, (_, at) => ({ sheet: 0, row: at + 1, isTaken: true })) }, 'corrections.rows'],
  [{ sheets: [{ sheet: -1, isTaken: true }] }, 'corrections.sheets.0.sheet'],
  [{ other: 1 }, 'corrections.other'],
])('corrections of another shape are refused by their field: %#', async (corrections, field) => {
  const owner = newOwner();
  const pollId = await owner.create();
  // What no page sends.
  const wish = { corrections } as unknown as Wish;
  expect(await ask(owner, pollId, '名称\n甲\n', wish)).toMatchObject({
    error: { code: 'INVALID_INPUT', details: { field } },
  });
});

describe('whatever a list holds and a clerk decides', () => {
  const titles = fc.shuffledSubarray(
    [
      '序号',
      '编号',
      '姓名',
      '申报单位',
      '推荐单位',
      '类别',
      '项目简介',
      '主要事迹',
      '创新性',
      '实效性',
      '联系电话',
      '别的',
    ],
    { minLength: 2, maxLength: 7 },
  );
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('食堂', '公园', '书房', '门诊', '驿站', '坡道', '电梯') },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map(String) },
    fc.constantFrom(
      '',
      '1号',
      '合计',
      '备注：无',
      '20字以内',
      '一、民生类',
      '民生',
      '城建',
      '项目名称',
      '示例',
      '代开发票',
    ),
    fc.integer({ min: 100, max: 140 }).map((length) => '长'.repeat(length)),
  );
  /** Most rows hold what their column says; the others hold anything. */
  const cellOf = (title: string, row: number): fc.Arbitrary<string> => {
    if (title === '项目名称') return fc.oneof({ weight: 9, arbitrary: fc.constant(`项目第${row}`) }, cell);
    if (title === '类别') return fc.oneof({ weight: 9, arbitrary: fc.constantFrom('民生', '城建') }, cell);
    return title === '编号' ? fc.oneof({ weight: 9, arbitrary: fc.constant(String(row + 1)) }, cell) : cell;
  };
  const lists = titles.chain((others) => {
    const header = ['项目名称', ...others];
    return fc
      .tuple(...[1, 2, 3, 4].map((row) => fc.tuple(...header.map((title) => cellOf(title, row)))))
      .map((rows) => [header, ...rows].map((cells) => cells.join(',')).join('\n'));
  });
  const use = fc.constantFrom('number', 'name', 'unit', 'group', 'sentence', 'detail', 'innovation', null);
  const corrections = fc.record({
    columns: fc.array(fc.record({ column: fc.nat(6), use }), { maxLength: 3 }),
    rows: fc.array(fc.record({ sheet: fc.constant(0), row: fc.integer({ min: 1, max: 9 }), isTaken: fc.boolean() }), {
      maxLength: 3,
    }),
  });

  test('an import writes what its trial showed, to the letter, and where that showed a fault, nothing', async () => {
    const groups = ['民生', '城建'].map((name, at) => ({ id: `g${at}`, name, min: 0, max: 1 }));
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(lists, corrections, fc.boolean(), fc.boolean(), async (list, corrected, isGrouped, isSecond) => {
        const owner = newOwner();
        const pollId = await owner.create();
        const { rules } = (await owner.get('poll.load', { pollId })).poll;
        await owner.save(pollId, { criteria: ['innovation'], rules: isGrouped ? { ...rules, groups } : rules });
        if (isSecond) await owner.add(pollId, '先有的一项');
        const tried = await report(owner, pollId, list, { corrections: corrected });
        const wish = { isTrial: false, corrections: corrected, ...(tried.trial === '' ? {} : { trial: tried.trial }) };
        const reply = (await ask(owner, pollId, list, wish)) as { ok: boolean };
        const documents = (await readAll(cloud.url, 'candidates', { pollId: `~${pollId}` })) as StoredCandidate[];
        const { candidates } = await owner.get('candidate.list', { pollId });
        const added = candidates.filter(({ name }) => name !== '先有的一项');
        expect(added).toHaveLength(tried.count);
        if (tried.faultCount > 0) return;
        expect(reply.ok).toBe(true);
        imported += 1;
        const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
        const written = added.map(({ id, number, name, unit, sentence, group }) => ({
          number,
          name,
          unit,
          sentence,
          detail: documents.find(({ _id }) => _id.endsWith(`:${id}`))?.detail ?? '',
          ...(group === null ? {} : { group: nameOf.get(group) }),
        }));
        const shown = tried.sample.map(({ row: _, ...rest }) => rest).sort((one, other) => one.number - other.number);
        expect(written).toEqual(shown);
        const rows = tried.rows
          .filter(({ isTaken }) => isTaken)
          .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
        expect(rows.map(({ number, text }) => [number, text])).toEqual(
          written.map(({ number, name }) => [number, cut(name)]),
        );
      }),
      { numRuns: 60 },
    );
    // A property that never holds anything shows nothing.
    expect(imported).toBeGreaterThan(5);
  });
});

interface StoredCandidate {
  _id: string;
  detail?: string;
}

function cut(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
