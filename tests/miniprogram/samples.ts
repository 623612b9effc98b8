// Replies as the server gives them, for tests of what the app makes of them. Times are epoch milliseconds.
import type { PollReply, ListedPoll } from '../../miniprogram/services/polls';
import type { Standings } from '../../miniprogram/services/standings';
import type { KeptReceipt, ReceiptCheck } from '../../miniprogram/stores/receipts';

/** 2026-11-24 09:41 in Shanghai. */
export const now = Date.parse('2026-11-24T09:41:00+08:00');
export const votingStartAt = Date.parse('2026-11-20T09:00:00+08:00');
export const votingEndAt = Date.parse('2026-11-30T18:00:00+08:00');

export function listedPoll(shape: Partial<ListedPoll> = {}): ListedPoll {
  return {
    id: 'p1',
    title: '2026年度十佳为民服务实事',
    stage: 'voting',
    organiser: '云川市人民政府办公室',
    candidateCount: 20,
    measure: '项',
    rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 10 } },
    countPolicy: { kind: 'live' },
    votingStartAt,
    votingEndAt,
    me: { ballotsLeft: 1 },
    ...shape,
  };
}

type Poll = PollReply['poll'];
type Candidate = PollReply['candidates'][number];

/** Candidates c1 … cN, numbered from 1. */
export function candidates(count: number, shape: Partial<Candidate> = {}): Candidate[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index + 1}`,
    number: index + 1,
    name: `项目${index + 1}`,
    unit: '市民政局',
    sentence: '一句话',
    ...shape,
  }));
}

export function pollReply(poll: Partial<Poll> = {}, listed: Candidate[] = candidates(4)): PollReply {
  const { me: _, ...summary } = listedPoll();
  return {
    poll: { ...summary, summary: '', step: 20, timeline: [], voidReasons: [], ...poll },
    candidates: listed,
    me: { ballotsLeft: 1, period: '2026-11-24', nth: 1, nextAt: null, ballots: [], shuffleSeed: 1 },
    can: { cast: true },
  };
}

export type ShownStandings = Extract<Standings, { hidden: false }>;

export function standings(shape: Partial<ShownStandings> = {}): ShownStandings {
  return {
    hidden: false,
    counts: { c1: 10, c2: 30, c3: 20, c4: 0 },
    ballots: 40,
    asOf: now,
    batch: 3,
    nextAt: null,
    final: false,
    step: 20,
    ...shape,
  };
}

/** What a phone keeps of a check that found all right. */
export const checked: ReceiptCheck = { kind: 'entered', at: now, index: 17_845, size: 22_084, added: 4_238 };

/** What a phone keeps of a check that failed. */
export const alarmed: ReceiptCheck = {
  kind: 'alarm',
  at: now,
  alarm: 'FORKED_LOG',
  evidence: {
    receipt: {
      origin: 'gongping.example/p1',
      leafHash: 'ab'.repeat(32),
      promisedAt: now,
      keyId: '01234567',
      signature: 'c2ln',
    },
    key: 'gongping.example/p1+01234567+AQID',
    seenKey: null,
    notes: ['gongping.example/p1\n2\nroot\n\n— gongping.example/p1 c2ln\n'],
    files: [{ path: 'tile/0/000.p/2', sha256: 'cd'.repeat(32) }],
    index: 1,
    path: 'checkpoint',
  },
};

export function keptReceipt(shape: Partial<KeptReceipt> & { code?: string; pollId?: string } = {}): KeptReceipt {
  const { code = '7K4M-Q2XD', pollId = 'p1', ...rest } = shape;
  return {
    receipt: {
      code,
      pollId,
      origin: 'gongping.example/p1',
      leafHash: 'ab'.repeat(32),
      period: '2026-11-24',
      nth: 1,
      promisedAt: now + 9 * 60_000,
      keyId: '01234567',
      signature: `${'A'.repeat(86)}==`,
    },
    pollTitle: '2026年度十佳为民服务实事',
    isOnlyOne: true,
    choices: [
      { id: 'c2', number: 2, name: '社区长者食堂' },
      { id: 'c9', number: 9, name: '老菜市场焕新' },
    ],
    receivedAt: now,
    state: 'received',
    ...rest,
  };
}
