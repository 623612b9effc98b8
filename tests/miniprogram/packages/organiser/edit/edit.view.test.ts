import type { SaveState } from '../../../../../miniprogram/packages/organiser/draft/draft-session';
import { fieldsOf } from '../../../../../miniprogram/packages/organiser/draft/fields';
import { editView, type Edited } from '../../../../../miniprogram/packages/organiser/edit/edit.view';
import { now } from '../../../samples';
import { editedPoll, qian } from '../edited-poll';

function shown(shape: Partial<Edited> = {}): ReturnType<typeof editView> {
  const server = editedPoll();
  const fields = fieldsOf(server);
  const none = { candidates: [], list: undefined, acts: [], sides: {}, isPublishing: false };
  const state: SaveState = { kind: 'saved', at: now };
  return editView({ step: 'rules', fields, saved: fields, server, state, ...none, ...shape }, now);
}

test('only the present step has a view, and the bars say how far one is', () => {
  const view = shown();
  expect(view).toMatchObject({ title: '投票规则', progress: '第 3 步，共 5 步', basics: null, publish: null });
  expect(view.rules).not.toBeNull();
  expect(view.bars?.map(({ isDone }) => isDone)).toEqual([true, true, true, false, false]);
});

test.each<[SaveState, string, boolean]>([
  [{ kind: 'saved', at: now }, '已保存 9:41', false],
  [{ kind: 'saving' }, '正在保存', false],
  [{ kind: 'waiting', failure: { code: 'OFFLINE', message: '' } }, '没有保存上，会再试', true],
  [{ kind: 'refused', failure: { code: 'CONTENT_REFUSED', message: '' }, fields: ['title'] }, '有一处没保存', true],
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
