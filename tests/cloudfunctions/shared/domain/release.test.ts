import { closeDelay, closesAt, dueAt, nextReleaseAt } from '../../../../cloudfunctions/shared/domain/release';
import { standingsChange } from '../../../../cloudfunctions/shared/domain/standings';
import type { CountPolicy } from '../../../../cloudfunctions/shared/domain/poll';
import voterConfig from '../../../../cloudfunctions/voter/config.json';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const stages = { voting: at('2026-11-20T09:00'), verifying: at('2026-11-23T12:00') };
const poll = (countPolicy: CountPolicy) => ({ stages, countPolicy });
const live = poll({ kind: 'live' });
const daily = poll({ kind: 'daily', at: '18:00' });
const afterClose = poll({ kind: 'afterClose' });
const close = closesAt(live);

describe('the release of counts', () => {
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

  it('makes the scheduler look at a live poll at its close', () => {
    expect(dueAt(live, at('2026-11-21T10:00'))).toBe(close);
  });

  it('leaves the voter function its whole time-out after the end', () => {
    expect(closeDelay).toBeGreaterThanOrEqual(voterConfig.timeout * 1000 + 10_000 + 30_000);
  });
});

describe('what the public sees after a batch', () => {
  const tally = { size: 3, ballots: 2, votes: { a: 2 }, closed: false };
  const now = at('2026-11-21T10:00');

  it('is the counts where they are live', () => {
    expect(standingsChange(live, 4, tally, 'growth', now)).toEqual({
      batch: 4,
      ballots: 2,
      shown: { batch: 4, counts: { a: 2 }, ballots: 2, asOf: now },
    });
  });

  it.each([daily, afterClose])('is the number of ballots and no count while they are hidden', (hidden) => {
    expect(standingsChange(hidden, 4, tally, 'growth', now)).toEqual({ batch: 4, ballots: 2 });
    expect(standingsChange(hidden, 4, tally, 'planning', now)).not.toHaveProperty('shown');
  });

  it('is the counts at a release, with the time of the next', () => {
    expect(standingsChange(daily, 4, tally, 'release', now)).toMatchObject({
      shown: { counts: { a: 2 } },
      nextAt: at('2026-11-21T18:00'),
    });
  });

  it.each([live, daily, afterClose])('is the final counts after the close', (any) => {
    expect(standingsChange(any, 4, { ...tally, closed: true }, 'growth', now)).toMatchObject({
      shown: { counts: { a: 2 } },
      nextAt: null,
      dueAt: null,
      final: true,
    });
  });
});
