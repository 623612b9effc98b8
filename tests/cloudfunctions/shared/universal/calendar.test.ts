import fc from 'fast-check';
import { calendarFault, WorkCalendar, type CalendarYear } from '../../../../cloudfunctions/shared/universal/calendar';
import { builtInCalendar } from '../../../../cloudfunctions/shared/universal/calendar-years';
import { dayOf, endOfDay } from '../../../../cloudfunctions/shared/universal/day';

const at = (time: string): number => Date.parse(`${time}:00+08:00`);
const day = 24 * 3600_000;

it.each([
  // A Monday's notice until the next Monday: Tuesday to Friday.
  ['2026-11-23T09:00', '2026-11-30T09:00', 4],
  ['2026-11-23T09:00', '2026-12-01T09:00', 5],
  ['2026-11-20T09:00', '2026-11-23T09:00', 0],
  ['2026-11-23T09:00', '2026-11-23T18:00', 0],
  // Spring Festival: 14 February is a Saturday on which people work, 15 to 23 are free.
  ['2026-02-13T09:00', '2026-02-21T00:00', 1],
  ['2026-02-13T09:00', '2026-02-28T00:00', 5],
  // National Day: 20 September and 10 October are worked.
  ['2026-09-18T09:00', '2026-09-21T00:00', 1],
  ['2026-09-30T09:00', '2026-10-11T00:00', 3],
  // New Year, from one known year to the next.
  ['2025-12-30T09:00', '2026-01-05T00:00', 2],
  ['2025-01-25T09:00', '2025-02-09T00:00', 6],
])('from %s to %s lie %i whole working days', (from, to, days) => {
  expect(builtInCalendar.workingDaysBetween(at(from), at(to))).toEqual({ days });
});

it.each([
  ['2026-02-13T09:00', 5, '2026-02-27'],
  ['2026-02-13T23:59', 5, '2026-02-27'],
  ['2026-11-23T00:00', 5, '2026-11-30'],
  ['2026-11-27T18:00', 5, '2026-12-04'],
  ['2026-09-30T09:00', 5, '2026-10-13'],
  ['2025-12-29T09:00', 5, '2026-01-06'],
  ['2026-02-13T09:00', 1, '2026-02-14'],
])('a notice put up at %s for %i working days ends with %s', (from, days, last) => {
  expect(builtInCalendar.noticeEnd(at(from), days)).toEqual({ until: endOfDay(last) });
});

it('a year that nobody has announced is not one without holidays', () => {
  expect(builtInCalendar.isWorkingDay('2027-03-01')).toBeNull();
  expect(builtInCalendar.noticeEnd(at('2026-12-29T09:00'), 5)).toEqual({
    until: endOfDay('2027-01-13'),
    unknown: 2027,
  });
  expect(builtInCalendar.workingDaysBetween(at('2026-12-29T09:00'), at('2027-02-01T00:00'))).toEqual({
    days: 2,
    unknown: 2027,
  });
});

it('a notice is never shorter than its working days, and ends with one of them', () => {
  const from = fc.integer({ min: at('2024-01-01T00:00'), max: at('2026-11-30T00:00') });
  fc.assert(
    fc.property(from, fc.integer({ min: 1, max: 10 }), (put, days) => {
      const { until, unknown } = builtInCalendar.noticeEnd(put, days);
      expect(unknown).toBeUndefined();
      expect(builtInCalendar.workingDaysBetween(put, until)).toEqual({ days });
      expect(builtInCalendar.workingDaysBetween(put, until - 1)).toEqual({ days: days - 1 });
      expect(builtInCalendar.isWorkingDay(dayOf(until - 1))).toBe(true);
    }),
  );
});

it.each([
  ['2024', 251],
  ['2025', 248],
  ['2026', 248],
])('%s has the working days that its notice makes: %i', (year, days) => {
  const [from, to] = [at(`${year}-01-01T00:00`) - day, at(`${year}-12-31T00:00`) + day];
  expect(builtInCalendar.workingDaysBetween(from, to)).toEqual({ days });
});

describe('a year that is added', () => {
  const free = Array.from({ length: 12 }, (_, index) => `2027-10-${String(index + 1).padStart(2, '0')}`);
  const year: CalendarYear = {
    year: 2027,
    notice: { number: '国办发明电〔2026〕9号', day: '2026-11-10' },
    free,
    working: ['2027-09-26'],
  };

  it('is known from then on', () => {
    expect(calendarFault(year)).toBeNull();
    const calendar = new WorkCalendar([year]);
    expect(['2027-10-01', '2027-09-26', '2027-09-25', '2027-10-13'].map((each) => calendar.isWorkingDay(each))).toEqual(
      [false, true, false, true],
    );
  });

  it.each([
    ['year', { year: 27 }],
    ['notice.number', { notice: { ...year.notice, number: ' ' } }],
    ['notice.day', { notice: { ...year.notice, day: '2026-13-01' } }],
    ['free', { free: [] }],
    ['free.0', { free: ['2026-10-01', ...free] }],
    ['free.12', { free: [...free, '2027-02-30'] }],
    ['free.12', { free: [...free, '2027-10-01'] }],
    ['working.0', { working: ['2027-10-02'] }],
    ['working.0', { working: ['2027-09-27'] }],
    ['working.0', { working: ['soon'] }],
  ])('is refused for its %s', (field, change) => {
    expect(calendarFault({ ...year, ...change })).toMatchObject({ field });
  });
});
