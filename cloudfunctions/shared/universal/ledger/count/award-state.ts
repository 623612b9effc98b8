import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { figuresInOrder, type Figures } from '../entries/figures';
import type { AnyRulesEntry, CallOffEntry, NoticeEntry, ResultEntry, RevocationEntry } from '../entries/log-entry';
import { wholeDaysBehind } from '../entries/whole-days';
import { encodeUtf8 } from '../utf8';
import type { FoldRefusal } from './fold-refusal';

/** A notice as a count remembers it: what the next one and the result are held against. */
export interface NoticeMark {
  n: number;
  from: number;
  until: number;
  /** Who is to win, with their ranks, in the ranking's order. */
  winners: Winner[];
  /** SHA-256 of its figures, 64 hex digits: they may be as long as the longest entry. */
  figures: string;
  proposer: string;
  approver: string;
}

export interface Winner {
  candidate: string;
  rank: number;
}

/** What a count that goes on from a batch has to know of what came behind the close. */
export interface AwardTally {
  /** The last one. */
  notice?: NoticeMark;
  /** Whether a ballot was voided or a candidate withdrawn since. */
  isRuledSince: boolean;
  /** Those whose award was taken back. */
  revoked: string[];
  callOff?: CallOffEntry;
}

/** Whole days that a notice is up again at least where somebody's ballot or candidate was taken out since the last one. */
const daysAfterRuling = 3;

/** What becomes of a count: notices of it, awards that were taken back, a calling off. */
export class AwardState {
  /** Every notice, in order; of a count that goes on from a tally the last one alone. */
  readonly notices: NoticeMark[] = [];
  /** Those that this count saw. */
  readonly revocations: RevocationEntry[] = [];
  callOff: CallOffEntry | undefined;
  readonly revoked = new Set<string>();
  #isRuledSince = false;

  resume({ notice, isRuledSince, revoked, callOff }: AwardTally): void {
    if (notice) this.notices.push(notice);
    this.#isRuledSince = isRuledSince;
    for (const candidate of revoked) this.revoked.add(candidate);
    this.callOff = callOff;
  }

  /** @returns undefined while nothing of it has happened */
  tally(): AwardTally | undefined {
    const notice = this.notice;
    if (notice === undefined && this.callOff === undefined) return undefined;
    return {
      ...(notice === undefined ? {} : { notice }),
      isRuledSince: this.#isRuledSince,
      revoked: [...this.revoked],
      ...(this.callOff === undefined ? {} : { callOff: this.callOff }),
    };
  }

  /** The last one. */
  get notice(): NoticeMark | undefined {
    return this.notices.at(-1);
  }

  /** A ballot was voided, or a candidate withdrawn. */
  noteRuling(): void {
    this.#isRuledSince = true;
  }

  /**
   * Puts a notice up that rules and count allow.
   * @param days working days that the rules owe; which days those are, no recount can know for ever, so it counts whole days, which
   * no working days can be fewer than
   */
  putUp(days: number, entry: NoticeEntry): FoldRefusal | null {
    const { n, from, until, proposer, approver } = entry;
    if (proposer === approver) return 'ONE_PERSON_ALONE';
    const last = this.notice;
    if (n !== (last?.n ?? 0) + 1 || from < (last?.from ?? 0)) return 'NOTICE_OUT_OF_ORDER';
    const winners = winnersOf(entry);
    if (until < (last?.until ?? 0) || wholeDaysBehind(from, until) < this.#leastDays(days, winners))
      return 'NOTICE_MISSING';
    this.notices.push({ n, from, until, winners, figures: hashOf(entry), proposer, approver });
    this.#isRuledSince = false;
    return null;
  }

  /** How many whole days the next notice has to be up. */
  #leastDays(days: number, winners: readonly Winner[]): number {
    const last = this.notice;
    if (last === undefined || JSON.stringify(last.winners) !== JSON.stringify(winners)) return days;
    // The earlier end may stand, and be that of the very day.
    return this.#isRuledSince ? Math.min(days, daysAfterRuling) : 0;
  }

  /** Why no result may say this, if so. */
  refuseResult(result: ResultEntry): FoldRefusal | null {
    const last = this.notice;
    if (last === undefined) return 'NOTICE_MISSING';
    return last.figures === hashOf(result) ? null : 'RESULT_NOT_AS_NOTICED';
  }

  /** @param hasResult whether there is one; it is what the last notice says, and who has won stands there */
  revoke(entry: RevocationEntry, hasResult: boolean): FoldRefusal | null {
    const { candidate, proposer, approver } = entry;
    if (!hasResult) return 'REVOKE_BEFORE_RESULT';
    if (this.notice?.winners.every((winner) => winner.candidate !== candidate) ?? true) return 'NOT_A_WINNER';
    if (this.revoked.has(candidate)) return 'ALREADY_REVOKED';
    if (proposer === approver) return 'ONE_PERSON_ALONE';
    this.revoked.add(candidate);
    this.revocations.push(entry);
    return null;
  }

  end(rules: AnyRulesEntry, entry: CallOffEntry): FoldRefusal | null {
    if (rules.v !== 3) return 'CALL_OFF_NOT_DECLARED';
    if (entry.proposer === entry.approver) return 'ONE_PERSON_ALONE';
    this.callOff = entry;
    return null;
  }
}

export function winnersOf({ ranking }: Pick<Figures, 'ranking'>): Winner[] {
  return ranking.filter(({ won }) => won).map(({ candidate, rank }) => ({ candidate, rank }));
}

function hashOf(figures: Figures): string {
  return bytesToHex(sha256(encodeUtf8(JSON.stringify(figuresInOrder(figures, true)))));
}
