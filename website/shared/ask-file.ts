/** What came of asking for a file. */
export type Answer =
  | { kind: 'content'; content: unknown }
  /** The host has no such file, or hides it. */
  | { kind: 'none' }
  /** There is something else at this address. */
  | { kind: 'foreign' }
  /** Nobody answered, or the host is out of order, or it does not let other sites read. */
  | { kind: 'unreachable' };

/** How long an answer may take, milliseconds. */
const patience = 8_000;

/**
 * Asks for a JSON file that is overwritten in place. Neither the browser's cache nor a CDN may answer from memory, so every
 * question has a query of its own. A CDN that is set to ignore queries answers from memory all the same, until its copy
 * expires: then the board is late by the copy's age. It says the time of what it shows, and never goes back to an older copy.
 */
export async function askFile(url: string, now: number): Promise<Answer> {
  const asked = new URL(url);
  asked.searchParams.set('t', String(now));
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(asked, { cache: 'no-store', credentials: 'omit', signal });
    if ([401, 403, 404, 410].includes(response.status)) return { kind: 'none' };
    if (!response.ok) return { kind: 'unreachable' };
    return readJson(await response.text());
  } catch {
    return { kind: 'unreachable' };
  }
}

function readJson(text: string): Answer {
  try {
    return { kind: 'content', content: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'foreign' };
  }
}
