import fc from 'fast-check';
import { midnightBefore } from '../../../../cloudfunctions/shared/universal/day';
import { byDay, byHour, today } from '../../../../miniprogram/packages/dashboard/dashboard/trend';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const hour = 3_600_000;
const counted = (byHours: [string, number][]) => {
  const hours = byHours.map(([time, count]) => ({ at: at(time), count }));
  return { total: 0, byHour: hours, byChannel: [] };
};
const none = counted([]);

test('every day of the vote has its bar: those ahead are empty, today is unfinished', () => {
  const ballots = counted([
    ['2026-11-20T09:00', 3],
    ['2026-11-20T23:00', 2],
    ['2026-11-21T00:00', 7],
  ]);
  const now = at('2026-11-21T10:30');
  const points = byDay({ ballots, visits: none }, at('2026-11-20T09:00'), at('2026-11-22T18:00'), now);
  expect(points.map(({ tick, ballots: cast, isUnfinished, isAhead }) => [tick, cast, isUnfinished, isAhead])).toEqual([
    ['20', 5, false, false],
    ['21', 7, true, false],
    ['22', 0, false, true],
  ]);
});

test('a vote that ends at midnight has no bar for the day after', () => {
  const points = byDay(
    { ballots: none, visits: none },
    at('2026-11-20T00:00'),
    at('2026-11-21T00:00'),
    at('2026-11-20T12:00'),
  );
  expect(points.map(({ label }) => label)).toEqual(['11月20日']);
});

test('of a very long vote the last 31 days stand', () => {
  const now = at('2026-11-20T10:00');
  const points = byDay({ ballots: none, visits: none }, at('2026-01-01T00:00'), at('2026-12-31T00:00'), now);
  expect(points).toHaveLength(31);
  expect(points.at(-1)).toMatchObject({ label: '11月20日', isUnfinished: true });
});

test('by hour the last 24 stand, the newest unfinished', () => {
  const ballots = counted([
    ['2026-11-20T10:00', 4],
    ['2026-11-19T10:00', 9],
  ]);
  const points = byHour({ ballots, visits: none }, at('2026-11-20T10:20'));
  expect(points).toHaveLength(24);
  expect(points.at(-1)).toMatchObject({ tick: '10', ballots: 4, isUnfinished: true });
  expect(points.reduce((sum, point) => sum + point.ballots, 0)).toBe(4);
});

test('no ballot of the vote is lost or counted twice by day', () => {
  const start = at('2026-11-20T09:00');
  const hours = fc.array(fc.record({ hours: fc.nat(240), count: fc.nat(1000) }), { maxLength: 40 });
  fc.assert(
    fc.property(hours, (given) => {
      const ballots = {
        total: 0,
        byChannel: [],
        byHour: given.map(({ hours: after, count }) => ({ at: start + after * hour, count })),
      };
      const points = byDay({ ballots, visits: none }, start, start + 241 * hour, start + 200 * hour);
      const sum = given.reduce((all, { count }) => all + count, 0);
      expect(points.reduce((all, point) => all + point.ballots, 0)).toBe(sum);
    }),
  );
});

test('today begins at midnight in China', () => {
  const now = at('2026-11-21T00:10');
  expect(midnightBefore(now)).toBe(at('2026-11-21T00:00'));
  expect(
    today(
      counted([
        ['2026-11-20T23:00', 5],
        ['2026-11-21T00:00', 2],
      ]),
      now,
    ),
  ).toBe(2);
});
