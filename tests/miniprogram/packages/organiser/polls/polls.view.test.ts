import { pollsView } from '../../../../../miniprogram/packages/organiser/polls/polls.view';
import type { MyPoll } from '../../../../../miniprogram/packages/organiser/services/polls';
import { createView, startButton } from '../../../../../miniprogram/packages/organiser/create/create.view';
import { fieldsOf } from '../../../../../miniprogram/packages/organiser/draft/fields';
import { now, votingEndAt, votingStartAt } from '../../../samples';
import { editedPoll, zhao } from '../edited-poll';

const poll = (shape: Partial<MyPoll> = {}): MyPoll => ({
  id: 'p1',
  title: '十佳',
  status: 'draft',
  stage: 'preparing',
  role: 'owner',
  candidateCount: 0,
  measure: '位',
  votingStartAt,
  votingEndAt,
  edited: { ...zhao, at: now - 60_000 },
  ...shape,
});

test('who has organised nothing is offered one way to begin', () => {
  expect(pollsView([], now)).toMatchObject({ kind: 'empty', title: '还没有办过评选', action: '办一个评选' });
});

test.each<[Partial<MyPoll>, string, string]>([
  [{}, '草稿', '赵敏 今天 9:40 改过'],
  [{ status: 'published', stage: 'voting' }, '投票中', '11月30日 18:00 截止'],
  [{ status: 'published', stage: 'promoting', votingStartAt: now + 60_000 }, '展示中', '今天 9:42 开始投票'],
  [{ status: 'withdrawn', stage: 'voting' }, '已取消', '赵敏 今天 9:40 改过'],
])('%j is said as %s, %s', (shape, tag, time) => {
  expect(pollsView([poll(shape)], now)).toMatchObject({ rows: [{ tag, time, second: '还没有候选 · 您是负责人' }] });
});

test('a draft without a title can still be told', () => {
  expect(pollsView([poll({ title: '' })], now)).toMatchObject({
    rows: [{ title: '还没有标题的评选', isUntitled: true }],
  });
});

test('a template says what its rules are; the button says what is missing', () => {
  const templates = [
    { id: 'services' as const, name: '十佳为民服务实事', sentence: '一句', fields: fieldsOf(editedPoll()) },
  ];
  expect(createView(templates)).toMatchObject({ cards: [{ icon: 'city', rule: '每天一票，每票选 3–10 件' }] });
  expect(startButton('', '赵敏', false)).toEqual({ text: '先选一个模板', isReady: false });
  expect(startButton('small', ' ', false)).toEqual({ text: '写上您的称呼', isReady: false });
  expect(startButton('small', '赵敏', false).isReady).toBe(true);
  expect(startButton('small', '赵敏', true).isReady).toBe(false);
});
