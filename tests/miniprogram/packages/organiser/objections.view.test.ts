import { draftOf, hearingOf, hearingView } from '../../../../miniprogram/packages/organiser/hearing/hearing.view';
import {
  objectionsView,
  type ObjectionRow,
} from '../../../../miniprogram/packages/organiser/objections/objections.view';
import type { TeamObjection } from '../../../../miniprogram/packages/organiser/services/outcome';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

const objection = (more: Partial<TeamObjection> = {}): TeamObjection => ({
  id: 'o1',
  number: '2026-03',
  kind: 'candidate',
  at: at('2026-11-24T10:00'),
  text: '介绍里写每天供餐三百份，实际没有这么多。',
  state: 'accepted',
  isSigned: true,
  pictureCount: 0,
  pictures: [],
  ...more,
});

function rowOf(of: TeamObjection, canHandle = true, now = at('2026-11-26T10:00')): ObjectionRow {
  const view = objectionsView([of], canHandle, now);
  const [row] = view.kind === 'ready' ? view.rows : [];
  if (!row) throw new Error('the objection is there');
  return row;
}

test('what is due with the end of a day is due on that day, as residents read it', () => {
  const dueAt = at('2026-11-28T00:00');
  expect(rowOf(objection({ dueAt })).due).toBe('明天 24:00 前要办');
  const late = rowOf(objection({ dueAt }), true, at('2026-11-30T09:00'));
  expect([late.due, late.isOverdue]).toEqual(['应在 11月27日 24:00 前办，已超期', true]);
});

test('whoever handles it sees its pictures and who signed; what cannot be seen is counted', () => {
  const pictures: TeamObjection['pictures'] = [{ url: 'https://a', state: 'passed' }, { state: 'pending' }];
  const signed = { name: '王秀英', contact: '13800000000', unit: '花园社区' };
  const row = rowOf(objection({ pictures, pictureCount: 2, signed }));
  expect(row.pictures).toEqual([{ url: 'https://a', name: '图片 1' }]);
  expect(row.hiddenPictures).toBe('还有 1 张图片现在不能看');
  expect(row.signed).toBe('署名：王秀英，花园社区，13800000000');
  const watched = rowOf(objection({ pictureCount: 2 }), false);
  expect([watched.pictures, watched.hiddenPictures]).toEqual([[], '还有 2 张图片现在不能看']);
});

test('a hearing is noted between the acceptance and the answer, by those who handle it', () => {
  const hearing = { at: at('2026-11-27T15:00'), place: '社区二楼会议室', minutes: '双方都到了。\n看了台账。' };
  expect(rowOf(objection()).hear).toBe('约当面听取意见');
  const heard = rowOf(objection({ state: 'heard', hearing }));
  expect(heard.hear).toBe('补记意见');
  expect(heard.hearing).toEqual(['当面听取意见：明天 15:00，社区二楼会议室', '双方都到了。', '看了台账。']);
  expect(rowOf(objection(), false).hear).toBe('');
  for (const state of ['received', 'declined', 'upheld', 'appealed', 'closed'] as const) {
    expect(rowOf(objection({ state })).hear).toBe('');
    expect(hearingView(objection({ state }))).toMatchObject({ kind: 'empty' });
  }
  expect(hearingView(undefined)).toMatchObject({ kind: 'empty', title: '没有找到这条异议' });
});

test('its form begins with what was noted before, and says what is missing', () => {
  const hearing = { at: at('2026-11-27T15:00'), place: '社区二楼会议室' };
  const draft = draftOf({ hearing });
  expect(draft).toEqual({ date: '2026-11-27', time: '15:00', place: '社区二楼会议室', minutes: '' });
  expect(hearingOf({ ...draft, minutes: ' 双方都到了。 ' })).toEqual({ ...hearing, minutes: '双方都到了。' });
  expect(hearingOf({ ...draft, time: '' })).toEqual({ missing: '请选日期和几点' });
  expect(hearingOf({ ...draft, place: ' ' })).toEqual({ missing: '请写明地点' });
});
