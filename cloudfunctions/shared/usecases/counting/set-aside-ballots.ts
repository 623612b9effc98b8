import { markCounted, type StoredBallot } from '../../store/voting/ballots';

/** Sets ballots aside under a number of `setAsideAs`; those that a batch has keep its. */
export async function setAside(pollId: string, ballots: readonly StoredBallot[], number: number): Promise<void> {
  await markCounted(
    pollId,
    ballots.map(({ tag }) => tag),
    number,
  );
}
