import { countWait, isQuietEnd, nextMove, stepOf } from '../../../../cloudfunctions/shared/universal/public-count';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const startAt = at('2026-11-20T09:00');
const endAt = at('2026-11-30T18:00');
const close = endAt + 60_000;
const now = at('2026-11-24T18:00');

test.each<[string, { final?: boolean; nextAt?: number | null; step?: number }, number, ReturnType<typeof nextMove>]>([
  ['a final count moves no more', { final: true }, close, 'never'],
  ['one whose vote is over waits for the close', {}, endAt, 'closing'],
  ['in the last ten minutes the close alone moves it', {}, endAt - 600_000, 'close'],
  ['before them each release does', {}, endAt - 600_001, 'release'],
  ['where each ballot is counted by itself, each to the end', { step: 1 }, endAt - 1, 'release'],
  ['a daily one moves at its time', { nextAt: now + 1 }, now, 'announced'],
  ['and after the vote for the last time', { nextAt: close }, now, 'afterVote'],
])('%s', (_, of, when, move) => {
  expect(nextMove({ final: false, nextAt: null, ...of }, endAt, when)).toBe(move);
});

test('a wait for the last count is told by the end of the vote', () => {
  const wait = countWait({ startAt, endAt, isDaily: false }, close, startAt + (endAt - startAt) / 2);
  expect(wait).toEqual({ isLast: true, until: endAt, degrees: 180 });
});

test('a daily wait is a day long, and on the first day as long as the vote', () => {
  const times = { startAt, endAt, isDaily: true };
  const nextAt = now + 6 * 3_600_000;
  expect(countWait(times, nextAt, now)).toEqual({ isLast: false, until: nextAt, degrees: 270 });
  expect(countWait(times, startAt + 3_600_000, startAt)).toMatchObject({ degrees: 0 });
  // The app took it for a day's wait of which most was over.
  expect(countWait(times, startAt + 3_600_000, startAt + 1_800_000)).toMatchObject({ degrees: 180 });
});

test('a ring is never more than full, nor less than empty', () => {
  const times = { startAt, endAt, isDaily: false };
  expect(countWait(times, close, startAt - 1).degrees).toBe(0);
  expect(countWait(times, close, close).degrees).toBe(360);
});

test('only a live poll that chose so is counted ballot by ballot', () => {
  expect(stepOf({ countPolicy: { kind: 'live', step: 1 } })).toBe(1);
  expect(stepOf({ countPolicy: { kind: 'live' } })).toBe(20);
  expect(stepOf({ countPolicy: { kind: 'daily', step: 1 } })).toBe(20);
  expect(isQuietEnd(endAt, 1, endAt - 1)).toBe(false);
});
