// What lies in storage for everybody, as the scheduler writes it.
import type { BoardPoll, BoardStandings, PublicPoll } from '../../miniprogram/services/public-files';
import { now, votingEndAt, votingStartAt } from './samples';

/** A poll of four candidates with live counts, and its standings. */
export function publicFiles(poll: Partial<BoardPoll> = {}, standings: Partial<BoardStandings> = {}): PublicPoll {
  return {
    poll: {
      v: 1,
      id: 'p1',
      title: '2026年度十佳为民服务实事',
      organiser: '云川市人民政府办公室',
      cover: '../../media/cover.jpg',
      stages: { promoting: votingStartAt - 86_400_000, voting: votingStartAt, verifying: votingEndAt },
      countPolicy: 'live',
      choices: { min: 1, max: 2 },
      seats: 2,
      candidates: ['食堂', '电梯', '书房', '公园'].map((name, at) => ({
        id: `c${at + 1}`,
        number: at + 1,
        name,
        unit: '市民政局',
        sentence: `${name}，一句话`,
        picture: `../../media/${at + 1}.jpg`,
      })),
      ...poll,
    },
    standings: {
      v: 1,
      ballots: 40,
      shown: { batch: 3, counts: { c1: 10, c2: 30, c3: 20, c4: 0 }, ballots: 40, asOf: now - 60_000 },
      nextAt: null,
      final: false,
      at: now,
      ...standings,
    },
  };
}
