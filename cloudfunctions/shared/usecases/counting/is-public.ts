import type { StoredBallot } from '../../store/voting/ballots';
import type { Standings } from '../../store/counting/standings';

/** Whether the log's public checkpoint covers a ballot. Until then nothing is told of it but what its voter knows. */
export function isPublic({ batch }: Pick<StoredBallot, 'batch'>, standings: Standings | null): boolean {
  return batch !== null && batch >= 0 && batch <= (standings?.log?.batch ?? -1);
}
