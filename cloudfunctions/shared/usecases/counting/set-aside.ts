import { markCounted, type StoredBallot } from '../../store/voting/ballots';

/** Ballots that no log takes are set aside under these numbers, never counted and never lost. */
export const setAsideAs = {
  /** It came after the close. */
  late: -1,
  /** The log takes no such ballot. */
  refused: -2,
  /** The log has another ballot of that tag: ballots were set back to an earlier state, and the voter has cast anew. */
  replaced: -3,
} as const;

/** Sets ballots aside under a number of `setAsideAs`; those that a batch has keep its. */
export async function setAside(pollId: string, ballots: readonly StoredBallot[], number: number): Promise<void> {
  await markCounted(
    pollId,
    ballots.map(({ tag }) => tag),
    number,
  );
}
