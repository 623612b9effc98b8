import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { isDrawMissing } from '../../../cloudfunctions/shared/universal/ledger/count/ranking';
import { LogState } from '../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { noticeOf } from '../../../cloudfunctions/shared/universal/ledger/count/noticed';
import { resultOf } from '../../../cloudfunctions/shared/universal/ledger/count/result';
import type { SheetCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { encodeEntry, type LogEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { Frontier } from '../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { wholeBetween, type Random } from '../../../scripts/random/random';
import { pick } from './pick';

const day = 24 * 60 * 60 * 1000;
const firstNotice = Date.UTC(2026, 10, 24);

function counted(entries: readonly LogEntry[], candidates: readonly SheetCandidate[]) {
  const state = LogState.recount();
  const tree = new Frontier(nativeHasher);
  let closeRoot = tree.root();
  for (const entry of entries) {
    const refusal = state.apply(entry, candidates);
    if (refusal) throw new Error(`${refusal}: ${encodeEntry(entry)}`);
    tree.append(nativeHasher.leaf(encodeEntry(entry)));
    if (entry.kind === 'close') closeRoot = tree.root();
  }
  return { state, closeRoot };
}

const decided = { proposer: '甲', approver: '乙' };

/** What stands behind the close of a log that owes a notice: notices, rulings among them, the result, revocations; all or less of it. */
export function awardOf(
  random: Random,
  before: readonly LogEntry[],
  candidates: readonly SheetCandidate[],
  rulings: () => LogEntry[],
): LogEntry[] {
  const entries = [...before];
  let from = firstNotice + wholeBetween(random, 0, 48) * (day / 48);
  let isStale = true;
  for (let turn = wholeBetween(random, 0, 3); turn > 0; turn--) {
    const { state, closeRoot } = counted(entries, candidates);
    if (isDrawMissing(state)) return entries.slice(before.length);
    // Often as short as it may be: whether that is so the fold says.
    const until = [0, 1, 2, 3, 4, 5, 12].map((days) => lastInstantBehind(from, days));
    const notice = until
      .map((end) => noticeOf(state, { closeRoot }, { from, until: end, ...decided }))
      .find((each) => counted(entries, candidates).state.apply(each) === null);
    if (notice) entries.push(notice);
    isStale = notice === undefined;
    if (random() < 0.5) {
      const more = rulings();
      entries.push(...more);
      isStale ||= more.length > 0;
    }
    from += wholeBetween(random, 0, 96) * (day / 48);
  }
  const { state, closeRoot } = counted(entries, candidates);
  if (!isStale && random() < 0.8) {
    const result = resultOf(state, { closeRoot });
    if (state.apply(result) === null) entries.push(result, ...revocationsOf(random, result.ranking));
  }
  return entries.slice(before.length);
}

function lastInstantBehind(from: number, days: number): number {
  const offset = 8 * 60 * 60 * 1000;
  return (Math.floor((from + offset) / day) + 1 + days) * day - offset;
}

function revocationsOf(random: Random, ranking: readonly { candidate: string; won: boolean }[]): LogEntry[] {
  const winners = ranking.filter(({ won }) => won && random() < 0.3);
  return winners.map(({ candidate }) => ({
    v: 1,
    kind: 'revoke',
    candidate,
    reason: pick(random, ['材料不实', '__proto__']),
    clause: '第九条',
    ...decided,
  }));
}
