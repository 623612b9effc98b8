import fc from 'fast-check';
import { startOfHour } from '../../../../../cloudfunctions/shared/universal/day';
import { dueAt } from '../../../../../cloudfunctions/shared/domain/counting/publication';
import { promiseFor } from '../../../../../cloudfunctions/shared/domain/voting/receipt';
import {
  arrivalTime,
  closeDelay,
  closesAt,
  nextReleaseAt,
  quietFrom,
  releaseDue,
} from '../../../../../cloudfunctions/shared/domain/counting/release';
import { stepOf, usualStep } from '../../../../../cloudfunctions/shared/universal/public-count';
import { standingsChange, type Released } from '../../../../../cloudfunctions/shared/domain/counting/standings';
import type { CountPolicy } from '../../../../../cloudfunctions/shared/universal/poll';
import schedulerConfig from '../../../../../cloudfunctions/scheduler/config.json';
import voterConfig from '../../../../../cloudfunctions/voter/config.json';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const at = (text: string): number => Date.parse(`${text}${text.length === 16 ? ':00' : ''}+08:00`);
const stages = { voting: at('2026-11-20T09:00'), verifying: at('2026-11-23T12:00') };
const rules = { period: 'once' as const };
const poll = (countPolicy: CountPolicy) => ({ stages, countPolicy, rules });
const live = poll({ kind: 'live' });
const single = poll({ kind: 'live', step: 1 });
const daily = poll({ kind: 'daily', at: '18:00' });
const afterClose = poll({ kind: 'afterClose' });
const close = closesAt(live);

describe('ballots are released', () => {
  const on = (time: string): number => at(`2026-11-21T${time}`);
  const last = on('10:20');
  const of = (count: number, hourOf: number): number[] => Array.from({ length: count }, () => hourOf);
  const all = (now: string) => ({ at: on(now), before: Infinity });
  const ofHour = (turn: string) => ({ at: on(turn), before: on(turn) });

  it.each([
    ['once twenty wait', live, of(20, on('10:00')), '10:30', all('10:30')],
    ['not while nineteen do', live, of(19, on('10:00')), '10:30', null],
    ['each by itself where the poll says so', single, of(1, on('10:00')), '10:21', all('10:21')],
    ['not at an hour that begins less than an hour behind the last release', live, of(3, on('10:00')), '11:01', null],
    ['not in the middle of an hour, when the last release is an hour back', live, of(3, on('10:00')), '11:21', null],
    ['at the first full hour that does', live, of(3, on('10:00')), '12:00:35', ofHour('12:00')],
    ['for that hour, however late somebody looks', live, of(3, on('11:00')), '12:48', ofHour('12:00')],
    ['not because of a ballot of the hour that has begun', live, of(3, on('12:00')), '12:48', null],
    ['for no hour when nothing waits', live, [], '12:00:35', null],
  ] as const)('%s', (_, any, hours, now, expected) => {
    expect(releaseDue(any, last, hours, on(now))).toEqual(expected);
  });

  it('together with the twentieth, whichever hour each is of', () => {
    const hours = [...of(19, on('11:00')), on('12:00')];
    expect(releaseDue(live, last, hours, on('12:00:35'))).toEqual(all('12:00:35'));
  });

  it('for an hour by the timer alone, until all that was cast before it has arrived', () => {
    const hours = of(3, on('11:00'));
    const woken = (time: string) => releaseDue(live, last, hours, on(time), on(time) - arrivalTime);
    expect(woken('12:00:29')).toBeNull();
    expect(woken('12:00:30')).toEqual(ofHour('12:00'));
    const [second = '0'] = schedulerConfig.triggers[0]?.config.split(' ') ?? [];
    expect(Number(second) * 1000).toBeGreaterThan(arrivalTime);
  });

  describe('in the last ten minutes before the end', () => {
    const quiet = (time: string) => at(`2026-11-23T${time}`);
    it.each([
      ['by nothing but the close', live, 25, '11:50', false],
      ['before them by twenty', live, 25, '11:49:59', true],
      ['also then where each is by itself', single, 1, '11:59', true],
      ['nor behind the end', live, 25, '12:00:40', false],
    ] as const)('%s', (_, any, count, now, isDue) => {
      const hours = Array.from({ length: count }, () => quiet('11:00'));
      expect(releaseDue(any, quiet('11:30'), hours, quiet(now)) !== null).toBe(isDue);
    });

    it.each([
      ['12:00', '11:50'],
      ['12:30', '12:20'],
      // The close keeps the promises that run out at 12:10.
      ['12:06', '11:56'],
      // It would not, so what was cast before 12 comes at 12.
      ['12:08', '12:00'],
      ['12:09:59', '12:00'],
      ['12:10', '12:00'],
      ['12:11', '12:01'],
    ])('for an end at %s from %s on', (end, from) => {
      expect(quietFrom({ stages: { ...stages, verifying: quiet(end) } })).toBe(quiet(from));
    });
  });
});

describe('a promise', () => {
  it('is the end of the hour behind the ballot’s own and ten minutes, the same for all of an hour', () => {
    expect(promiseFor(at('2026-11-21T10:00'))).toBe(at('2026-11-21T12:10'));
    expect(promiseFor(at('2026-11-21T10:59:59'))).toBe(at('2026-11-21T12:10'));
  });

  /** What a scheduler does that fires each minute: when each ballot was released. */
  function simulate(casts: readonly number[], voting: number, end: number): Map<number, number> {
    const any = { ...live, stages: { voting, verifying: end } };
    const publicAt = new Map<number, number>();
    let waiting: number[] = [];
    let lastAt = voting;
    let next = 0;
    for (let now = voting + 35 * second; ; now += minute) {
      while (next < casts.length && (casts[next] ?? 0) <= now) waiting.push(casts[next++] ?? 0);
      if (now >= closesAt(any)) {
        for (const cast of waiting) publicAt.set(cast, now);
        return publicAt;
      }
      const due = releaseDue(any, lastAt, waiting.map(startOfHour), now);
      if (due === null) continue;
      for (const cast of waiting) if (startOfHour(cast) < due.before) publicAt.set(cast, now);
      waiting = waiting.filter((cast) => startOfHour(cast) >= due.before);
      lastAt = due.at;
    }
  }

  it('is kept for one ballot every nine minutes over a day', () => {
    const voting = at('2026-11-20T09:00');
    const casts = Array.from({ length: 160 }, (_, index) => voting + 17 + index * 9 * minute);
    const publicAt = simulate(casts, voting, voting + 24 * hour + minute);
    for (const cast of casts) expect(publicAt.get(cast)).toBeLessThan(promiseFor(cast));
  });

  it('is kept for any stream of ballots, wherever the vote begins and ends', () => {
    const gap = fc.oneof(fc.nat(20 * second), fc.nat(10 * minute), fc.nat(3 * hour));
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 120 }), fc.nat(hour), fc.nat(2 * hour), (gaps, start, rest) => {
        const voting = at('2026-11-20T09:00') + start;
        let now = voting;
        const casts = gaps.map((each) => (now += each + 1));
        const publicAt = simulate(casts, voting, now + 1 + rest);
        for (const cast of casts) expect(publicAt.get(cast)).toBeLessThan(promiseFor(cast) - minute / 2);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the publication of counts', () => {
  it.each([
    ['live counts have none', live, at('2026-11-21T10:00'), null],
    ['before the vote it is the first evening of the vote', daily, at('2026-11-01T10:00'), at('2026-11-20T18:00')],
    ['before 18:00 it is today', daily, at('2026-11-21T17:59'), at('2026-11-21T18:00')],
    ['at 18:00 it is tomorrow', daily, at('2026-11-21T18:00'), at('2026-11-22T18:00')],
    ['on the last day it is the close', daily, at('2026-11-22T19:00'), close],
    ['counts kept to the end come with the close', afterClose, at('2026-11-21T10:00'), close],
  ])('%s', (_, of, now, expected) => {
    expect(nextReleaseAt(of, now)).toBe(expected);
  });

  it('leaves the voter function its whole time-out after the end', () => {
    expect(arrivalTime).toBeGreaterThanOrEqual(voterConfig.timeout * 1000 + 10_000);
    expect(closeDelay).toBeGreaterThanOrEqual(arrivalTime + 30_000);
  });
});

describe('what the public sees after a release', () => {
  const now = at('2026-11-21T10:00');
  const released: Released = {
    batch: 4,
    size: 4,
    ballots: 3,
    counted: 2,
    counts: { a: 2 },
    at: now,
    isClosed: false,
  };
  const grown = { batch: 4, ballots: 3, releasedAt: now };
  const shown = { batch: 4, counts: { a: 2 }, ballots: 2, asOf: now };

  it('is the counts where they are live, of which void ballots are none', () => {
    expect(standingsChange(live, released)).toEqual({ ...grown, shown });
  });

  it.each([daily, afterClose])('is the number of ballots and no count while they are hidden', (hidden) => {
    expect(standingsChange(hidden, released)).toEqual(grown);
  });

  it.each([live, daily, afterClose])('is the final counts after the close', (any) => {
    expect(standingsChange(any, { ...released, isClosed: true })).toEqual({
      ...grown,
      shown,
      nextAt: null,
      final: true,
    });
  });
});

describe('the scheduler looks at a poll', () => {
  const now = at('2026-11-21T10:00');
  const open = { isClosed: false, hasResult: false, isPending: false, isArchived: false, nextAt: null };
  const awarded = { ...live, stages: { ...stages, notice: at('2026-11-25T09:00'), awarded: at('2026-12-02T09:00') } };

  it.each([
    ['without a log when the vote begins', live, null, stages.voting],
    ['that is live at its close', live, open, close],
    [
      'that shows its counts daily at the next time',
      daily,
      { ...open, nextAt: at('2026-11-21T18:00') },
      at('2026-11-21T18:00'),
    ],
    ['whose next time is announced behind its close at the close', live, { ...open, nextAt: close + 1 }, close],
    ['whose release is not public half a minute later', live, { ...open, isPending: true }, now + 30_000],
    ['that is closed at once, to archive it', live, { ...open, isClosed: true }, now],
    [
      'that is archived when its result is due',
      awarded,
      { ...open, isClosed: true, isArchived: true },
      awarded.stages.awarded,
    ],
    [
      'that is archived with its result never again',
      awarded,
      { ...open, isClosed: true, isArchived: true, hasResult: true },
      null,
    ],
  ])('%s', (_, of, progress, expected) => {
    expect(dueAt(of, progress, now)).toBe(expected);
  });
});

test('ballots are released by twenties, unless a live poll says one', () => {
  expect([live, single, daily, afterClose].map(stepOf)).toEqual([20, 1, 20, 20]);
  expect(usualStep).toBe(20);
});
