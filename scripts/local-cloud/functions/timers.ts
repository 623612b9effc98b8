import { CronExpressionParser, type CronExpression } from 'cron-parser';
import { TIMER_SOURCE } from './caller';
import type { FunctionConfig } from './function-config';
import type { FunctionHost } from './function-host';
import { executeFail, type Outcome } from './invocation';

/** Timers run by the clock of Shanghai, wherever the machine stands. */
const TIME_ZONE = 'Asia/Shanghai';

/** How often to look at the clock, in ms: tests move it, so one long sleep would miss the hour. */
const MAX_SLEEP_MS = 1000;

/** Firings may overlap in the cloud when one takes longer than the interval; more than two at once help nobody here. */
const MAX_OVERLAP = 2;

interface Timer {
  functionName: string;
  triggerName: string;
  schedule: string;
  running: number;
}

/** The timers of all functions, by their `config.json`. */
export class Timers {
  private readonly timers: Timer[];
  private readonly sleeps = new Set<NodeJS.Timeout>();

  constructor(
    functions: FunctionConfig[],
    private readonly host: FunctionHost,
    private readonly clock: () => number,
    /** How often a timer that is due fires; once unless a fault wills otherwise. */
    private readonly firings: (functionName: string) => 0 | 1 | 2,
  ) {
    this.timers = functions.flatMap(({ name, triggers }) =>
      triggers.map((trigger) => ({
        functionName: name,
        triggerName: trigger.name,
        schedule: readSchedule(trigger.config),
        running: 0,
      })),
    );
  }

  /** Lets them run by their schedules until `stop`. */
  start(): void {
    for (const timer of this.timers) this.awaitNext(timer, this.next(timer));
  }

  stop(): void {
    for (const sleep of this.sleeps) clearTimeout(sleep);
    this.sleeps.clear();
  }

  /**
   * Fires one timer now, named by its function or its trigger; undefined if there is none of that name. A fault may keep
   * it from firing, or make it fire twice at once; the first firing's outcome counts.
   */
  fire(name: string): Promise<Outcome> | undefined {
    const timer = this.timers.find(({ functionName, triggerName }) => functionName === name || triggerName === name);
    return timer === undefined ? undefined : this.fireWithFaults(timer);
  }

  private awaitNext(timer: Timer, next: number): void {
    const sleep = setTimeout(
      () => {
        this.sleeps.delete(sleep);
        const isDue = this.clock() >= next;
        if (isDue && timer.running < MAX_OVERLAP) void this.fireWithFaults(timer);
        // After a clock that was put back, the old appointment would lie too far ahead.
        this.awaitNext(timer, isDue ? this.next(timer) : Math.min(next, this.next(timer)));
      },
      Math.min(Math.max(next - this.clock(), 0), MAX_SLEEP_MS),
    );
    this.sleeps.add(sleep);
  }

  private async fireWithFaults(timer: Timer): Promise<Outcome> {
    const times = this.firings(timer.functionName);
    const [first] = await Promise.all(Array.from({ length: times }, () => this.run(timer)));
    return first ?? executeFail('the timer did not fire');
  }

  private async run(timer: Timer): Promise<Outcome> {
    timer.running += 1;
    const time = new Date(this.clock()).toISOString().replace(/\.\d+Z$/, 'Z');
    const event = { Type: 'Timer', TriggerName: timer.triggerName, Time: time, Message: '' };
    try {
      return await this.host.invoke(timer.functionName, JSON.stringify(event), { source: TIMER_SOURCE });
    } finally {
      timer.running -= 1;
    }
  }

  private next({ schedule }: Timer): number {
    return parse(schedule, this.clock()).next().getTime();
  }
}

/**
 * Reads CloudBase's cron of seven fields (second to year) as one of six.
 * Throws for a year other than `*`, which no timer of ours needs.
 */
function readSchedule(config: string): string {
  const fields = config.trim().split(/\s+/);
  if (fields.length !== 7 || fields[6] !== '*') {
    throw new Error(`the timer "${config}" has to have seven fields, second to year, the last of them *`);
  }
  const schedule = fields.slice(0, 6).join(' ');
  parse(schedule, 0);
  return schedule;
}

function parse(schedule: string, now: number): CronExpression {
  return CronExpressionParser.parse(schedule, { currentDate: new Date(now), tz: TIME_ZONE });
}
