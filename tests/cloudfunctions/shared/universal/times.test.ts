import { execFileSync } from 'node:child_process';
import {
  dateText,
  dateTimeText,
  dayText,
  fullDateText,
  fullTimeText,
  messageTimeText,
  momentText,
  periodDayText,
  remainingText,
  secondText,
  sheetTimeText,
  soonText,
  timeText,
  weekdayText,
} from '../../../../cloudfunctions/shared/universal/times';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const now = at('2026-11-24T09:41:00');

test('a time is written in Shanghai, wherever the phone is', () => {
  expect(dateTimeText(Date.parse('2026-11-24T10:00:00Z'))).toBe('11月24日 18:00');
  expect(timeText(Date.parse('2026-11-24T01:05:00Z'))).toBe('9:05');
});

test.each(['America/New_York', 'Australia/Lord_Howe', 'UTC'])(
  'nor does it matter that summer time ends in %s',
  (zone) => {
    const script = `
    import times from './cloudfunctions/shared/universal/times.ts';
    const start = Date.parse('2026-01-01T00:05:00+08:00');
    const said = Array.from({ length: 365 * 24 }, (_, hours) => times.fullTimeText(start + hours * 3_600_000));
    process.stdout.write(said.filter((text, hours) => !text.endsWith(' ' + (hours % 24) + ':05')).join('; '));
  `;
    const tsx = ['--import', 'tsx', '--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, tsx, { env: { ...process.env, TZ: zone }, encoding: 'utf8' })).toBe('');
  },
);

test('an instant reads differently on a page, in a log, in a message, in a sheet and in a terminal', () => {
  const instant = at('2026-01-05T09:05:07');
  expect(
    [dateText, fullDateText, fullTimeText, messageTimeText, sheetTimeText, secondText].map((write) => write(instant)),
  ).toEqual(['1月5日', '2026年1月5日', '2026年1月5日 9:05', '2026年1月5日 09:05', '2026-01-05 09:05', '1/5 09:05:07']);
});

test('the year is said where it is another one, a day of the week always', () => {
  expect(dateText(at('2027-01-01T00:00:00'), now)).toBe('2027年1月1日');
  expect(dayText(at('2027-01-01T00:00:00'), now)).toBe('2027年1月1日');
  expect(weekdayText(at('2026-12-31T23:59:00'), now)).toBe('12月31日 周四');
  expect(weekdayText(at('2027-01-03T00:00:00'), now)).toBe('2027年1月3日 周日');
});

test('what is soon needs no day', () => {
  expect(soonText(at('2026-11-24T09:50:00'), now)).toBe('9:50');
  expect(soonText(at('2026-11-25T09:50:00'), now)).toBe('明天 9:50');
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
