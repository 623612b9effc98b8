import { isPeriodOf } from '../../period';
import type { BallotRules } from '../../poll';
import type { SheetCandidate } from '../entries/candidate-sheet';
import type {
  AnyRulesEntry,
  AnyRulingEntry,
  BallotEntry,
  DrawEntry,
  ExclusionEntry,
  JuryEntry,
  LogEntry,
  ResultEntry,
  WithdrawalEntry,
} from '../entries/log-entry';
import { AwardState } from './award-state';
import { RecalledBallots, type BallotMemory } from './ballot-memory';
import { BallotRecord } from './ballot-record';
import { isWithoutSeats, meetsGroups } from './candidate-groups';
import type { CountState } from './count-state';
import { foldAward } from './fold-award';
import type { FoldRefusal } from './fold-refusal';
import { JuryState } from './jury-state';
import { refuseDraw } from './refuse-draw';
import { areVoidsByInquiry, refuseRuling } from './refuse-ruling';
import { TagSet } from './tag-set';
import { voidNumbersOf, voidsOf, type Tally } from './tally';
import { groundOf, placesOf, VoidBallots, type AnyVoiding } from './void-ballots';

export type { FoldRefusal } from './fold-refusal';

/**
 * The count as a fold over a log of any kind of entry, one at a time. After a refusal it is of no more use.
 *
 * A recount begins with the rules and remembers every ballot. The sequencer goes on from a batch's tally by `resume`: that
 * no tag comes twice the database's keys have seen to, and a ballot that is ruled on has to be recalled first.
 */
export class LogState implements CountState {
  size = 0;
  rules: AnyRulesEntry | undefined;
  /** Ballots cast, void ones included. */
  ballots = 0;
  voided = 0;
  isClosed = false;
  result: ResultEntry | undefined;
  /** Also where the result itself came before what this count went on from. */
  hasResult = false;
  /** Votes that count, by the candidate's number in the rules; the same of void ballots beside it. */
  readonly votes: number[] = [];
  readonly voidedVotes: number[] = [];
  /** Void ballots by reason. */
  readonly voids = new Map<string, number>();
  /** What the jury handed in. */
  readonly jury = new JuryState();
  /** By the candidate's number: those that are out. */
  readonly withdrawn = new Set<number>();
  /** What the public draw gave. */
  draw: DrawEntry | undefined;
  /** Notices of the result, awards that were taken back, a calling off. */
  readonly award = new AwardState();
  /** By the candidate's number: the group it stands in. */
  readonly groupIds: (string | undefined)[] = [];
  /** Every void, restore, withdrawal and exclusion of a juror, in order. */
  readonly rulings: AnyRulingEntry[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #groups: (number | undefined)[] = [];
  readonly #periods = new Set<string>();
  #period = '';
  /** Null where the database's keys do the same. */
  readonly #tags: TagSet | null;
  readonly #recalled: RecalledBallots | undefined;
  readonly #record: BallotMemory;
  readonly #void = new VoidBallots();

  private constructor(memory: BallotMemory, tags: TagSet | null) {
    this.#record = memory;
    this.#recalled = memory instanceof RecalledBallots ? memory : undefined;
    this.#tags = tags;
  }

  /**
   * A count from the beginning, of which nothing is known but what it is given.
   * @param salt 32 random bytes where whoever wrote the log may wish to slow down whoever counts it
   */
  static recount(salt: Uint8Array = new Uint8Array(32)): LogState {
    return new LogState(new BallotRecord(), new TagSet(salt));
  }

  /** A count whose ballots are in a database that holds each tag once. */
  static start(): LogState {
    return new LogState(new RecalledBallots(), null);
  }

  /** Goes on from a tally of `start`'s. @param candidates those that the rules commit to */
  static resume(rules: AnyRulesEntry, candidates: readonly SheetCandidate[], tally: Tally): LogState {
    const state = LogState.start();
    state.#start(rules, candidates);
    state.size = tally.size;
    state.ballots = tally.ballots;
    state.voided = tally.voided;
    state.isClosed = tally.isClosed;
    state.hasResult = tally.hasResult;
    tally.votes.forEach((votes, number) => (state.votes[number] = votes));
    tally.voidedVotes.forEach((votes, number) => (state.voidedVotes[number] = votes));
    state.draw = tally.draw;
    if (tally.award) state.award.resume(tally.award);
    state.#void.resume(voidsOf(tally));
    for (const { reason, ballots } of voidNumbersOf(tally)) state.voids.set(reason, ballots);
    for (const number of tally.withdrawn) state.withdrawn.add(number);
    if (tally.sheets) state.jury.resume(tally.sheets);
    return state;
  }

  /** What it adds up to so far. */
  tally(): Tally {
    const [award, sheets] = [this.award.tally(), this.jury.tally()];
    const isByNumber = this.rules !== undefined && areVoidsByInquiry(this.rules);
    return {
      size: this.size,
      ballots: this.ballots,
      voided: this.voided,
      votes: [...this.votes],
      voidedVotes: [...this.voidedVotes],
      voids: isByNumber ? [...this.voids].map(([reason, ballots]) => ({ reason, ballots })) : this.#void.tally(),
      withdrawn: [...this.withdrawn],
      ...(sheets === undefined ? {} : { sheets }),
      ...(this.draw === undefined ? {} : { draw: this.draw }),
      ...(award === undefined ? {} : { award }),
      isClosed: this.isClosed,
      hasResult: this.hasResult,
    };
  }

  /**
   * Tells a resumed count which ballots of its log are void, before any of them is recalled, where its tally tells their number alone.
   * @param rulings every void and restore that the log has, in order; nothing where it knows them
   */
  recallVoids(rulings: Iterable<AnyVoiding>): void {
    for (const ruling of rulings) this.#void.take(ruling);
    if (this.#void.size !== this.voided)
      throw new Error(`${this.#void.size} of ${this.voided} void ballots were told of`);
  }

  /** Whether a ballot that was recalled counts, null when none was at that place; and which inquiry made it void. */
  standingOf(index: number): { isCounted: boolean | null; inquiry: number | undefined } {
    return { isCounted: this.#record.counts(index), inquiry: this.#void.find(index)?.inquiry };
  }

  /** Tells a resumed count of a ballot before a ruling on it. */
  recall(index: number, ballot: BallotEntry): void {
    const numbers = ballot.choices.flatMap((choice) => this.#numbers.get(choice) ?? []);
    this.#recalled?.recall(index, numbers, !this.#void.has(index));
  }

  /** Tells a resumed count of a sheet that its log has, before anything is ranked: `jury.forgotten` says which. */
  recallSheet(sheet: JuryEntry): void {
    this.jury.recall(sheet, this.#numbers);
  }

  /** @param candidates those that rules of version 2 commit to: their groups bind ballots */
  apply(entry: LogEntry, candidates: readonly SheetCandidate[] = []): FoldRefusal | null {
    if (this.award.callOff) return 'AFTER_CALL_OFF';
    if (this.hasResult && entry.kind !== 'revoke') return 'AFTER_RESULT';
    if (entry.kind === 'rules') {
      if (this.rules) return 'RULES_TWICE';
      this.#start(entry, candidates);
      if (isWithoutSeats(entry, this.groupIds)) return 'GROUP_WITHOUT_SEATS';
    } else {
      const refusal = this.rules ? this.#fold(this.rules, entry) : 'RULES_NOT_FIRST';
      if (refusal) return refusal;
    }
    if (entry.kind !== 'ballot') this.#record.push(null);
    this.size += 1;
    return null;
  }

  #start(entry: AnyRulesEntry, candidates: readonly SheetCandidate[]): void {
    this.rules = entry;
    const groups = entry.rules?.groups?.map(({ id }) => id) ?? [];
    for (const [number, id] of entry.candidates.entries()) {
      this.#numbers.set(id, number);
      this.votes.push(0);
      this.voidedVotes.push(0);
      const group = candidates.find((each) => each.id === id)?.group;
      this.groupIds.push(group);
      this.#groups.push(group === undefined ? undefined : groups.indexOf(group));
    }
  }

  #fold(rules: AnyRulesEntry, entry: Exclude<LogEntry, AnyRulesEntry>): FoldRefusal | null {
    switch (entry.kind) {
      case 'ballot':
        return this.#cast(rules, entry);
      case 'close':
        if (this.isClosed) return 'CLOSED_TWICE';
        if (entry.ballots !== this.ballots) return 'CLOSE_COUNT_WRONG';
        this.isClosed = true;
        return null;
      case 'void':
      case 'restore':
        return this.#rule(rules, entry);
      case 'withdraw':
        return this.#withdraw(entry);
      case 'sheet':
        return this.jury.handIn(rules, entry);
      case 'jury': {
        const { isClosed, size, withdrawn } = this;
        return this.jury.reveal(rules, entry, { isClosed, size, withdrawn, numbers: this.#numbers });
      }
      case 'exclude':
        return this.#exclude(rules, entry);
      case 'draw': {
        const refusal = refuseDraw(rules, this, entry);
        if (refusal === null) this.draw = entry;
        return refusal;
      }
      case 'notice':
      case 'result':
      case 'revoke':
      case 'callOff':
        return foldAward(this, rules, entry);
    }
  }

  #cast(entry: AnyRulesEntry, { tag, period, choices }: BallotEntry): FoldRefusal | null {
    if (this.isClosed) return 'BALLOT_AFTER_CLOSE';
    const { rules } = entry;
    if (rules === undefined) return 'BALLOT_WITHOUT_VOTE';
    const numbers: number[] = [];
    for (const choice of choices) {
      const number = this.#numbers.get(choice);
      if (number === undefined) return 'CANDIDATE_UNKNOWN';
      numbers.push(number);
    }
    const { min, max } = rules.choices;
    if (numbers.length < min || numbers.length > max) return 'CHOICES_OUT_OF_RANGE';
    if (entry.v !== 1 && rules.groups && !meetsGroups(rules.groups, numbers, this.#groups)) return 'GROUP_OUT_OF_RANGE';
    if (!this.#isPeriod(rules, entry, period)) return 'PERIOD_UNKNOWN';
    if (this.#tags?.add(tag) === false) return 'TAG_TWICE';
    for (const number of numbers) this.votes[number] = (this.votes[number] ?? 0) + 1;
    this.ballots += 1;
    this.#record.push(numbers);
    return null;
  }

  #isPeriod(rules: BallotRules, { start: voting, end: verifying }: AnyRulesEntry, period: string): boolean {
    // Ballots of a day come together, and comparing is quicker than looking up.
    if (period === this.#period || this.#periods.has(period)) return true;
    if (!isPeriodOf({ rules, stages: { voting, verifying } }, period)) return false;
    this.#periods.add(period);
    this.#period = period;
    return true;
  }

  #rule(rules: AnyRulesEntry, ruling: AnyVoiding): FoldRefusal | null {
    const refusal = refuseRuling(rules, this, ruling, this.#record, this.#void);
    if (refusal) return refusal;
    const isVoid = ruling.kind === 'void';
    for (const index of placesOf(ruling)) {
      const { reason } = this.#void.find(index) ?? groundOf(ruling);
      this.#move(index, isVoid ? 1 : -1, reason);
    }
    this.#void.take(ruling);
    if (isVoid) this.award.noteRuling();
    this.rulings.push(ruling);
    return null;
  }

  /** Takes a ballot out of the count (+1 void) or puts it back (−1). */
  #move(index: number, step: 1 | -1, reason: string): void {
    this.#record.setCounts(index, step < 0);
    this.voided += step;
    const left = (this.voids.get(reason) ?? 0) + step;
    if (left === 0) this.voids.delete(reason);
    else this.voids.set(reason, left);
    for (const number of this.#record.choicesOf(index)) {
      this.votes[number] = (this.votes[number] ?? 0) - step;
      this.voidedVotes[number] = (this.voidedVotes[number] ?? 0) + step;
    }
  }

  #withdraw(entry: WithdrawalEntry): FoldRefusal | null {
    const number = this.#numbers.get(entry.candidate);
    if (number === undefined) return 'CANDIDATE_UNKNOWN';
    if (this.withdrawn.has(number)) return 'ALREADY_WITHDRAWN';
    this.withdrawn.add(number);
    this.award.noteRuling();
    this.rulings.push(entry);
    return null;
  }

  #exclude(rules: AnyRulesEntry, entry: ExclusionEntry): FoldRefusal | null {
    const refusal = this.jury.exclude(rules, entry);
    if (refusal) return refusal;
    this.award.noteRuling();
    this.rulings.push(entry);
    return null;
  }
}
