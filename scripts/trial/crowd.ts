import type { Reply } from '../../cloudfunctions/shared/contract/errors';
import type { LocalCloud } from '../local-cloud/start';
import { seededRandom, type Random } from '../random/random';

/** What a crowd of voters does in a poll, on a clock that is moved by hand. */
export interface CrowdShape {
  voters: number;
  /** Within how long they all open the poll, milliseconds. */
  arriveWithin: number;
  /** After how many milliseconds a phone asks again that was refused for the n-th time in a row for want of room. */
  pauseAfter: (retryAfter: number, refusals: number, chance: number) => number;
}

/** How a crowd fared; instants are milliseconds since the first came. */
export interface CrowdReport {
  /** Receipts. */
  cast: number;
  /** Refusals for want of room, of any call. */
  refused: number;
  /** From opening the poll to seeing it, and from tapping to the receipt; sorted. */
  openedAfter: number[];
  castAfter: number[];
  /** When the last one had the receipt. */
  lastAt: number;
  /** What nobody expects: other refusals by code. */
  others: Record<string, number>;
}

interface Clock {
  now: number;
}

/** Phones that act within it act at once. */
const slot = 50;
const minute = 60_000;
const second = 1_000;
/** How long somebody chooses. */
const choosing = { least: 5 * second, most: 45 * second };
/** What a phone waits after a call that got lost. */
const lostPause = 2 * second;

type Act = () => Promise<void>;

/**
 * Lets a crowd vote: each opens the poll, chooses, casts, and with the receipt looks at the poll and at its ballot again, as the page
 * does; who is refused for want of room comes back. The scheduler's timer fires each minute meanwhile.
 */
export async function bringCrowd(
  cloud: LocalCloud,
  clock: Clock,
  pollId: string,
  shape: CrowdShape,
): Promise<CrowdReport> {
  const crowd = new Crowd(cloud, clock, pollId, shape);
  return crowd.run();
}

class Crowd {
  private readonly agenda = new Map<number, Act[]>();
  private readonly random: Random = seededRandom('a crowd');
  private readonly startAt: number;
  private waiting = 0;
  private readonly report: CrowdReport = { cast: 0, refused: 0, openedAfter: [], castAfter: [], lastAt: 0, others: {} };

  constructor(
    private readonly cloud: LocalCloud,
    private readonly clock: Clock,
    private readonly pollId: string,
    private readonly shape: CrowdShape,
  ) {
    this.startAt = clock.now;
  }

  async run(): Promise<CrowdReport> {
    const { voters, arriveWithin } = this.shape;
    for (let person = 0; person < voters; person += 1) this.arrive(person, this.random() * arriveWithin);
    const firings = new Set<Promise<unknown>>();
    let firesAt = this.clock.now;
    for (let at = 0; this.waiting > 0; at += 1) {
      this.clock.now = this.startAt + at * slot;
      if (this.clock.now >= firesAt) {
        firesAt += minute;
        const firing = this.cloud.fireTimer('scheduler').finally(() => firings.delete(firing));
        firings.add(firing);
      }
      const acts = this.agenda.get(at);
      this.agenda.delete(at);
      if (acts) await Promise.all(acts.map((act) => act()));
    }
    // The clock goes on while it waits for room, or no second would ever end.
    while (firings.size > 0) await passTime(this.clock);
    this.report.openedAfter.sort((a, b) => a - b);
    this.report.castAfter.sort((a, b) => a - b);
    return this.report;
  }

  private arrive(person: number, after: number): void {
    const openid = `oCrowd${person}`;
    const { pollId } = this;
    let openedAt: number;
    let tappedAt: number;
    const input = { pollId, choices: [`c${1 + (person % 5)}`], castId: `crowd-cast-${person}` };
    const last = (): void => this.ask(openid, 'ballot.mine', { pollId }, 0, () => undefined);
    const look = (): void => this.ask(openid, 'poll.get', { pollId }, 0, last);
    const cast = (): void =>
      this.ask(openid, 'ballot.cast', input, 0, () => {
        this.report.cast += 1;
        this.report.castAfter.push(this.clock.now - tappedAt);
        this.report.lastAt = this.clock.now - this.startAt;
        look();
      });
    this.later(after, () => {
      openedAt = this.clock.now;
      this.ask(openid, 'poll.get', { pollId }, 0, () => {
        this.report.openedAfter.push(this.clock.now - openedAt);
        this.later(choosing.least + this.random() * (choosing.most - choosing.least), () => {
          tappedAt = this.clock.now;
          cast();
        });
      });
    });
  }

  /** Asks until there is an answer, as the phone does. */
  private ask(openid: string, procedure: string, input: object, refusals: number, then: () => void): void {
    this.later(0, async () => {
      // What the function answers is its contract's; the platform answers in the place of one that died.
      const reply = (await this.cloud.invoke('voter', { procedure, input }, { openid }).catch(() => undefined)) as
        Reply<unknown> | undefined;
      if (reply?.ok) return then();
      const retryAfter = reply?.error.code === 'BUSY' ? reply.error.details.retryAfter : undefined;
      if (reply && reply.error.code !== 'BUSY') {
        this.report.others[reply.error.code] = (this.report.others[reply.error.code] ?? 0) + 1;
        return;
      }
      if (retryAfter === undefined) return this.later(lostPause, () => this.ask(openid, procedure, input, 0, then));
      this.report.refused += 1;
      const pause = this.shape.pauseAfter(retryAfter, refusals + 1, this.random());
      this.later(pause, () => this.ask(openid, procedure, input, refusals + 1, then));
    });
  }

  private later(ms: number, act: () => void | Promise<void>): void {
    const now = Math.floor((this.clock.now - this.startAt) / slot);
    const at = now + Math.max(1, Math.ceil(ms / slot));
    const acts = this.agenda.get(at) ?? [];
    if (acts.length === 0) this.agenda.set(at, acts);
    this.waiting += 1;
    acts.push(async () => {
      await act();
      this.waiting -= 1;
    });
  }
}

/** Lets a tenth of a second pass, of the machine's clock and of the one that is moved by hand. */
export async function passTime(clock: Clock): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  clock.now += 100;
}
