import type { DetailsOf, FailureCode } from '../../../miniprogram/services/cloud';
import { castFailureText, readFailureText, workFailureText } from '../../../miniprogram/text/errors';
import { organiserMessages } from '../../../miniprogram/text/organiser-errors';
import { failureBy, failureCodes } from '../failures';
import { now, votingEndAt, votingStartAt } from '../samples';

const midnight = Date.parse('2026-11-25T00:00:00+08:00');
const period = '2026-11-24';

function said<Code extends FailureCode>(code: Code, details?: DetailsOf[Code]): string {
  const { title, detail } = castFailureText(failureBy(code, details), now);
  return `${title}。${detail}`;
}

test.each(failureCodes)('%s is said in plain words, for casting, for reading and for organising', (code) => {
  for (const speak of [castFailureText, readFailureText, workFailureText]) {
    const { title, detail } = speak(failureBy(code), now);
    expect(title + detail).toMatch(/^[^A-Za-z!！]+$/);
    expect(detail).toMatch(/。$/);
  }
});

test.each(failureCodes.filter((code) => !Object.hasOwn(organiserMessages, code)))('%s says what one can do', (code) => {
  for (const speak of [castFailureText, readFailureText])
    expect(speak(failureBy(code), now).detail).toMatch(/请|可以|可发给|再投|再试|再来|在“我的”里/);
});

test('a vote that is over says where it goes on, and a poll that is gone whom to ask', () => {
  expect(said('POLL_NOT_OPEN', { stage: 'verifying', votingStartAt, votingEndAt: now - 1000 })).toMatch(/请/);
  const erased = { at: now, reason: '法院要求', hasLog: true };
  const withdrawn = { title: '实事', reason: '重复' };
  for (const gone of [{ withdrawn }, { erased }])
    expect(said('POLL_NOT_FOUND', { field: 'pollId', ...gone })).toMatch(/请/);
});

test('a second ballot on one day is told when the next one is possible', () => {
  expect(said('ALREADY_VOTED', { period, nextAt: midnight })).toBe('今天的一票已经投过。明天 0:00 起可以再投。');
});

test('a second ballot in a poll of one ballot is not promised another day', () => {
  expect(said('ALREADY_VOTED', { period, nextAt: null })).not.toMatch(/再投/);
});

test('without a network the voter hears that nothing is counted twice', () => {
  expect(said('OFFLINE')).toBe('没有连上网络。您的选择还在。连上后点“再试一次”，不会多算一票。');
});

test('a page that cannot load speaks of no choices', () => {
  for (const code of failureCodes) {
    if (code === 'POLL_NOT_OPEN' || code === 'PERIOD_OVER' || code === 'CANDIDATE_WITHDRAWN') continue;
    const lost = ['OFFLINE', 'TIMEOUT', 'NO_ANSWER', 'BUSY'].includes(code);
    if (lost) expect(readFailureText(failureBy(code), now).detail).not.toMatch(/选择|再投/);
  }
});

test.each([
  [{ votingStartAt: now + 1000, votingEndAt }, '还没有开始投票'],
  [{ votingStartAt, votingEndAt: now - 1000 }, '投票已经截止'],
  [{ votingStartAt, votingEndAt }, '现在不能投票'],
])('a poll that is not open says so by its times: %j', (times, title) => {
  expect(said('POLL_NOT_OPEN', { stage: 'verifying', ...times })).toContain(title);
});

test('too many choices name the range and the group', () => {
  expect(said('CHOICES_OUT_OF_RANGE', { field: 'choices', min: 3, max: 10, got: 11 })).toContain('要选 3–10 项');
  expect(said('CHOICES_OUT_OF_RANGE', { field: 'choices', min: 1, max: 1, got: 0, group: '养老' })).toContain(
    '“养老”要选 1 项',
  );
});

test('a fault of ours gives the number that finds it in the log', () => {
  const { title, detail, tone } = castFailureText(
    { code: 'INTERNAL', message: '', details: { requestId: 'R-7F3A' } },
    now,
  );
  expect(`${title}。${detail}`).toBe('这一步没有成功，问题在我们这边。编号 R-7F3A，可发给客服。');
  expect(tone).toBe('fault');
});

test('an organiser hears which field is wrong, and that nothing was saved', () => {
  const speak = (field: string): string => {
    const { title, detail } = workFailureText(failureBy('INVALID_INPUT', { field, expected: '' }), now);
    return `${title}。${detail}`;
  };
  expect(speak('change.title')).toBe('标题填写有误。没有保存。请看一下再试。');
  expect(speak('change.rules.groups.2.name')).toContain('分组填写有误');
  expect(speak('somethingNew')).toContain('有一项填写有误');
});

test('an organiser who was overtaken hears by whom and when', () => {
  const { title } = workFailureText(failureBy('EDIT_CONFLICT'), now);
  expect(title).toMatch(/^李敏在.+改过$/);
});

test('a poll that was called off is told with the organisers’ reason', () => {
  const withdrawn = { title: '十佳', reason: '场馆停电，改期再办。', at: now };
  expect(said('POLL_NOT_FOUND', { field: 'pollId', withdrawn })).toBe(
    '这个评选已经取消。主办方的说明：场馆停电，改期再办。有疑问请问主办方。',
  );
  expect(said('POLL_NOT_FOUND', { field: 'pollId', withdrawn: { title: '十佳' } })).toBe(
    '这个评选已经取消。主办方没有写明原因。有疑问请问主办方。',
  );
  const erased = { at: now, reason: '居民要求删除', hasLog: true };
  expect(said('POLL_NOT_FOUND', { field: 'pollId', erased })).toContain('居民要求删除。公开账册还在');
  expect(said('POLL_NOT_FOUND', { field: 'pollId', erased: { ...erased, hasLog: false } })).not.toContain('公开账册');
  expect(said('POLL_NOT_FOUND', { field: 'pollId', isStill: true })).toContain('这个评选现在暂停');
  expect(said('POLL_NOT_FOUND')).toContain('没有找到这个评选');
});
