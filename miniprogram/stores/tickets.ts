import { readStored, store } from '../phone/storage';

/** What a poll's page was opened with, and when this phone got it. */
interface Opening {
  ticket: string;
  at: number;
}

interface Kept extends Opening {
  pollId: string;
  /** The one before, which still speaks for the page while this one is new. */
  before?: Opening;
}

/** A ticket stays until it is so old, milliseconds: ballots one after the other, and a page that is opened again, are no speed. */
const keptFor = 60 * 60 * 1000;
/** So long a new ticket does not speak yet where there is an older one: the choices were made before it came. */
const newFor = 2 * 60 * 1000;
/** How long the cloud takes one. */
const goodFor = 24 * 60 * 60 * 1000;
const mostKept = 20;

const key = 'tickets';

function isOpening(value: unknown): value is Opening {
  if (typeof value !== 'object' || value === null) return false;
  const { ticket, at }: { ticket?: unknown; at?: unknown } = value;
  return typeof ticket === 'string' && typeof at === 'number';
}

function areKept(stored: unknown): stored is Kept[] {
  return (
    Array.isArray(stored) &&
    stored.every((each: Partial<Kept> | null) => {
      if (!isOpening(each)) return false;
      const { pollId, before } = each as { pollId?: unknown; before?: unknown };
      return typeof pollId === 'string' && (before === undefined || isOpening(before));
    })
  );
}

/** Keeps what came with a poll, unless one is kept that is not an hour old. @param now the server's time */
export function keepTicket(pollId: string, ticket: string | undefined, now: number): void {
  if (ticket === undefined) return;
  const all = readStored<Kept[]>(key, areKept, []);
  const kept = all.find((each) => each.pollId === pollId);
  if (kept && isYounger(kept, keptFor, now)) return;
  const fresh: Kept = { pollId, ticket, at: now };
  if (kept && isYounger(kept, goodFor, now)) fresh.before = { ticket: kept.ticket, at: kept.at };
  store(key, [fresh, ...all.filter((each) => each !== kept)].slice(0, mostKept));
}

/** What a cast carries. @param now the server's time */
export function ticketFor(pollId: string, now: number): { ticket?: string } {
  const kept = readStored<Kept[]>(key, areKept, []).find((each) => each.pollId === pollId);
  if (kept === undefined || !isYounger(kept, goodFor, now)) return {};
  const { before } = kept;
  const isNew = before !== undefined && isYounger(kept, newFor, now) && isYounger(before, goodFor, now);
  return { ticket: isNew ? before.ticket : kept.ticket };
}

function isYounger({ at }: Opening, age: number, now: number): boolean {
  return now >= at && now - at < age;
}
