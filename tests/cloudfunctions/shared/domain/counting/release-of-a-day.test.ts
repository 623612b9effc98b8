import fc from 'fast-check';
import { dayOf, endOfDay, startOfDay, startOfHour } from '../../../../../cloudfunctions/shared/universal/day';
import {
  closesAt,
  quietFrom,
  releaseDue,
  restOfRelease,
} from '../../../../../cloudfunctions/shared/domain/counting/release';
import { usualStep } from '../../../../../cloudfunctions/shared/universal/public-count';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const at = (text: string): number => Date.parse(`${text}${text.length === 16 ? ':00' : ''}+08:00`);
const stages = { voting: at('2026-11-20T09:00'), verifying: at('2026-11-23T12:00') };
const eachDay = { stages, countPolicy: { kind: 'live' as const }, rules: { period: 'daily' as const } };

describe('where people vote anew each day, a release is of one day', () => {
  const of = (count: number, time: string): number[] => Array.from({ length: count }, () => at(time));
  const [evening, night] = ['2026-11-21T23:00', '2026-11-22T00:00'];
  const midnight = at(night);

  it.each([
    [
      'the day’s at midnight, however near the last release',
      3,
      0,
      '2026-11-22T00:00:35',
      { at: midnight, before: midnight },
    ],
    ['without those of the new day', 3, 25, '2026-11-22T00:02', { at: midnight, before: midnight }],
    ['also behind a night without a scheduler', 3, 5, '2026-11-22T02:15', { at: midnight, before: midnight }],
    ['nothing by twenty in the last ten minutes of a day', 25, 0, '2026-11-21T23:50', null],
    ['by twenty until then', 25, 0, '2026-11-21T23:49:59', { at: at('2026-11-21T23:49:59'), before: midnight }],
    [
      'the new day’s by twenty of its own',
      0,
      20,
      '2026-11-22T00:02',
      { at: at('2026-11-22T00:02'), before: midnight + 24 * hour },
    ],
  ] as const)('%s', (_, old, fresh, now, expected) => {
    expect(releaseDue(eachDay, at('2026-11-21T23:30'), [...of(old, evening), ...of(fresh, night)], at(now))).toEqual(
      expected,
    );
  });

  it('not before all that was cast in the day has arrived', () => {
    const hours = [...of(3, evening), ...of(25, night)];
    expect(releaseDue(eachDay, at('2026-11-21T23:30'), hours, midnight + 29_000, midnight - 1_000)).toBeNull();
  });

  it('one that was left unfinished takes no more than its own day’s', () => {
    expect(restOfRelease('2026-11-21', midnight + minute)).toEqual({ at: midnight + minute, before: midnight });
    expect(restOfRelease('once', midnight + minute).before).toBe(Infinity);
  });

  it('so that each ballot is hidden among twenty of its day, or those of a whole hour, or of its day’s last ten minutes and more', () => {
    const gap = fc.oneof(fc.nat(20 * second), fc.nat(10 * minute), fc.nat(3 * hour));
    fc.assert(
      fc.property(fc.array(gap, { minLength: 1, maxLength: 150 }), fc.nat(6 * hour), (gaps, start) => {
        const voting = at('2026-11-20T19:00') + start;
        let cast = voting;
        const casts = gaps.map((each) => (cast += each + 1));
        const end = cast + 1 + 20 * minute;
        const any = { ...eachDay, stages: { voting, verifying: end } };
        let waiting = [...casts];
        let lastAt = voting;
        for (let now = voting + 35 * second; now < closesAt(any); now += minute) {
          const there = waiting.filter((each) => each <= now);
          const due = releaseDue(any, lastAt, there.map(startOfHour), now);
          if (due === null) continue;
          const released = there.filter((each) => startOfHour(each) < due.before);
          expect(new Set(released.map(dayOf)).size).toBe(1);
          const isOfHour = due.at % hour === 0 && due.at - lastAt >= hour;
          const isOfDay = due.at === endOfDay(dayOf(released[0] ?? 0));
          if (isOfDay) expect(due.at - lastAt).toBeGreaterThanOrEqual(Math.min(10 * minute, due.at - voting));
          expect(released.length >= usualStep || isOfHour || isOfDay).toBe(true);
          waiting = waiting.filter((each) => !released.includes(each));
          lastAt = due.at;
        }
        // What the close takes is of one day too, unless the vote ends so soon behind midnight that nothing else is released.
        const days = new Set(waiting.map(dayOf));
        if (quietFrom(any) >= startOfDay(dayOf(end))) expect(days.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});
