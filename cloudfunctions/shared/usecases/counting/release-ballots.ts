import type { BallotEntry, LogEntry } from '../../universal/ledger/entries/log-entry';
import type { DueRelease } from '../../domain/counting/release';
import {
  ballotId,
  ballotIdRange,
  listWaiting,
  markCounted,
  waitingPageSize,
  type StoredBallot,
} from '../../store/voting/ballots';
import { mostEntries, mostEntryBytes, type Batch } from '../../store/counting/batches';
import { isUnfinished, take, tagsInBatch, type Head } from './log-head';
import { appendBatch, publishRelease, type OnFault } from './log-writer';
import type { LogPublisher } from './publish-log';
import { setAside, setAsideAs } from './set-aside';
import { sortOut } from './sort-waiting';
import { settleAll, takeRulings } from './take-rulings';

export interface Releasing {
  publisher: LogPublisher;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Start nothing long behind this instant. */
  deadline: number;
  onFault: OnFault;
}

export interface Taken {
  /**
   * `overtaken`: another sequencer writes this log, and the head is of no use any more. `unfinished`: time is up in between; whoever comes
   * next goes on.
   */
  outcome: 'public' | 'overtaken' | 'unfinished';
  batches: number;
  ballots: number;
}

/**
 * Releases the ballots that wait, all at once: in the order of their tags over the whole release, in batches of which the last one
 * alone has a checkpoint. With them go the rulings that wait. A release that somebody left unfinished is gone on with behind its
 * last tag, so that its order tells nothing of who came when; smaller tags that came since wait for the next one.
 *
 * A tag is in the log once: batches are numbered without a gap, each number is written once, and the head that writes one knows the
 * tags of all before it. Ballots are marked last, so whoever dies before leaves some that wait, by which it is found out.
 * @param known all that wait, where it is known and less than a page
 * @throws DatabaseFault, storage's faults; repeating is safe
 */
export async function releaseBallots(
  head: Head,
  due: DueRelease,
  releasing: Releasing,
  known?: readonly StoredBallot[],
): Promise<Taken> {
  const { publisher, clock, deadline, onFault } = releasing;
  const { id } = head.poll;
  const range = ballotIdRange(id);
  const taken: Taken = { outcome: 'overtaken', batches: 0, ballots: 0 };
  let after = isUnfinished(head) && head.lastTag !== '' ? ballotId(id, head.lastTag) : range.after;
  let written: Batch | undefined;
  for (let first = isUnfinished(head) ? undefined : known; ; first = undefined) {
    const page = first ?? (await listWaiting(after, range.before));
    const isLast = page.length < waitingPageSize;
    const { fresh } = await sortOut(head, page, onFault);
    const runs = inRuns(fresh.filter(({ hour }) => hour < due.before));
    for (const [index, run] of runs.entries()) {
      const entries = await takeBallots(head, run, onFault);
      const isEnd = isLast && index === runs.length - 1;
      const rulings = isEnd ? await takeRulings(head, clock(), onFault) : nothingElse;
      const batch = await appendBatch(head, [...entries, ...rulings.entries], clock(), isEnd ? due.at : null);
      if (batch === null) return taken;
      taken.batches += 1;
      taken.ballots += entries.length;
      await settleAll(rulings.taken, batch.n);
      // The last one that was written stays unmarked until the release is public.
      if (written) await markCounted(id, tagsInBatch(written), written.n);
      written = batch;
    }
    if (isLast) break;
    if (clock() > deadline) return { ...taken, outcome: 'unfinished' };
    after = ballotId(id, page.at(-1)?.tag ?? '');
  }
  // Nothing was left for the last page, or for the one who goes on.
  if (isUnfinished(head)) {
    const batch = await appendBatch(head, [], clock(), due.at);
    if (batch === null) return taken;
    taken.batches += 1;
    if (written) await markCounted(id, tagsInBatch(written), written.n);
    written = batch;
  }
  if (written === undefined) return { ...taken, outcome: 'public' };
  if ((await publishRelease(head, publisher, onFault, written)) === null) return taken;
  await markCounted(id, tagsInBatch(written), written.n);
  return { ...taken, outcome: 'public' };
}

const nothingElse: Awaited<ReturnType<typeof takeRulings>> = { entries: [], reports: [], taken: [] };

/** What the voter function let in, the log takes; what came into the database by another way, it may refuse. */
async function takeBallots(head: Head, ballots: readonly StoredBallot[], onFault: OnFault): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  const refused = new Map<StoredBallot, string>();
  for (const ballot of ballots) {
    const entry = entryOf(ballot);
    const refusal = entry === null ? 'malformed' : take(head, entry);
    if (refusal) refused.set(ballot, refusal);
    else if (entry) entries.push(entry);
  }
  if (refused.size > 0) {
    await setAside(head.poll.id, [...refused.keys()], setAsideAs.refused);
    onFault(new Error(`the log takes no ballot like these: ${[...new Set(refused.values())].join(', ')}`));
  }
  return entries;
}

function entryOf({ tag, period, choices }: StoredBallot): BallotEntry | null {
  // One that another hand wrote must not hold up the others.
  if (!Array.isArray(choices) || !choices.every((choice) => typeof choice === 'string')) return null;
  return { v: 1, kind: 'ballot', tag, period, choices: [...choices].sort() };
}

/** Ballots in runs that fit into a batch each. */
function inRuns(ballots: readonly StoredBallot[]): StoredBallot[][] {
  const runs: StoredBallot[][] = [];
  let bytes = 0;
  for (const ballot of ballots) {
    const size = JSON.stringify(ballot.choices ?? null).length;
    const run = runs.at(-1);
    if (run === undefined || run.length === mostEntries || bytes + size > mostEntryBytes) {
      runs.push([ballot]);
      bytes = size;
    } else {
      run.push(ballot);
      bytes += size;
    }
  }
  return runs;
}
