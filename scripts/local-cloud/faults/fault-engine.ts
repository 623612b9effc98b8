import { seededRandom, wholeBetween, type Random } from '../../random/random';
import type { DatabaseCall, DatabaseHook, Verdict } from '../database-hook';
import type { CallFilter, Fault, FaultKind, Span } from './fault';
import type { FaultPlan } from './parse-faults';

/** A fault with its own stream of chances, so that another fault beside it does not change its choices. */
interface Armed {
  fault: Fault;
  random: Random;
  cap: RateCap | undefined;
}

/** What the engine does to the database itself. */
export interface BreakableDatabase {
  /** Ends a transaction: one that met a conflict is over, as in CloudBase, and must not keep its locks. */
  abort: (transactionId: string) => void;
  /** Keeps what is written from now on; returns what ends it. */
  keepPast: () => () => void;
  /** Sets a collection back: 0 is when the past was first kept, 1 is now. */
  setBack: (collection: string, share: number) => void;
}

/** Actions that only read. */
const reads: readonly string[] = ['getDocument', 'calculateDocument', 'aggregateDocuments'].map(
  (name) => `database.${name}`,
);

/** Breaks the cloud as a plan says: database calls as their hook, invocations and timers when they ask. */
export class FaultEngine implements DatabaseHook {
  private armed: Armed[] = [];
  private strikes: Partial<Record<FaultKind, number>> = {};

  /** @param clock the cloud's, epoch milliseconds */
  constructor(
    private readonly database: BreakableDatabase,
    private readonly clock: () => number,
  ) {}

  /** Adds the faults of a plan; returns the function that takes them away. */
  arm({ faults, seed }: FaultPlan): () => void {
    const added = faults.map((fault, index) => ({
      fault,
      random: seededRandom(`${seed}/${index}/${fault.kind}`),
      cap: fault.kind === 'cap' ? new RateCap(fault.perSecond) : undefined,
    }));
    this.armed = [...this.armed, ...added];
    const needsPast = faults.some(({ kind }) => kind === 'stale' || kind === 'restore');
    const forget = needsPast ? this.database.keepPast() : undefined;
    return () => {
      forget?.();
      this.armed = this.armed.filter((item) => !added.includes(item));
    };
  }

  /** True while nothing is armed. */
  get isIdle(): boolean {
    return this.armed.length === 0;
  }

  /** How often each kind has struck since the start. */
  struck(): Partial<Record<FaultKind, number>> {
    return { ...this.strikes };
  }

  async before(call: DatabaseCall): Promise<Verdict> {
    for (const { fault, random, cap } of this.armed) {
      switch (fault.kind) {
        case 'cap':
          if (cap?.admits(this.clock()) === false) {
            const message = `[LimitExceeded] ${fault.perSecond} requests a second are allowed`;
            return this.strike(fault, { refuse: { code: 'EXCEED_REQUEST_LIMIT', message } });
          }
          break;
        case 'error':
          if (strikesCall(fault, random, call))
            return this.strike(fault, { refuse: { code: fault.code, message: '[FailedOperation] refused on demand' } });
          break;
        case 'conflict':
          if (call.action === 'database.commitTransaction' && strikesCall(fault, random, call)) {
            this.database.abort(String(call.body['transactionId']));
            return this.strike(fault, { refuse: CONFLICT });
          }
          break;
        case 'stale':
          if (
            reads.includes(call.action) &&
            call.body['transactionId'] === undefined &&
            strikesCall(fault, random, call)
          )
            return this.strike(fault, { readPast: random() });
          break;
        case 'restore':
          // The collection is what is set back, and not whose calls it strikes.
          if (strikesCall({ ...fault, collection: undefined }, random, call))
            this.strike(fault, this.database.setBack(fault.collection, random()));
          break;
        case 'death':
          if (call.instance !== undefined && isTime(fault.when, 'before', random) && strikesCall(fault, random, call))
            return this.strike(fault, { killInstance: true });
          break;
        case 'latency':
          if (strikesCall(fault, random, call)) {
            this.strike(fault, undefined);
            await pause(draw(fault.ms, random));
          }
          break;
        default:
      }
    }
    return undefined;
  }

  after(call: DatabaseCall): Verdict {
    for (const { fault, random } of this.armed) {
      if (fault.kind === 'lost' && strikesCall(fault, random, call))
        return this.strike(fault, { breakConnection: true });
      const isDeath = fault.kind === 'death' && call.instance !== undefined && isTime(fault.when, 'after', random);
      if (isDeath && strikesCall(fault, random, call)) return this.strike(fault, { killInstance: true });
    }
    return undefined;
  }

  /** After how many ms an invocation that starts now is cut off; undefined for the function's own time-out. */
  cutOff(functionName: string): number | undefined {
    for (const { fault, random } of this.armed) {
      if (fault.kind !== 'timeout' || !strikesFunction(fault, random, functionName)) continue;
      return this.strike(fault, draw(fault.ms, random));
    }
    return undefined;
  }

  /** How often a timer that is due fires. */
  firings(functionName: string): 0 | 1 | 2 {
    for (const { fault, random } of this.armed) {
      if (fault.kind !== 'timer-never' && fault.kind !== 'timer-twice') continue;
      if (strikesFunction(fault, random, functionName)) return this.strike(fault, fault.kind === 'timer-never' ? 0 : 2);
    }
    return 1;
  }

  private strike<Consequence>({ kind }: Fault, consequence: Consequence): Consequence {
    this.strikes[kind] = (this.strikes[kind] ?? 0) + 1;
    return consequence;
  }
}

/** As CloudBase words it. */
const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
};

function strikesCall(fault: Partial<Filter> & { rate: number }, random: Random, call: DatabaseCall): boolean {
  if (fault.action !== undefined && call.action !== `database.${fault.action}`) return false;
  if (fault.collection !== undefined && call.collection !== fault.collection) return false;
  return strikesFunction(fault, random, call.functionName ?? 'admin');
}

type Filter = { [Field in keyof CallFilter]: CallFilter[Field] | undefined };

function strikesFunction(
  fault: { function?: string | undefined; rate: number },
  random: Random,
  functionName: string,
): boolean {
  return (fault.function === undefined || fault.function === functionName) && random() < fault.rate;
}

/** `either` gives each of the two moments half of the chance. */
function isTime(when: 'before' | 'after' | 'either', now: 'before' | 'after', random: Random): boolean {
  return when === now || (when === 'either' && random() < 0.5);
}

function draw({ least, most }: Span, random: Random): number {
  return wholeBetween(random, least, most);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Lets a number of calls pass in each second, and refuses the rest. */
class RateCap {
  private windowStart = -Infinity;
  private passed = 0;

  constructor(private readonly perSecond: number) {}

  /** Whether one more call may pass at `now`, milliseconds. A clock that is set back begins another second. */
  admits(now: number): boolean {
    if (now - this.windowStart >= 1000 || now < this.windowStart) {
      this.windowStart = now;
      this.passed = 0;
    }
    if (this.passed >= this.perSecond) return false;
    this.passed += 1;
    return true;
  }
}
