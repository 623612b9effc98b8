import type { FaultKind } from './faults/fault';
import { priceOf, type Cost } from './points';

/** Calls that the doors have seen since the last reset, refused ones included: each of them costs money in the cloud. */
export interface CallStats {
  /** Calls by action, such as `database.insertDocument`. */
  calls: Record<string, number>;
  /** The same for each function that made them; what came from outside counts under `admin`. */
  byFunction: Record<string, Record<string, number>>;
  /** Invocations of each function, timers included. */
  invocations: Record<string, number>;
  /** What they would cost in CloudBase, in points. */
  points: Cost;
  /** How often each kind of fault has struck since the start. */
  faults: Partial<Record<FaultKind, number>>;
}

type Counts = Pick<CallStats, 'calls' | 'byFunction' | 'invocations'>;

/** Counts calls. */
export class CallCounter {
  private stats: Counts = { calls: {}, byFunction: {}, invocations: {} };

  constructor(private readonly faults: () => CallStats['faults']) {}

  countCall(action: string, caller: string): void {
    add(this.stats.calls, action);
    add((this.stats.byFunction[caller] ??= {}), action);
  }

  countInvocation(functionName: string): void {
    add(this.stats.invocations, functionName);
  }

  read(): CallStats {
    return { ...structuredClone(this.stats), points: priceOf(this.stats), faults: this.faults() };
  }

  reset(): void {
    this.stats = { calls: {}, byFunction: {}, invocations: {} };
  }
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
