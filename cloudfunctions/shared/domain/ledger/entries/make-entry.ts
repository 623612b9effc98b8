import { loggedResult } from '../../lot';
import type { Poll, PublicRules } from '../../poll';
import { candidateSheet, type SheetCandidate } from './candidate-sheet';
import { encodeEntry } from './log-entry';

/**
 * The text of the log's first entry: everything that decides the result, fixed before the first ballot. Its end is the
 * latest that the rules allow: a poll may end sooner.
 * @param candidates by number
 */
export function rulesEntry(poll: Poll & PublicRules, candidates: readonly SheetCandidate[]): string {
  return encodeEntry({
    v: 2,
    kind: 'rules',
    poll: poll.id,
    start: poll.stages.voting,
    end: Math.max(poll.latestEnd ?? 0, poll.stages.verifying),
    rules: poll.rules,
    countPolicy: poll.countPolicy,
    candidates: candidates.map(({ id }) => id),
    sheet: candidateSheet(candidates),
    voidReasons: poll.voidReasons,
    result: loggedResult(poll.result),
  });
}

export function ballotEntry(ballot: { tag: string; period: string; choices: readonly string[] }): string {
  const { tag, period } = ballot;
  return encodeEntry({ v: 1, kind: 'ballot', tag, period, choices: [...ballot.choices].sort() });
}

/** @param ballots how many came before it */
export function closeEntry(ballots: number): string {
  return encodeEntry({ v: 1, kind: 'close', ballots });
}
