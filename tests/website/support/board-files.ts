import type { BoardCandidate, BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';

/** Monday 2026-11-23, 10:32 in China. */
export const now = Date.UTC(2026, 10, 23, 2, 32);
export const hour = 3_600_000;
export const day = 24 * hour;

export function candidate(number: number, more: Partial<BoardCandidate> = {}): BoardCandidate {
  return { id: `c${number}`, number, name: `项目${number}`, unit: `单位${number}`, ...more };
}

/** A poll in its vote, with live counts, of which the first two of five candidates win. */
export function boardPoll(more: Partial<BoardPoll> = {}): BoardPoll {
  return {
    v: 1,
    id: 'shishi',
    title: '十佳为民服务实事',
    organiser: '云川市人民政府办公室',
    stages: { promoting: now - 5 * day, voting: now - 3 * day, verifying: now + 6 * day, notice: now + 8 * day },
    seats: 2,
    countPolicy: 'live',
    choices: { min: 3, max: 10 },
    candidates: [1, 2, 3, 4, 5].map((number) => candidate(number)),
    ...more,
  };
}

/** Its count: c1 … c5 have these votes of 200 ballots. */
export function boardStandings(
  votes: readonly number[],
  more: Partial<BoardStandings> & { batch?: number } = {},
): BoardStandings {
  const { batch = 3, ...rest } = more;
  const counts = Object.fromEntries(votes.map((count, index) => [`c${index + 1}`, count]));
  return {
    v: 1,
    ballots: 203,
    shown: { batch, counts, ballots: 200, asOf: now },
    nextAt: null,
    final: false,
    at: now,
    log: { origin: 'town.example/shishi', key: 'town.example/shishi+1a2b3c4d+QUJD', size: 204 },
    ...rest,
  };
}
