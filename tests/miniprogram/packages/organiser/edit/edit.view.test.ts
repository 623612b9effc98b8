import type { SaveState } from '../../../../../miniprogram/packages/organiser/draft/draft-session';
import { fieldsOf } from '../../../../../miniprogram/packages/organiser/draft/fields';
import type { Asked } from '../../../../../miniprogram/packages/organiser/edit/asked.view';
import { destinationOf } from '../../../../../miniprogram/packages/organiser/edit/destination';
import { editView, type Edited } from '../../../../../miniprogram/packages/organiser/edit/edit.view';
import type { ChecklistItem } from '../../../../../miniprogram/packages/organiser/services/polls';
import { now } from '../../../samples';
import { editedPoll, qian } from '../edited-poll';

function shown(shape: Partial<Edited> = {}): ReturnType<typeof editView> {
  const server = editedPoll();
  const fields = fieldsOf(server);
  const none = { candidates: [], list: undefined, asked: undefined, acts: [], sides: {}, isPublishing: false };
  const state: SaveState = { kind: 'saved', at: now };
  return editView({ step: 'rules', fields, saved: fields, server, state, ...none, ...shape }, now);
}

test('only the present step has a view, and the bars say how far one is', () => {
  const view = shown();
  expect(view).toMatchObject({ title: '投票规则', progress: '第 3 步，共 5 步', basics: null, publish: null });
  expect(view.rules).not.toBeNull();
  expect(view.bars?.map(({ isDone }) => isDone)).toEqual([true, true, true, false, false]);
});

const refusedTitle = {
  code: 'CONTENT_REFUSED' as const,
  message: '',
  details: { field: 'change.title', suggest: 'risky' },
};

test.each<[SaveState, string, boolean]>([
  [{ kind: 'saved', at: now }, '已保存 9:41', false],
  [{ kind: 'saving' }, '正在保存', false],
  [{ kind: 'waiting', failure: { code: 'OFFLINE', message: '' } }, '没有保存上，会再试', true],
  [{ kind: 'refused', failure: refusedTitle, fields: ['title'] }, '有一处没保存', true],
])('%j is said as %s', (state, text, hasNote) => {
  const view = shown({ state });
  expect(view.sign?.text).toBe(text);
  expect(view.note !== null).toBe(hasNote);
});

test('two people’s wordings of one field stand side by side, and none is chosen for anybody', () => {
  const saved = fieldsOf(editedPoll({ title: '钱进写的' }));
  const fields = { ...saved, title: '我写的' };
  const state: SaveState = { kind: 'conflict', by: { ...qian, at: now }, clashes: ['title'] };
  expect(shown({ state, saved, fields }).conflict).toMatchObject({
    title: '钱进在 今天 9:41 改过',
    isSettled: false,
    clashes: [{ label: '标题', theirs: '钱进写的', mine: '我写的' }],
  });
  expect(shown({ state, saved, fields, sides: { title: 'mine' } }).conflict?.isSettled).toBe(true);
});

test('publishing waits for the check, for what is missing, and for a second person', () => {
  const list = { items: [], isReady: true, needsSecondPerson: false };
  expect(shown({ step: 'publish' }).next).toEqual({ text: '正在检查', isReady: false });
  expect(shown({ step: 'publish', list }).next).toEqual({ text: '发布', isReady: true });
  expect(shown({ step: 'publish', list: { ...list, needsSecondPerson: true } }).next?.text).toBe('提请发布');
  const items = [{ code: 'candidates' as const, level: 'missing' as const }];
  expect(shown({ step: 'publish', list: { ...list, items } }).next).toEqual({ text: '还差 1 项', isReady: false });
});

describe('what publishing asks for stands where it is written', () => {
  const fields = fieldsOf(editedPoll({ summary: '', voidReasons: [] }));
  const items: ChecklistItem[] = [
    { code: 'summary', level: 'missing' },
    { code: 'hotline', level: 'warning' },
    { code: 'voidReasons', level: 'warning' },
    { code: 'rules', level: 'missing', details: { field: 'groups.0.max', expected: '' } },
    { code: 'noticeDays', level: 'warning', details: { days: 2 } },
  ];
  const asked = (place?: Asked['place']): Asked => ({
    list: { items, isReady: false, needsSecondPerson: false },
    fields,
    place,
  });
  const errorsOf = (shape: Partial<Edited>): Record<string, string> =>
    Object.fromEntries(
      (shown({ step: 'basics', fields, ...shape }).basics?.texts ?? []).flatMap(({ field, error }) =>
        error === '' ? [] : [[field, error]],
      ),
    );

  test('what is missing everywhere, what may be gone past where the tap led', () => {
    expect(errorsOf({})).toEqual({});
    expect(errorsOf({ asked: asked() })).toEqual({ summary: '写一段简介' });
    expect(errorsOf({ asked: asked('hotline') })).toEqual({ summary: '写一段简介', hotline: '写上监督电话' });
    const rules = (place?: Asked['place']) => shown({ step: 'rules', fields, asked: asked(place) }).rules;
    expect(rules()).toMatchObject({
      groupsError: '投票规则选不满一张票：请检查每票选几、分组和候选数目',
      voidsError: '',
    });
    expect(rules('voids')).toMatchObject({ voidsError: '写明什么样的票可以作废' });
    const times = shown({ step: 'times', fields, asked: asked('notice') }).times;
    expect(times?.rows.find(({ stage }) => stage === 'notice')?.error).toMatch(/^公示只有 2 个工作日/);
  });

  test('until somebody writes there', () => {
    expect(errorsOf({ asked: asked(), fields: { ...fields, summary: '请' } })).toEqual({});
  });

  test('and what the cloud did not take is told before it', () => {
    const state: SaveState = {
      kind: 'refused',
      failure: { code: 'CONTENT_REFUSED', message: '', details: { field: 'change.summary', suggest: 'risky' } },
      fields: ['summary'],
    };
    expect(errorsOf({ asked: asked(), state })).toEqual({ summary: '简介没有通过微信的内容检查' });
  });
});

test.each<[ChecklistItem['code'], object, object]>([
  ['stageOrder', { stage: 'notice' }, { place: 'notice' }],
  ['stageOrder', { stage: 'toString' }, { place: 'voting' }],
  ['picture', { state: 'refused' }, { step: 'basics', place: 'cover' }],
  ['picture', { state: 'pending', candidateId: 'c2' }, { to: 'candidate', id: 'c2' }],
  ['result', {}, { place: 'seats' }],
  ['candidateTwice', { name: '甲' }, { step: 'candidates' }],
  ['chatGroups', {}, { to: 'chatGroups' }],
  ['coOrganisers', {}, { step: 'basics', place: 'coOrganisers' }],
])('%s with %j is mended at %j', (code, details, destination) => {
  expect(destinationOf({ code, level: 'missing', details: { ...details } })).toMatchObject(destination);
});
