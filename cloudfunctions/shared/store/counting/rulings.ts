import type { FairPlayFlag } from '../../universal/fair-play';
import type {
  CallOffEntry,
  DrawEntry,
  ExclusionEntry,
  NoticeEntry,
  RevocationEntry,
  RulingEntry,
  SheetEntry,
  WithdrawalEntry,
} from '../../universal/ledger/entries/log-entry';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What was decided, as the log's entry says it. */
export type Decision =
  | Pick<RulingEntry, 'kind' | 'index' | 'reason' | 'clause'>
  | DecidedInquiry
  | Pick<WithdrawalEntry, 'kind' | 'candidate' | 'reason'>
  | Pick<DrawEntry, 'kind' | 'draw'>
  | DecidedNotice
  /** Of the last notice. */
  | { kind: 'award' }
  | Pick<RevocationEntry, 'kind' | 'candidate' | 'reason' | 'clause'>
  | Pick<CallOffEntry, 'kind' | 'reason'>
  /** A juror has handed in a version: no act, and nobody approves it. */
  | Pick<SheetEntry, 'kind' | 'juror' | 'n' | 'hash'>
  /** All sheets become public. */
  | { kind: 'lock' }
  | Pick<ExclusionEntry, 'kind' | 'juror' | 'reason' | 'clause'>;

/** What an inquiry voids or puts back; its entries name the ballots and a report. */
export type DecidedInquiry =
  | { kind: 'voidInquiry'; inquiry: number; flags: FairPlayFlag[]; reason: string; clause: string }
  | { kind: 'restoreBallots'; inquiry: number; indexes: number[]; reason: string; clause: string };

/** A notice: its entry says what the log adds up to once it takes it in. What else is in here stands beside it in public. */
export interface DecidedNotice extends Pick<NoticeEntry, 'kind' | 'until'> {
  office: string;
  phone: string;
  address: string;
  note: string;
  /** Why it takes the place of an earlier one. */
  why?: string;
  /** The first year whose working days nobody had announced. */
  unknownYear?: number;
}

/** What was decided and the log is to take in: about a ballot, a candidate, a draw, or what becomes of the count. */
export type Ruling = Decision & {
  /** `poll:key`, where the key is the act's id; a poll's one draw has a key of its own. */
  _id: string;
  pollId: string;
  /** The act that decided it. */
  actId?: string;
  /** When it was decided, epoch milliseconds; absent in those of earlier versions. */
  at?: number;
  /** Who proposed and who approved, as the public record may name them; of a sheet the juror's seat, twice. */
  proposer: string;
  approver: string;
  /** The batch that has it; null while it waits; -1 when the log could not take it. */
  batch: number | null;
  /** Why the log could not take it. */
  refusal?: string;
};

/** The number of a ruling that no batch has: the log could not take it. */
export const refused = -1;

const mostAtOnce = 500;
const rulings = () => database.collection('rulings');
const { command } = database;

/** Hands a decision over to the scheduler. @returns false when it was handed over before */
export function insertRuling(ruling: Ruling): Promise<boolean> {
  return insertOnce(rulings(), ruling);
}

/** Rulings that the log has not taken in yet, as they were decided: a void and its restore may wait together. */
export async function listWaitingRulings(pollId: string): Promise<Ruling[]> {
  const { data } = await attempt(() =>
    rulings().where({ pollId, batch: null }).orderBy('at', 'asc').orderBy('_id', 'asc').limit(mostAtOnce).get(),
  );
  // What is in the collection was written by this project.
  return data as Ruling[];
}

/** What the log has taken in about one ballot, in the log's order. @param index its place among the log's entries */
export async function listRulingsOn(pollId: string, index: number): Promise<(Ruling & { batch: number })[]> {
  const { data } = await attempt(() =>
    rulings()
      .where({ pollId, batch: command.gte(0), index })
      .orderBy('batch', 'asc')
      .orderBy('_id', 'asc')
      .limit(mostAtOnce)
      .get(),
  );
  // As above; the condition says that the log has them.
  return data as (Ruling & { batch: number })[];
}

/** What was decided about the outcome and the log has or is to take in, in order; what it refused is not among it. */
export async function listOutcomeRulings(pollId: string): Promise<Ruling[]> {
  const { data } = await attempt(() =>
    rulings()
      .where({ pollId, kind: command.in(['notice', 'award', 'revoke', 'callOff']) })
      .orderBy('at', 'asc')
      .limit(mostAtOnce)
      .get(),
  );
  // As above.
  return (data as Ruling[]).filter(({ batch }) => batch !== -1);
}

/** @returns null when there is none of this id */
export async function findRuling(id: string): Promise<Ruling | null> {
  const { data } = await attempt(() => rulings().where({ _id: id }).limit(1).get());
  // As above.
  return (data[0] as Ruling | undefined) ?? null;
}

/** Notes what became of a ruling. @param batch -1 with a refusal */
export async function settleRuling(id: string, batch: number, refusal?: string): Promise<void> {
  const data = refusal === undefined ? { batch } : { batch, refusal };
  await attempt(() => rulings().where({ _id: id, batch: null }).update({ data }));
}
