import { bytesToHex } from '@noble/hashes/utils.js';
import { winnersOf } from '../../universal/ledger/count/award-state';
import { owedDays } from '../../universal/ledger/count/refuse-result';
import type { AnyRulesEntry, LogEntry, NoticeEntry } from '../../universal/ledger/entries/log-entry';
import type { Figures } from '../../universal/ledger/entries/figures';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import type { Outcome, OutcomeFile, OutcomeInShort, OutcomeNotice, OutcomeWinner } from '../../universal/outcome';
import type { Reached } from '../../universal/poll';
import { uploadFile } from '../../platform/files';
import { nativeHasher } from '../../platform/native-hasher';
import { findClosingBatch, firstIndexOf, readBatches } from '../../store/counting/batches';
import { listOutcomeRulings, type Ruling } from '../../store/counting/rulings';
import { noteOutcomePublished } from '../../store/counting/standings';
import { findPoll, noteOutcome, reachArchived } from '../../store/poll/polls';
import { archivesAt } from '../../domain/counting/publication';
import { tellNotice } from '../reminders/replan-reminders';
import type { Head } from './log-head';
import { logFolder } from './log-folder';

/**
 * Says what became of a closed poll, in its document and in `outcome.json`, once its log says more of it than was told. All of it is
 * made anew of the log, so that whoever dies at any step leaves nothing that the next one does not put right.
 * @returns whether there was something to tell
 */
export async function publishOutcome(head: Head): Promise<boolean> {
  const { poll, state, outcome: told } = head;
  if (state.rules === undefined || !state.isClosed || state.award.tally() === undefined) return false;
  if (told === state.size) return false;
  for (;;) {
    const found = await readOutcome(poll.id, state.rules);
    const file: OutcomeFile = { v: 1, pollId: poll.id, size: found.size, ...found.outcome };
    const reached = reachedBy(found.outcome);
    const isNewest = await noteOutcome(poll.id, { ...inShort(found.outcome), size: found.size }, reached);
    await uploadFile(`${logFolder(poll.id)}/outcome.json`, Buffer.from(JSON.stringify(file)));
    const last = found.outcome.notices.at(-1);
    // The message leads to the file; whoever dies before it is said that this was told tells both anew.
    if (last !== undefined && found.outcome.result === undefined) await tellNotice(poll.id, last.n, last.from);
    const now = await findPoll(poll.id);
    if (now) head.poll = now;
    // Another sequencer has told more meanwhile, and this file may have taken the place of its own.
    if (!isNewest || (now?.outcome?.size ?? 0) > found.size) continue;
    await noteOutcomePublished(poll.id, found.size);
    head.outcome = found.size;
    return true;
  }
}

/** A poll that was awarded long ago, and that nobody archived. */
export async function archiveInTime({ poll }: Head, now: number): Promise<void> {
  const at = archivesAt(poll);
  if (at !== null && now >= at) await reachArchived(poll.id, now);
}

interface Placed {
  entry: LogEntry;
  index: number;
  text: string;
}

/** All that a log says behind its close, whether or not it is public yet. */
export async function readOutcome(pollId: string, rules: AnyRulesEntry): Promise<{ size: number; outcome: Outcome }> {
  const closing = await findClosingBatch(pollId);
  if (closing === null) throw new Error(`a read does not show the close of ${pollId}`);
  const placed: Placed[] = [];
  let { size } = closing.tally;
  for await (const batch of readBatches(pollId, closing.n + 1)) {
    const from = firstIndexOf(batch);
    for (const [place, text] of batch.entries.entries()) {
      const entry = parseEntry(text);
      if (typeof entry === 'object') placed.push({ entry, index: from + place, text });
    }
    size = batch.tally.size;
  }
  return { size, outcome: outcomeOf(rules, placed, await listOutcomeRulings(pollId)) };
}

function outcomeOf(rules: AnyRulesEntry, placed: readonly Placed[], rulings: readonly Ruling[]): Outcome {
  const levels = rules.v === 3 ? (rules.result.levels ?? []) : [];
  const winners = (figures: Pick<Figures, 'ranking'>): OutcomeWinner[] =>
    winnersOf(figures).map(({ candidate, rank }) => {
      const level = levels.find(({ last }) => rank <= last)?.name;
      return { candidate, rank, ...(level === undefined ? {} : { level }) };
    });
  const outcome: Outcome = { owedDays: owedDays(rules) ?? 0, notices: [], winners: [], revocations: [] };
  for (const { entry, index, text } of placed) {
    switch (entry.kind) {
      case 'notice':
        outcome.notices.push({ ...noticeOf(entry, index, rulings), winners: winners(entry) });
        outcome.winners = winners(entry);
        break;
      case 'result': {
        const at = rulings.find(({ kind }) => kind === 'award')?.at ?? outcome.notices.at(-1)?.until ?? 0;
        outcome.result = { index, at, leaf: bytesToHex(nativeHasher.leaf(text)), entry: text };
        outcome.winners = winners(entry);
        break;
      }
      case 'revoke': {
        const { candidate, reason, clause } = entry;
        const at = rulings.find((each) => each.kind === 'revoke' && each.candidate === candidate)?.at ?? 0;
        outcome.revocations.push({ candidate, reason, clause, at, index });
        break;
      }
      case 'callOff': {
        const at = rulings.find(({ kind }) => kind === 'callOff')?.at ?? 0;
        outcome.callOff = { reason: entry.reason, at, index };
        break;
      }
      default:
    }
  }
  return outcome;
}

/** What the entry does not say stands in what was decided at the instant that it begins with. */
function noticeOf(entry: NoticeEntry, index: number, rulings: readonly Ruling[]): Omit<OutcomeNotice, 'winners'> {
  const { n, from, until, ballots, voids } = entry;
  const decided = rulings.find((each) => each.kind === 'notice' && each.at === from);
  const {
    office = '',
    phone = '',
    address = '',
    note = '',
    why,
    unknownYear,
  } = decided?.kind === 'notice' ? decided : {};
  return {
    n,
    index,
    from,
    until,
    ballots,
    voids,
    office,
    phone,
    address,
    note,
    ...(why === undefined ? {} : { reason: why }),
    ...(unknownYear === undefined ? {} : { unknownYear }),
  };
}

function inShort({ notices, result, winners, revocations }: Outcome): OutcomeInShort {
  const last = notices.at(-1);
  const { n, from, until, office, phone, address, note, reason } = last ?? {};
  return {
    ...(n === undefined || from === undefined || until === undefined
      ? {}
      : {
          notice: {
            n,
            from,
            until,
            office: office ?? '',
            phone: phone ?? '',
            address: address ?? '',
            note: note ?? '',
            ...(reason === undefined ? {} : { reason }),
          },
        }),
    ...(result === undefined ? {} : { awardedAt: result.at }),
    winners,
    revoked: revocations.map(({ candidate }) => candidate),
  };
}

/** A notice is reached with the first one. */
function reachedBy({ notices: [first], result }: Outcome): Reached {
  return { ...(first && { notice: first.from }), ...(result && { awarded: result.at }) };
}
