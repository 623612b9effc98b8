import { done, refuse } from '../../contract/answered';
import type { AnyRulesEntry } from '../../universal/ledger/entries/log-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import type { Outcome, OutcomeResult } from '../../universal/outcome';
import { findBatch } from '../../store/counting/batches';
import { findStandings } from '../../store/counting/standings';
import { readOutcome } from '../counting/publish-outcome';
import { loadTeamPoll } from '../editing/edit-conflict';

/** What became of a poll as far as its public log says it: what is printed is what everybody can check. */
export interface PublicOutcome {
  rules: AnyRulesEntry;
  /** The log's name. */
  origin: string;
  /** Entries of the log that are public. */
  size: number;
  outcome: Outcome;
}

/** @returns null before the close is public */
export async function loadOutcome(pollId: string): Promise<PublicOutcome | null> {
  const standings = await findStandings(pollId);
  if (standings?.log === undefined || !standings.final) return null;
  const { origin, size } = standings.log;
  const first = await findBatch(pollId, 0);
  const rules = parseEntry(first?.entries[0] ?? '');
  if (typeof rules === 'string' || rules.kind !== 'rules') throw new Error(`the log of ${pollId} has no rules`);
  const { outcome } = await readOutcome(pollId, rules);
  const isPublic = ({ index }: { index: number }): boolean => index < size;
  const { result, notices, revocations, ...rest } = outcome;
  return {
    rules,
    origin,
    size,
    outcome: {
      ...rest,
      notices: notices.filter(isPublic),
      revocations: revocations.filter(isPublic),
      ...(result !== undefined && isPublic(result) ? { result } : {}),
    },
  };
}

/** A poll that was awarded, with what its public log says of that. */
export async function loadAwarded(pollId: string) {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const found = await loadOutcome(pollId);
  const result: OutcomeResult | undefined = found?.outcome.result;
  if (found === null || result === undefined) return refuse('NOT_AWARDED', 'the log has no result yet');
  return done({ poll: loaded.poll, found, result });
}
