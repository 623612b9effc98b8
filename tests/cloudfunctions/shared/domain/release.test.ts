import { dueAt, isPublicationDue, longestWait } from '../../../../cloudfunctions/shared/domain/publication';
import { closeDelay, closesAt, nextReleaseAt } from '../../../../cloudfunctions/shared/domain/release';
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

  it('leaves the voter function its whole time-out after the end', () => {
    expect(closeDelay).toBeGreaterThanOrEqual(voterConfig.timeout * 1000 + 10_000 + 30_000);
  });
});

describe('what the public sees after a batch', () => {
  const now = at('2026-11-21T10:00');
  const quiet = { isClosed: false, hasResult: false, isPending: false, isArchived: false };
  const open = { ...quiet, unpublished: { ballots: 0, since: null } };
  const count = { batch: 4, ballots: 2, counted: 2, counts: { a: 2 }, progress: open };

  it('is the counts where they are live', () => {
    expect(standingsChange(live, count, 'growth', now)).toEqual({
      batch: 4,
      ballots: 2,
      shown: { batch: 4, counts: { a: 2 }, ballots: 2, asOf: now },
    });
  });

  it.each([daily, afterClose])('is the number of ballots and no count while they are hidden', (hidden) => {
    expect(standingsChange(hidden, count, 'growth', now)).toEqual({ batch: 4, ballots: 2 });
    expect(standingsChange(hidden, count, 'planning', now)).not.toHaveProperty('shown');
  });

  it('is the counts at a release, with the time of the next', () => {
    expect(standingsChange(daily, count, 'release', now)).toMatchObject({
      shown: { counts: { a: 2 } },
      nextAt: at('2026-11-21T18:00'),
    });
  });

  it.each([live, daily, afterClose])('is the final counts after the close, and the archive is due at once', (any) => {
    const progress = { ...open, isClosed: true };
    expect(standingsChange(any, { ...count, progress }, 'growth', now)).toMatchObject({
      shown: { counts: { a: 2 } },
      nextAt: null,
      dueAt: now,
      final: true,
    });
  });

  it('counts no void ballot, though it tells that it was cast', () => {
    const voided = { ...count, counted: 1, counts: { a: 1 } };
    expect(standingsChange(live, voided, 'growth', now)).toMatchObject({
      ballots: 2,
      shown: { ballots: 1, counts: { a: 1 } },
    });
  });

  it('plans to publish ballots that wait for company, without planning a release away', () => {
    const since = now - 60_000;
    const change = standingsChange(
      daily,
      { ...count, progress: { ...open, unpublished: { ballots: 3, since } } },
      'growth',
      now,
    );
    expect(change).toMatchObject({ dueBy: since + longestWait });
    expect(change).not.toHaveProperty('dueAt');
  });
});

describe('the scheduler looks at a poll', () => {
  const now = at('2026-11-21T10:00');
  const open = {
    isClosed: false,
    hasResult: false,
    isPending: false,
    isArchived: false,
    unpublished: { ballots: 0, since: null },
  };
  const awarded = { ...live, stages: { ...stages, notice: at('2026-11-25T09:00'), awarded: at('2026-12-02T09:00') } };

  it.each([
    ['without a log when the vote begins', live, null, stages.voting],
    ['that is live at its close', live, open, close],
    ['that shows its counts daily at the next release', daily, open, at('2026-11-21T18:00')],
    [
      'with ballots that wait when they have waited long enough',
      live,
      { ...open, unpublished: { ballots: 1, since: now } },
      now + longestWait,
    ],
    ['whose files storage did not take half a minute later', live, { ...open, isPending: true }, now + 30_000],
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

describe('the public log advances', () => {
  it.each([
    ['by twenty ballots', { ballots: 20, since: 0 }, false, 1, true],
    ['not by nineteen', { ballots: 19, since: 0 }, false, 1, false],
    ['when one has waited ten minutes', { ballots: 1, since: 0 }, false, longestWait, true],
    ['at the close, however few there are', { ballots: 0, since: null }, true, 1, true],
    ['for nothing new, never', { ballots: 0, since: null }, false, longestWait, false],
  ])('%s', (_, unpublished, isClosed, now, expected) => {
    expect(isPublicationDue(unpublished, isClosed, now)).toBe(expected);
  });
});
