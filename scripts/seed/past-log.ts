import { bytesToHex } from '@noble/hashes/utils.js';
import { LogState } from '../../cloudfunctions/shared/universal/ledger/count/log-state';
import type { SheetCandidate } from '../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { ballotEntry, closeEntry, rulesEntry } from '../../cloudfunctions/shared/universal/ledger/entries/make-entry';
import { parseEntry } from '../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { nextCheckpoint } from '../../cloudfunctions/shared/universal/ledger/note/chained-checkpoint';
import { signNote, type NoteSigner } from '../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { formatVerifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { Frontier } from '../../cloudfunctions/shared/universal/ledger/tree/frontier';
import type { Poll, PublicRules } from '../../cloudfunctions/shared/universal/poll';
import { closesAt } from '../../cloudfunctions/shared/domain/counting/release';
import { nativeHasher } from '../../cloudfunctions/shared/platform/native-hasher';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import type { Standings } from '../../cloudfunctions/shared/store/counting/standings';
import type { BallotDocument } from './draw-ballots';

const batchSize = 500;
const hourLength = 60 * 60 * 1000;

/** A closed poll's log, as the sequencer would have left it at the time, but for its files: they are still to be published. */
export interface PastLog {
  /** Each with the batch that counts it. */
  ballots: BallotDocument[];
  batches: ({ _id: string } & Batch)[];
  standings: { _id: string } & Omit<Standings, 'pollId'>;
}

/**
 * Writes the log of a poll that ended long ago. The sequencer would date it today: the count of a vote that
 * ended weeks ago would say that it was taken just now. Only its end is signed, since nothing of it was published before.
 * @param sheet by number
 * @param now when the scheduler is to publish it, epoch milliseconds
 */
export function writePastLog(
  poll: Poll & PublicRules,
  sheet: SheetCandidate[],
  ballots: readonly BallotDocument[],
  signer: NoteSigner,
  now: number,
): PastLog {
  const inOrder = [...ballots].sort((a, b) => a.hour - b.hour || (a._id < b._id ? -1 : 1));
  const counted = inOrder.map((ballot, index) => ({ ...ballot, batch: 1 + Math.floor(index / batchSize) }));

  const runs = [{ at: poll.stages.voting, entries: [rulesEntry(poll, sheet)] }];
  for (let from = 0; from < counted.length; from += batchSize) {
    const page = counted.slice(from, from + batchSize);
    const at = (page.at(-1)?.hour ?? 0) + hourLength;
    runs.push({ at, entries: page.map((ballot) => ballotEntry({ ...ballot, tag: tagIn(poll, ballot) })) });
  }
  const closeAt = closesAt(poll);
  runs.push({ at: closeAt, entries: [closeEntry(counted.length)] });

  const state = LogState.start();
  const tree = new Frontier(nativeHasher);
  const last = runs.length - 1;
  const batches = runs.map(({ at, entries }, n) => {
    for (const text of entries) append(state, tree, text, sheet);
    return {
      _id: `${poll.id}:batch:${n}`,
      pollId: poll.id,
      n,
      at,
      entries,
      tally: state.tally(),
      peaks: tree.peaks.map(bytesToHex),
      signed: n === last ? { n, size: tree.size } : { n: 0, size: 0 },
      ...(n === last ? { checkpoint: checkpointOf(state, tree, signer) } : {}),
      ...(n === 0 ? { sheet, key: formatVerifierKey(signer.key) } : {}),
    };
  });
  const counts = Object.fromEntries(sheet.map(({ id }, number) => [id, state.votes[number] ?? 0]));
  const shown = { batch: last, counts, ballots: state.ballots, asOf: closeAt };
  const released = { batch: last, ballots: state.ballots, releasedAt: closeAt, shown, final: true };
  const standings = { _id: poll.id, ...released, nextAt: null, dueAt: now };
  return { ballots: counted, batches, standings };
}

function append(state: LogState, tree: Frontier, text: string, sheet: readonly SheetCandidate[]): void {
  const entry = parseEntry(text);
  const refusal = typeof entry === 'string' ? entry : state.apply(entry, sheet);
  if (refusal) throw new Error(`${refusal}: ${text}`);
  tree.append(nativeHasher.leaf(text));
}

/** The first one that was ever signed. */
function checkpointOf({ rules }: LogState, tree: Frontier, signer: NoteSigner): string {
  return signNote(nextCheckpoint(signer.key.name, rules, tree, 0), [signer]);
}

function tagIn(poll: Poll, { _id }: BallotDocument): string {
  return _id.slice(poll.id.length + 1);
}
