import type { PollReply } from '../../../../../miniprogram/services/polls';

/** 2026-11-24 09:41 in Asia/Shanghai, as in the pictures. */
export const now = Date.parse('2026-11-24T09:41:00+08:00');

type Candidate = PollReply['candidates'][number];

/** Candidates c1 … cn; those listed in `more` differ. */
export function candidates(count: number, more: Record<string, Partial<Candidate>> = {}): Candidate[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `c${at + 1}`;
    return { id, number: at + 1, name: `项目${at + 1}`, unit: '市民政局', sentence: '', ...more[id] };
  });
}

/** An open daily poll, choose 3–10 of 20, nothing cast yet. */
export function pollReply(
  change: {
    poll?: Partial<PollReply['poll']>;
    rules?: Partial<PollReply['poll']['rules']>;
    me?: Partial<PollReply['me']>;
    candidates?: Candidate[];
    canCast?: boolean;
  } = {},
): PollReply {
  const list = change.candidates ?? candidates(20);
  return {
    poll: {
      id: 'p1',
      title: '2026年度十佳为民服务实事',
      stage: 'voting',
      organiser: '云川市人民政府办公室',
      candidateCount: list.length,
      measure: '项',
      rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 10 }, ...change.rules },
      countPolicy: { kind: 'daily', at: '18:00' },
      votingStartAt: Date.parse('2026-11-20T09:00:00+08:00'),
      votingEndAt: Date.parse('2026-11-30T18:00:00+08:00'),
      summary: '',
      step: 20,
      voidReasons: ['一人用多个账号投票'],
      timeline: [
        { stage: 'nominating', startAt: Date.parse('2026-10-01T00:00:00+08:00') },
        { stage: 'promoting', startAt: Date.parse('2026-11-10T00:00:00+08:00') },
        { stage: 'voting', startAt: Date.parse('2026-11-20T09:00:00+08:00') },
        { stage: 'verifying', startAt: Date.parse('2026-11-30T18:00:00+08:00') },
        { stage: 'notice', startAt: Date.parse('2026-12-07T00:00:00+08:00') },
      ],
      ...change.poll,
    },
    candidates: list,
    me: { ballotsLeft: 1, period: '2026-11-24', nth: 1, nextAt: null, ballots: [], shuffleSeed: 7, ...change.me },
    can: { cast: change.canCast ?? true },
  };
}
