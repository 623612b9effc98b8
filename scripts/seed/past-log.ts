import { ballotEntry, closeEntry, rulesEntry } from '../../cloudfunctions/shared/domain/ledger/entry';
import type { Poll } from '../../cloudfunctions/shared/domain/poll';
import { closesAt } from '../../cloudfunctions/shared/domain/release';
import { standingsChange } from '../../cloudfunctions/shared/domain/standings';
import { emptyTally, fold } from '../../cloudfunctions/shared/domain/tally';
import type { Batch } from '../../cloudfunctions/shared/store/batches';
import type { Standings } from '../../cloudfunctions/shared/store/standings';
import type { BallotDocument } from './draw-ballots';

const batchSize = 500;
const hourLength = 60 * 60 * 1000;

/** A closed poll's log, as the sequencer would have left it at the time. */
export interface PastLog {
  /** Each with the batch that counts it. */
  ballots: BallotDocument[];
  batches: ({ _id: string } & Batch)[];
  standings: { _id: string } & Omit<Standings, 'pollId'>;
}

/**
 * Writes the log of a poll that ended long ago. The sequencer would date it today: the count of a vote that
 * ended weeks ago would say that it was taken just now.
 * @param candidateIds by number
 */
export function writePastLog(poll: Poll, candidateIds: readonly string[], ballots: readonly BallotDocument[]): PastLog {
  const inOrder = [...ballots].sort((a, b) => a.hour - b.hour || (a._id < b._id ? -1 : 1));
  const counted = inOrder.map((ballot, index) => ({ ...ballot, batch: 1 + Math.floor(index / batchSize) }));

  const runs = [{ at: poll.stages.voting, entries: [rulesEntry(poll, candidateIds)] }];
  for (let from = 0; from < counted.length; from += batchSize) {
    const page = counted.slice(from, from + batchSize);
    const at = (page.at(-1)?.hour ?? 0) + hourLength;
    runs.push({ at, entries: page.map((ballot) => ballotEntry({ ...ballot, tag: tagIn(poll, ballot) })) });
  }
  const closeAt = closesAt(poll);
  runs.push({ at: closeAt, entries: [closeEntry(counted.length)] });

  let tally = emptyTally;
  const batches = runs.map(({ at, entries }, n) => {
    tally = fold(tally, entries);
    return { _id: `${poll.id}:batch:${n}`, pollId: poll.id, n, at, entries, tally };
  });
  const open = { shown: null, nextAt: null, dueAt: null, final: false };
  const standings = { _id: poll.id, ...open, ...standingsChange(poll, batches.length - 1, tally, 'growth', closeAt) };
  return { ballots: counted, batches, standings };
}

function tagIn(poll: Poll, { _id }: BallotDocument): string {
  return _id.slice(poll.id.length + 1);
}
