import { askFile } from '../../shared/ask-file';
import { learn, nothingKnown, type Known } from './known';
import { pauseBeforeNext, pollPause } from './pace';

/**
 * Follows a poll's two files for as long as the page is open.
 * @param folder without a slash at its end
 * @param onKnown told after every round
 */
export function follow(folder: string, onKnown: (known: Known) => void): void {
  let known = nothingKnown;
  let pollAskedAt = -Infinity;
  let isAsking = false;
  let timer = 0;

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    clearTimeout(timer);
    const now = Date.now();
    const isPollDue = known.poll === null || now - pollAskedAt >= pollPause;
    const [poll, standings] = await Promise.all([
      isPollDue ? askFile(`${folder}/poll.json`, now) : undefined,
      askFile(`${folder}/standings.json`, now),
    ]);
    if (poll?.kind === 'content') pollAskedAt = now;
    known = learn(known, { standings, ...(poll && { poll }) });
    isAsking = false;
    onKnown(known);
    const { failures, standings: told } = known;
    const isDone = told?.final === true && told.log?.bundle !== undefined;
    const pause = pauseBeforeNext({ failures, isHidden: document.hidden, isDone }, Math.random());
    timer = window.setTimeout(() => void ask(), pause);
  }

  // Whoever looks again, or is connected again, need not wait for the long pauses.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void ask();
  });
  addEventListener('online', () => void ask());
  void ask();
}
