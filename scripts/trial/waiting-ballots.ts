import { createHash } from 'node:crypto';
import { connect, insertAll } from '../connect';

/** Puts ballots of one choice among c1 … c5 into the database, as if just cast; numbered from `from`. */
export async function addWaitingBallots(url: string, pollId: string, count: number, from = 0): Promise<void> {
  const ballots = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const tag = createHash('sha256').update(`${pollId}|${number}`).digest('hex').slice(0, 32);
    const id = `${pollId}:${tag}`;
    const ballot = { period: 'once', choices: [`c${(number % 5) + 1}`], castId: `cast-${number}`, hour: 0 };
    return { _id: id, ...ballot, mark: id, batch: null };
  });
  await insertAll(connect(url), 'ballots', ballots);
}
