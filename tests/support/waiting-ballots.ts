import { createHash } from 'node:crypto';
import { connect } from './polls';

/** Puts ballots of one choice among c1 … c5 into the database, as if just cast; numbered from `from`. */
export async function addWaitingBallots(url: string, pollId: string, count: number, from = 0): Promise<void> {
  const db = connect(url).database();
  for (let start = 0; start < count; start += 500) {
    const page = Array.from({ length: Math.min(500, count - start) }, (_, index) => {
      const number = from + start + index;
      const tag = createHash('sha256').update(`${pollId}|${number}`).digest('hex').slice(0, 32);
      const id = `${pollId}:${tag}`;
      const ballot = { period: 'once', choices: [`c${(number % 5) + 1}`], castId: `cast-${number}`, hour: 0 };
      return { _id: id, ...ballot, mark: id, batch: null };
    });
    const result: unknown = await db.collection('ballots').add(page);
    if (typeof result === 'object' && result !== null && 'code' in result && result.code) {
      throw new Error(JSON.stringify(result));
    }
  }
}
