import {
  dateTimeText,
  dayText,
  momentText,
  periodDayText,
  remainingText,
  timeText,
} from '../../../miniprogram/text/times';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const now = at('2026-11-24T09:41:00');

test('a time is written in Shanghai, wherever the phone is', () => {
  expect(dateTimeText(Date.parse('2026-11-24T10:00:00Z'))).toBe('11月24日 18:00');
  expect(timeText(Date.parse('2026-11-24T01:05:00Z'))).toBe('9:05');
});

test.each([
  ['2026-11-24T18:00:00', '今天 18:00'],
  ['2026-11-24T00:00:00', '今天 0:00'],
  ['2026-11-25T00:00:00', '明天 0:00'],
  ['2026-11-23T23:59:59', '昨天 23:59'],
  ['2026-11-26T00:00:00', '11月26日 0:00'],
  ['2025-11-24T09:00:00', '2025年11月24日 9:00'],
])('on 24 November at 9:41, %s is said as %s', (iso, said) => {
  expect(momentText(at(iso), now)).toBe(said);
});

test('today is the day in Shanghai even where it is still yesterday in UTC', () => {
  const justAfterMidnight = at('2026-11-24T00:10:00');
  expect(momentText(justAfterMidnight, justAfterMidnight)).toBe('今天 0:10');
  expect(dayText(at('2026-11-23T23:50:00'), justAfterMidnight)).toBe('昨天');
});

test.each([
  [6 * 86_400_000 + 5, '还有 6 天'],
  [86_400_000, '还有 1 天'],
  [86_400_000 - 1, '还有 23 小时 59 分'],
  [3 * 3_600_000 + 12 * 60_000, '还有 3 小时 12 分'],
  [2 * 3_600_000, '还有 2 小时'],
  [12 * 60_000 + 59_000, '还有 12 分钟'],
  [59_000, '不到 1 分钟'],
  [0, ''],
  [-5, ''],
])('%d ms before the end it says %s', (left, said) => {
  expect(remainingText(now + left, now)).toBe(said);
});

test('a period of the whole event has no day', () => {
  expect(periodDayText('2026-01-05')).toBe('1月5日');
  expect(periodDayText('once')).toBeUndefined();
});
