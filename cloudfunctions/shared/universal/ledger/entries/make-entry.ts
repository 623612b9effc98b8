import { loggedResult } from '../../lot';
import type { Poll, PublicRules } from '../../poll';
import { candidateSheet, type SheetCandidate } from './candidate-sheet';
import { encodeEntry } from './log-entry';
import { areWholeResultRules } from './whole-rules-shape';

/**
 * The text of the log's first entry: everything that decides the result, fixed before the first ballot. Its end is the
 * latest that the rules allow: a poll may end sooner.
 * @param candidates by number
 */
export function rulesEntry(poll: Poll & PublicRules, candidates: readonly SheetCandidate[]): string {
  const common = {
    kind: 'rules' as const,
    poll: poll.id,
    start: poll.stages.voting,
    end: Math.max(poll.latestEnd ?? 0, poll.stages.verifying),
    candidates: candidates.map(({ id }) => id),
    voidReasons: poll.voidReasons,
  };
  const list = candidateSheet(candidates);
  const result = loggedResult(poll.result);
  const ofVote = { rules: poll.rules, countPolicy: poll.countPolicy };
  return encodeEntry(
    areWholeResultRules(result)
      ? {
          v: 3,
          ...common,
          ...(result.votes === undefined ? {} : ofVote),
          candidateList: list,
          result,
          ...(poll.fairPlay === undefined ? {} : { fairPlay: poll.fairPlay }),
          ...(poll.noticeDays === undefined ? {} : { notice: { days: poll.noticeDays } }),
        }
      : // A poll that was published by an older version may promise what version 3 cannot say: a weight of 1,000.
        { v: 2, ...common, ...ofVote, sheet: list, result },
  );
}

export function ballotEntry(ballot: { tag: string; period: string; choices: readonly string[] }): string {
  const { tag, period } = ballot;
  return encodeEntry({ v: 1, kind: 'ballot', tag, period, choices: [...ballot.choices].sort() });
}

/** @param ballots how many came before it */
export function closeEntry(ballots: number): string {
  return encodeEntry({ v: 1, kind: 'close', ballots });
}
