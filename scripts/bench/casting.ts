import { randomBytes, randomUUID } from 'node:crypto';
import type { BenchCloud } from './bench-cloud';
import { startOfHour } from '../../cloudfunctions/shared/universal/day';
import { publishPoll } from '../trial/publish-poll';
import { callFunction } from './call-function';
import { measureLoad, type Load } from './load';
import { median } from './statistics';

const callsPerRound = 1_500;
const rounds = 9;
const callers = 32;
/** Enough for each instance's code to be compiled for good: what is measured is a busy hour, not its first second. */
const warmUpCalls = 6_000;

export interface CastingFigures {
  cast: Load;
  bare: Load;
  /** Cast beside bare, round by round, then the median: the machine's moods touch both sides of a round alike. */
  ratio: { perSecond: number; p50: number; p95: number };
}

/** Casts through the function host beside bare inserts through the same host, in turns. */
export async function measureCasting(cloud: BenchCloud): Promise<CastingFigures> {
  const pollId = await publishPoll(cloud.url, { id: 'casting' });
  const casting = (calls = callsPerRound): Promise<Load> =>
    measureLoad(calls, callers, async () => {
      const input = { pollId, choices: ['c1'], castId: randomUUID() };
      const reply = await callFunction(cloud.url, 'voter', { procedure: 'ballot.cast', input }, `o${randomUUID()}`);
      if (!JSON.stringify(reply).startsWith('{"ok":true')) throw new Error(JSON.stringify(reply));
    });
  const adding = (calls = callsPerRound): Promise<Load> =>
    measureLoad(calls, callers, async () => {
      const reply = await callFunction(cloud.url, 'bare', bareBallot(), `o${randomUUID()}`);
      if (!JSON.stringify(reply).includes('_id')) throw new Error(JSON.stringify(reply));
    });
  await casting(warmUpCalls);
  await adding(warmUpCalls);

  const pairs: { cast: Load; bare: Load }[] = [];
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes too: a pause for garbage falls on either side.
    if (round % 2 === 0) pairs.push({ cast: await casting(), bare: await adding() });
    else {
      const bare = await adding();
      pairs.push({ cast: await casting(), bare });
    }
  }
  const ratioOf = (figure: keyof Load): number => median(pairs.map(({ cast, bare }) => cast[figure] / bare[figure]));
  return {
    cast: medians(pairs.map(({ cast }) => cast)),
    bare: medians(pairs.map(({ bare }) => bare)),
    ratio: { perSecond: ratioOf('perSecond'), p50: ratioOf('p50'), p95: ratioOf('p95') },
  };
}

/** As large as a ballot, and like it in its keys. */
function bareBallot(): { id: string; castId: string; hour: number } {
  const id = `casting:${randomBytes(16).toString('hex')}`;
  return { id, castId: randomUUID(), hour: startOfHour(Date.now()) };
}

function medians(loads: readonly Load[]): Load {
  return {
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    p50: median(loads.map(({ p50 }) => p50)),
    p95: median(loads.map(({ p95 }) => p95)),
  };
}
