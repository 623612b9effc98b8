import type { Document } from './vault';

interface Outcome {
  callOff?: object;
  reached?: { awarded?: number; archived?: number };
  noticeDays?: number;
  status?: string;
}

/**
 * Whether nothing more comes into a public poll's log by itself: it is awarded or called off, or its result is out and it owes no notice.
 * @param standings of it, as the scheduler left them
 */
export function isAtItsEnd(poll: Document, standings?: Document): boolean {
  const { callOff, reached, noticeDays } = poll as Outcome;
  if (callOff !== undefined || reached?.awarded !== undefined || reached?.archived !== undefined) return true;
  return noticeDays === undefined && standings?.['final'] === true && (standings['dueAt'] ?? null) === null;
}
