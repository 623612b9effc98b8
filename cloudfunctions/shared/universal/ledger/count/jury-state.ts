import { bytesToHex } from '@noble/hashes/utils.js';
import {
  encodeEntry,
  type AnyRulesEntry,
  type ExclusionEntry,
  type JuryEntry,
  type SheetEntry,
} from '../entries/log-entry';
import { plainHasher } from '../tree/tree-hasher';
import type { FoldRefusal } from './fold-refusal';
import { compareText } from './text-order';

/** What a count that goes on from a batch has to know of a jury. Points are not in it: no batch copies fifty sheets. */
export interface JuryTally {
  sheets: SheetMark[];
  excluded: string[];
}

/** How far a juror's sheet has come. */
export interface SheetMark {
  juror: string;
  /** Of the version handed in last; absent under rules whose sheets are not handed in before they are public. */
  n?: number;
  /** Leaf hash of the entry that has to be revealed, 64 hex digits. */
  hash?: string;
  /** Where the log has it; absent before it is revealed. */
  place?: number;
}

/** Points by criterion, by the candidate's number in the rules. */
export type Sheet = ReadonlyMap<number, readonly number[]>;

/** What sheets are held against. */
export interface SheetBounds {
  isClosed: boolean;
  /** Entries before this one. */
  size: number;
  /** Candidates' numbers by id. */
  numbers: ReadonlyMap<string, number>;
  withdrawn: ReadonlySet<number>;
}

/** The sheets of a jury: handed in under a hash while nobody may see them, revealed behind the close, counted unless excluded. */
export class JuryState {
  readonly #marks = new Map<string, SheetMark>();
  readonly #sheets = new Map<string, Sheet>();
  readonly #excluded = new Set<string>();
  /** Who was revealed last. */
  #last: string | undefined;

  /** Goes on from a tally; sheets that it says are revealed have to be recalled before anything is counted. */
  resume({ sheets, excluded }: JuryTally): void {
    for (const mark of sheets) {
      this.#marks.set(mark.juror, { ...mark });
      if (mark.place !== undefined) this.#noteRevealed(mark.juror);
    }
    for (const juror of excluded) this.#excluded.add(juror);
  }

  /** @returns undefined while there is nothing to know */
  tally(): JuryTally | undefined {
    if (this.#marks.size === 0 && this.#excluded.size === 0) return undefined;
    return { sheets: [...this.#marks.values()].map((mark) => ({ ...mark })), excluded: [...this.#excluded] };
  }

  /** The places of revealed sheets whose points this count was not told yet. */
  get forgotten(): number[] {
    return [...this.#marks.values()].flatMap(({ juror, place }) =>
      place === undefined || this.#sheets.has(juror) ? [] : [place],
    );
  }

  /** How many versions of a sheet were handed in. */
  versionsOf(juror: string): number {
    return this.#marks.get(juror)?.n ?? 0;
  }

  /** Leaf hash of the version that was handed in last, 64 hex digits. */
  boundHash(juror: string): string | undefined {
    return this.#marks.get(juror)?.hash;
  }

  isRevealed(juror: string): boolean {
    return this.#marks.get(juror)?.place !== undefined;
  }

  /** Tells a resumed count a sheet again that its log has. */
  recall({ juror, scores }: JuryEntry, numbers: SheetBounds['numbers']): void {
    const sheet = sheetOf(scores, numbers);
    if (sheet && this.#marks.get(juror)?.place !== undefined) this.#sheets.set(juror, sheet);
  }

  /** Sheets that count, by juror. */
  get counted(): [juror: string, sheet: Sheet][] {
    if (this.forgotten.length > 0) throw new Error('a count without the sheets that its log has');
    return [...this.#sheets].filter(([juror]) => !this.#excluded.has(juror));
  }

  /** How many sheets count. */
  get jurors(): number {
    return [...this.#marks.values()].filter((mark) => mark.place !== undefined && !this.#excluded.has(mark.juror))
      .length;
  }

  /** Whether a sheet that was handed in and counts is not revealed yet, or there is none at all. */
  get isAwaited(): boolean {
    const isOpen = (mark: SheetMark): boolean => mark.place === undefined && !this.#excluded.has(mark.juror);
    return this.jurors === 0 || [...this.#marks.values()].some(isOpen);
  }

  /** A juror hands in a version of a sheet. */
  handIn(rules: AnyRulesEntry, { juror, n, hash }: SheetEntry): FoldRefusal | null {
    const refusal = refuseVersion(rules, true);
    if (refusal) return refusal;
    if (this.#last !== undefined) return 'SHEET_AFTER_LOCK';
    if (n !== (this.#marks.get(juror)?.n ?? 0) + 1) return 'SHEET_NUMBER';
    this.#marks.set(juror, { juror, n, hash });
    return null;
  }

  /** A sheet becomes public. */
  reveal(rules: AnyRulesEntry, entry: JuryEntry, bounds: SheetBounds): FoldRefusal | null {
    const refusal = refuseVersion(rules, entry.v === 2);
    const jury = rules.v === 1 ? undefined : rules.result.jury;
    if (refusal || jury === undefined) return refusal ?? 'JURY_NOT_DECLARED';
    const { juror, scores } = entry;
    const fault = entry.v === 2 ? this.#refuseReveal(entry, bounds) : this.#marks.has(juror) ? 'JUROR_TWICE' : null;
    if (fault) return fault;
    const sheet = sheetOf(scores, bounds.numbers);
    if (sheet === null) return 'CANDIDATE_UNKNOWN';
    const fits = (points: readonly number[]): boolean =>
      points.length === jury.criteria.length && points.every((each) => each <= jury.most);
    if (![...sheet.values()].every(fits)) return 'POINTS_OUT_OF_RANGE';
    if (entry.v === 2) {
      const gap = refuseGap(entry.recused, sheet, bounds);
      if (gap) return gap;
    }
    this.#sheets.set(juror, sheet);
    this.#marks.set(juror, { ...this.#marks.get(juror), juror, place: bounds.size });
    this.#noteRevealed(juror);
    return null;
  }

  #refuseReveal(entry: JuryEntry, { isClosed }: SheetBounds): FoldRefusal | null {
    if (!isClosed) return 'JURY_WHILE_OPEN';
    const mark = this.#marks.get(entry.juror);
    if (mark === undefined) return 'JURY_WITHOUT_SHEET';
    if (mark.place !== undefined) return 'JUROR_TWICE';
    if (this.#last !== undefined && compareText(this.#last, entry.juror) > 0) return 'JURY_OUT_OF_ORDER';
    return bytesToHex(plainHasher.leaf(encodeEntry(entry))) === mark.hash ? null : 'SHEET_MISMATCH';
  }

  /** Two persons take a juror's sheet out of the count. */
  exclude(rules: AnyRulesEntry, { juror, proposer, approver }: ExclusionEntry): FoldRefusal | null {
    const refusal = refuseVersion(rules, true);
    if (refusal) return refusal;
    if (this.#excluded.has(juror)) return 'ALREADY_EXCLUDED';
    if (proposer === approver) return 'ONE_PERSON_ALONE';
    this.#excluded.add(juror);
    return null;
  }

  #noteRevealed(juror: string): void {
    if (this.#last === undefined || compareText(this.#last, juror) < 0) this.#last = juror;
  }
}

/** @param isSealed whether the entry is one of sheets that are handed in before they are public */
function refuseVersion(rules: AnyRulesEntry, isSealed: boolean): FoldRefusal | null {
  if (rules.v === 1 || rules.result.jury === undefined) return 'JURY_NOT_DECLARED';
  return (rules.v === 3) === isSealed ? null : 'SHEET_VERSION';
}

/** @returns null where it scores somebody who is no candidate */
function sheetOf(scores: JuryEntry['scores'], numbers: SheetBounds['numbers']): Sheet | null {
  const sheet = new Map<number, readonly number[]>();
  for (const [id, ...points] of scores) {
    const number = numbers.get(id);
    if (number === undefined) return null;
    sheet.set(number, points);
  }
  return sheet;
}

/** Whether a candidate is both scored and recused, or neither though it was never withdrawn. */
function refuseGap(recused: readonly string[], sheet: Sheet, { numbers, withdrawn }: SheetBounds): FoldRefusal | null {
  const left = new Set<number>();
  for (const id of recused) {
    const number = numbers.get(id);
    if (number === undefined) return 'CANDIDATE_UNKNOWN';
    left.add(number);
  }
  const isWhole = [...numbers.values()].every((number) => {
    const stands = Number(sheet.has(number)) + Number(left.has(number));
    return stands === 1 || (stands === 0 && withdrawn.has(number));
  });
  return isWhole ? null : 'SHEET_INCOMPLETE';
}
