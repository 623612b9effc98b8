import fc from 'fast-check';
import {
  dayOf,
  daysBetween,
  endOfDay,
  instantOf,
  midnightAfter,
  midnightBefore,
  nextTimeOfDay,
  startOfDay,
  startOfHour,
  timeOfDay,
  weekdayOf,
} from '../../../../cloudfunctions/shared/universal/day';

const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });

describe('days in Shanghai', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '2026-11-22'],
    ['2026-11-22T16:00:00.000Z', '2026-11-23'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('at %s it is %s', (instant, day) => {
    expect(dayOf(Date.parse(instant))).toBe(day);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-00-10', 'once', ''])('there is no day %p', (day) => {
    expect(startOfDay(day)).toBeNaN();
  });

  it('an instant lies between the start and the end of its day', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant);
        expect(startOfDay(day)).toBeLessThanOrEqual(instant);
        expect(endOfDay(day)).toBeGreaterThan(instant);
        expect(dayOf(endOfDay(day))).not.toBe(day);
      }),
    );
  });

  it('an instant is its day and its time of day, and lies between two midnights', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const minute = instant - (((instant % 60_000) + 60_000) % 60_000);
        expect(instantOf(dayOf(instant), timeOfDay(instant))).toBe(minute);
        expect(midnightBefore(instant)).toBe(startOfDay(dayOf(instant)));
        expect(midnightAfter(instant)).toBe(endOfDay(dayOf(instant)));
      }),
    );
  });

  it('a day of the week is that of the day itself', () => {
    expect(['2026-11-29', '2026-11-30', '2028-02-29', '2026-12-05'].map(weekdayOf)).toEqual([0, 1, 2, 6]);
  });

  it('lists each day that a span touches once', () => {
    const from = Date.parse('2026-11-22T15:00:00Z');
    expect(daysBetween(from, from)).toEqual([]);
    expect(daysBetween(from, from + 1)).toEqual(['2026-11-22']);
    expect(daysBetween(from, Date.parse('2026-11-23T16:00:00Z'))).toEqual(['2026-11-22', '2026-11-23']);
    expect(daysBetween(from, Date.parse('2026-11-23T16:00:01Z'))).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
  });

  it('the next 18:00 is later, at most a day away, and at 18:00', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const next = nextTimeOfDay(instant, '18:00');
        expect(next).toBeGreaterThan(instant);
        expect(next - instant).toBeLessThanOrEqual(24 * 3600_000);
        expect(new Date(next).toISOString()).toMatch(/T10:00:00.000Z$/);
      }),
    );
  });

  it('rounds down to the hour', () => {
    expect(startOfHour(Date.parse('2026-11-23T01:59:59.999Z'))).toBe(Date.parse('2026-11-23T01:00:00Z'));
  });
});
