import type { AnyRulesEntry, DrawEntry, ResultEntry } from '../entries/log-entry';
import type { AwardState } from './award-state';
import type { JuryState } from './jury-state';

/** What a log has added up to, as a count reads it: scores, rankings and what becomes of them need no more of a `LogState`. */
export interface CountState {
  readonly rules: AnyRulesEntry | undefined;
  /** Ballots cast, void ones included. */
  readonly ballots: number;
  readonly voided: number;
  readonly isClosed: boolean;
  result: ResultEntry | undefined;
  /** Also where the result itself came before what this count went on from. */
  hasResult: boolean;
  /** Votes that count, by the candidate's number in the rules. */
  readonly votes: readonly number[];
  /** What the jury handed in. */
  readonly jury: Pick<JuryState, 'counted' | 'jurors' | 'isAwaited'>;
  /** By the candidate's number: those that are out. */
  readonly withdrawn: ReadonlySet<number>;
  /** What the public draw gave. */
  readonly draw: DrawEntry | undefined;
  /** Notices of the result, awards that were taken back, a calling off. */
  readonly award: AwardState;
  /** By the candidate's number: the group it stands in. */
  readonly groupIds: readonly (string | undefined)[];
}
