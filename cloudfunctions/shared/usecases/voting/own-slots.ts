import type { Period } from '../../universal/period';
import { tagOf, type Voter } from '../../domain/voting/slot';
import { findBallots, type StoredBallot } from '../../store/voting/ballots';
import type { StoredPoll } from '../../store/poll/polls';

/** One of the voter's own ballots, with its place. */
export type SlotBallot = StoredBallot & { nth: number };

/** Reads the voter's ballots of these periods by their ids, by period and nth. One call per 500 slots. */
export async function readOwnSlots(poll: StoredPoll, voter: Voter, periods: readonly Period[]): Promise<SlotBallot[]> {
  const order = new Map<string, number>();
  for (const period of periods) {
    for (let nth = 1; nth <= poll.rules.ballotsPerPeriod; nth++) order.set(tagOf(voter, period, nth), nth);
  }
  const tags = [...order.keys()];
  const place = new Map(tags.map((tag, index) => [tag, index]));
  const found = await findBallots(poll.id, tags);
  return found
    .map((ballot) => ({ ...ballot, nth: order.get(ballot.tag) ?? 0 }))
    .sort((a, b) => (place.get(a.tag) ?? 0) - (place.get(b.tag) ?? 0));
}
