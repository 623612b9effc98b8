import { Cells } from '../../domain/fairplay/cells';
import { flagsOf } from '../../domain/fairplay/flags';
import {
  factsOf,
  flagBits,
  isOfStretch,
  pointersOf,
  stretchesOf,
  type FlaggedBallot,
  type Stretch,
} from '../../domain/fairplay/inquiry';
import { alarmsOf, suspectsOf } from '../../domain/fairplay/test-cells';
import { closesAt } from '../../domain/counting/release';
import type { FairPlayRules } from '../../universal/fair-play';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { findBatch, findClosingBatch, firstIndexOf, readSome } from '../../store/counting/batches';
import { ballotsOfPage, insertInquiry, insertInquiryBallots, type InquiryBallot } from '../../store/fairplay/inquiries';
import { dropSignals, keepSlice, readSlices, type Slice } from '../../store/fairplay/signals';
import { findPoll, noteInquired, type StoredPoll } from '../../store/poll/polls';
import { listTraced, tracedPageSize, type TracedBallot } from '../../store/voting/ballots';
import type { Continued } from '../scheduling/continued';

/** How soon a log that is not closed yet is looked at again, milliseconds. */
const pause = 10 * 60 * 1000;

/** Pages of ballots that one slice adds up: what is lost at the most by whoever dies. */
const pagesOfSlice = 20;

/** The pass over all ballots; the others are over those for one candidate, and named by its number. */
const whole = 'all';

/** A poll as it is looked at. */
interface Looking {
  poll: StoredPoll;
  rules: FairPlayRules;
  /** Candidates' ids by number. */
  candidates: readonly string[];
  /** How many ballots its log has. */
  ballots: number;
}

/**
 * Looks at a poll's ballots once its log is closed, and opens an inquiry for each stretch of which so much is flagged that chance does not
 * explain it. Before the close it does not look: a team that knew of alarms while people vote would act on them.
 *
 * Each slice is inserted under the ballot that it begins at, so however many look at once, and wherever one dies, each ballot is added up
 * once. That all were there is known by the log; a read that showed fewer has everything begin anew.
 * @param cursor a pass, and the tag behind which it goes on
 */
export async function lookAtBallots(
  pollId: string,
  cursor: string | undefined,
  now: number,
  left: () => number,
): Promise<Continued | null> {
  const poll = await findPoll(pollId);
  if (poll?.fairPlay === undefined || isOver(poll)) {
    await dropSignals(pollId);
    return null;
  }
  const looking = await openLooking(poll, poll.fairPlay);
  if (looking === null) return { dueAt: Math.max(now + pause, closesAt(poll)) };
  const [pass = whole, after = ''] = cursor?.split(' ') ?? [];
  if (pass === whole) {
    const next = await addUp(looking, whole, after, left);
    if (next !== null) return { dueAt: now, cursor: `${whole} ${next}` };
  }
  const { cells, flagged } = await sumOf(pollId, whole);
  if (cells.ballots !== looking.ballots) {
    await dropSignals(pollId);
    // A read showed fewer than there are, or what was added up is not here: from the beginning, without the cursor.
    return { dueAt: now + pause };
  }
  const suspected = [...new Set(suspectsOf(cells, looking.rules).map(({ candidate }) => candidate))].sort(
    (a, b) => a - b,
  );
  const begun = pass === whole ? 0 : suspected.indexOf(Number(pass));
  for (const [place, candidate] of suspected.entries()) {
    if (place < begun) continue;
    const next = await addUp(looking, String(candidate), place === begun && pass !== whole ? after : '', left);
    if (next !== null) return { dueAt: now, cursor: `${candidate} ${next}` };
  }
  const cellsWith = new Map<number, Cells>();
  for (const candidate of suspected) cellsWith.set(candidate, (await sumOf(pollId, String(candidate))).cells);
  const alarms = alarmsOf(cells, looking.rules, (candidate) => cellsWith.get(candidate) ?? new Cells());
  const stretches = stretchesOf(alarms, poll.stages.voting, poll.stages.verifying);
  for (const [place, stretch] of stretches.entries())
    await openInquiry(looking, place + 1, stretch, cells, flagged, now);
  await noteInquired(pollId, now, stretches.length);
  await dropSignals(pollId);
  return null;
}

/** Nothing is to be looked at any more: it was, or its ballots say nothing more, or nothing comes of them. */
function isOver({ status, callOff, inquired, traces }: StoredPoll): boolean {
  return status !== 'published' || (callOff ?? inquired ?? traces) !== undefined;
}

/** @returns null while the log is not closed */
async function openLooking(poll: StoredPoll, rules: FairPlayRules): Promise<Looking | null> {
  const closing = await findClosingBatch(poll.id);
  if (closing === null) return null;
  const first = parseEntry((await findBatch(poll.id, 0))?.entries[0] ?? '');
  if (typeof first === 'string' || first.kind !== 'rules') throw new Error(`the log of ${poll.id} has no rules`);
  return { poll, rules, candidates: first.candidates, ballots: closing.tally.ballots };
}

/** Adds up what comes behind a tag, slice by slice. @returns where to go on; null behind the last */
async function addUp(looking: Looking, pass: string, after: string, left: () => number): Promise<string | null> {
  for (let next: string | null = after; next !== null;) {
    if (left() <= 0) return next;
    next = await keepSlice(looking.poll.id, pass, next, await sliceBehind(looking, pass, next));
  }
  return null;
}

async function sliceBehind({ poll, rules, candidates }: Looking, pass: string, after: string): Promise<Slice> {
  const numbers = new Map(candidates.map((id, number) => [id, number]));
  const cells = new Cells();
  const flaggedBallots: FlaggedBallot[] = [];
  let next: string | null = after;
  for (let page = 0; page < pagesOfSlice && next !== null; page += 1) {
    const ballots = await listTraced(poll.id, next, pass === whole ? undefined : candidates[Number(pass)]);
    for (const ballot of ballots) {
      const flagged = lookAt(ballot, rules, numbers);
      if (flagged === null) continue;
      cells.add({ hour: ballot.hour, choices: flagged.choices, isFlagged: flagged.flags > 0 });
      if (flagged.flags > 0 && pass === whole) flaggedBallots.push(flagged);
    }
    next = ballots.length < tracedPageSize ? null : (ballots.at(-1)?.tag ?? null);
  }
  return { next, ballots: cells.ballots, flagged: cells.flagged, rows: cells.rows(), flaggedBallots };
}

/** @returns null for what no log has */
function lookAt(
  { tag, batch, hour, choices, trace }: TracedBallot,
  rules: FairPlayRules,
  numbers: ReadonlyMap<string, number>,
): FlaggedBallot | null {
  if (batch === null || batch < 0) return null;
  // A ballot without a trace was cast before anybody knew that it leaves one: nothing is known of it.
  const flags = trace === undefined ? [] : flagsOf(trace, choices.length, rules);
  return {
    tag,
    batch,
    hour,
    choices: choices.flatMap((id) => numbers.get(id) ?? []),
    flags: flagBits(flags),
    pace: trace?.pace ?? null,
    net: trace?.net ?? null,
  };
}

async function sumOf(pollId: string, pass: string): Promise<{ cells: Cells; flagged: FlaggedBallot[] }> {
  const cells = new Cells();
  const found: FlaggedBallot[] = [];
  for (const { rows, ballots, flagged, flaggedBallots } of await readSlices(pollId, pass)) {
    cells.addRows(rows, ballots, flagged);
    found.push(...flaggedBallots);
  }
  return { cells, flagged: found };
}

/** Its ballots come first: whoever sees an inquiry finds them. Whoever repeats it writes the same. */
async function openInquiry(
  { poll, candidates }: Looking,
  n: number,
  stretch: Stretch,
  cells: Cells,
  flagged: readonly FlaggedBallot[],
  at: number,
): Promise<void> {
  const own = flagged.filter((ballot) => isOfStretch(ballot, stretch));
  const ballots = await placesOf(poll.id, own);
  for (let page = 0; page * ballotsOfPage < ballots.length; page += 1) {
    const some = ballots.slice(page * ballotsOfPage, (page + 1) * ballotsOfPage);
    await insertInquiryBallots(poll.id, n, page, some);
  }
  const { candidate, from, to } = stretch;
  await insertInquiry({
    pollId: poll.id,
    n,
    candidateId: candidates[candidate] ?? '',
    from,
    to,
    facts: factsOf(stretch, cells, own),
    pointers: pointersOf(own),
    state: 'open',
    at,
  });
}

/** Where ballots stand in the log, ascending. */
async function placesOf(pollId: string, ballots: readonly FlaggedBallot[]): Promise<InquiryBallot[]> {
  const flags = new Map(ballots.map((ballot) => [ballot.tag, ballot.flags]));
  const places: InquiryBallot[] = [];
  const numbers = [...new Set(ballots.map(({ batch }) => batch))].sort((a, b) => a - b);
  for await (const batch of readSome(pollId, numbers)) {
    const first = firstIndexOf(batch);
    for (const [place, text] of batch.entries.entries()) {
      const entry = parseEntry(text);
      if (typeof entry === 'string' || entry.kind !== 'ballot') continue;
      const bits = flags.get(entry.tag);
      if (bits !== undefined) places.push([first + place, bits]);
    }
  }
  if (places.length !== ballots.length) throw new Error(`a read does not show all batches of ${pollId}`);
  return places.sort(([a], [b]) => a - b);
}
