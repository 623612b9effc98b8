import { hasFlag } from '../../domain/fairplay/inquiry';
import { inquiryReport } from '../../domain/fairplay/report';
import { reportHash, type InquiryReport } from '../../universal/ledger/bundle/inquiry-report';
import type { InquiryRulingEntry } from '../../universal/ledger/entries/inquiry-ruling';
import type { LogEntry } from '../../universal/ledger/entries/log-entry';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { firstIndexOf, readBehind } from '../../store/counting/batches';
import { refused, settleRuling, type DecidedInquiry, type Ruling } from '../../store/counting/rulings';
import { findInquiry, readInquiryBallots, type InquiryBallot } from '../../store/fairplay/inquiries';
import { take, type Head } from './log-head';
import { readVoidings } from './voidings';

/** The most places that one entry names. */
const placesOfEntry = 1_000;

/**
 * Takes what an inquiry decided into the head, a thousand ballots an entry, with the report that all of them name. What is void already,
 * or counts, is left out: another inquiry may have voided the same ballot, and whoever died behind the entries finds all of it done.
 * @returns null when there is nothing to do, and the ruling is settled
 */
export async function takeInquiry(
  head: Head,
  ruling: Ruling & DecidedInquiry,
): Promise<{ entries: LogEntry[]; report: InquiryReport } | null> {
  const { _id, inquiry: n, reason, clause, proposer, approver } = ruling;
  const inquiry = await findInquiry(head.poll.id, n);
  if (inquiry === null) {
    await settleRuling(_id, refused, 'INQUIRY_NOT_FOUND');
    return null;
  }
  const kind: InquiryRulingEntry['kind'] = ruling.kind === 'voidInquiry' ? 'void' : 'restore';
  const listed = await ballotsOf(head.poll.id, ruling);
  await recallVoids(head);
  await recallAll(head, listed);
  const ballots = listed.filter(([index]) => {
    const standing = head.state.standingOf(index);
    return kind === 'void' ? standing.isCounted === true : standing.inquiry === n;
  });
  if (ballots.length === 0) {
    await settleRuling(_id, head.n);
    return null;
  }
  const text = inquiryReport({ inquiry, kind, reason, clause, ballots });
  const report = { hash: reportHash(text), text };
  const entries: InquiryRulingEntry[] = [];
  for (let from = 0; from < ballots.length; from += placesOfEntry) {
    const indexes = ballots.slice(from, from + placesOfEntry).map(([index]) => index);
    const entry: InquiryRulingEntry = {
      v: 2,
      kind,
      inquiry: n,
      indexes,
      reason,
      clause,
      report: report.hash,
      proposer,
      approver,
    };
    const refusal = take(head, entry);
    if (refusal !== null && entries.length > 0) throw new Error(`half of ${_id} was taken: ${refusal}`);
    if (refusal !== null) {
      await settleRuling(_id, refused, refusal);
      return null;
    }
    entries.push(entry);
  }
  return { entries, report };
}

async function ballotsOf(pollId: string, ruling: DecidedInquiry): Promise<InquiryBallot[]> {
  const all = await readInquiryBallots(pollId, ruling.inquiry);
  if (ruling.kind === 'voidInquiry') return all.filter(([, bits]) => ruling.flags.some((flag) => hasFlag(bits, flag)));
  const wanted = new Set(ruling.indexes);
  return all.filter(([index]) => wanted.has(index));
}

/** Tells the head which ballots are void, where the tally it goes on from tells their number alone. */
async function recallVoids(head: Head): Promise<void> {
  if (head.areVoidsKnown) return;
  head.state.recallVoids(await readVoidings(head.poll.id, head.ruledIn));
  head.areVoidsKnown = true;
}

/** Tells the head of many ballots in one pass over the batches that have them. @param ballots ascending */
async function recallAll({ poll, state }: Head, ballots: readonly InquiryBallot[]): Promise<void> {
  let next = 0;
  while (next < ballots.length) {
    const begun = next;
    for (const batch of await readBehind(poll.id, ballots[next]?.[0] ?? 0)) {
      for (; next < ballots.length; next += 1) {
        const index = ballots[next]?.[0] ?? 0;
        if (index >= batch.tally.size) break;
        const entry = parseEntry(batch.entries[index - firstIndexOf(batch)] ?? '');
        if (typeof entry === 'object' && entry.kind === 'ballot') state.recall(index, entry);
      }
    }
    if (next === begun) throw new Error(`a read does not show all ballots of ${poll.id}`);
  }
}
