import type { AnyRulesEntry } from '../../universal/ledger/entries/log-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import type { Outcome } from '../../universal/outcome';
import { findBatch } from '../../store/counting/batches';
import { findStandings } from '../../store/counting/standings';
import { readOutcome } from '../counting/publish-outcome';

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
