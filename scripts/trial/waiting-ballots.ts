import { createHash } from 'node:crypto';
import { connect, insertAll } from '../connect';

/** Puts ballots of one choice among c1 … c5, or so many as told, into the database, as if just cast; numbered from `from`. */
export async function addWaitingBallots(
  url: string,
  pollId: string,
  count: number,
  from = 0,
  among = 5,
): Promise<void> {
  const ballots = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const tag = createHash('sha256').update(`${pollId}|${number}`).digest('hex').slice(0, 32);
    const id = `${pollId}:${tag}`;
    const ballot = { period: 'once', choices: [`c${(number % among) + 1}`], castId: `cast-${number}`, hour: 0 };
    return { _id: id, ...ballot, mark: id, batch: null };
  });
  await insertAll(connect(url), 'ballots', ballots);
}

/** Fires the timer until so many ballots are counted: the first time only opens the log of a poll that has none. */
export async function countWaitingBallots(url: string, wanted: number): Promise<void> {
  let counted = 0;
  for (let firing = 0; firing < 3 && counted < wanted; firing += 1) {
    const fired = await fetch(`${url}/timers/scheduler`, { method: 'POST' });
    if (!fired.ok) throw new Error(`the scheduler answered ${fired.status}`);
    // What the scheduler answers its timer.
    const { data } = (await fired.json()) as { data?: { ballots: number } };
    counted += data?.ballots ?? 0;
  }
  if (counted < wanted) throw new Error(`the scheduler counted ${counted} of ${wanted} ballots`);
}
