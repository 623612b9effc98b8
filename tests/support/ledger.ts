import { decodeEntry } from '../../cloudfunctions/shared/domain/ledger/entry';
import { emptyTally, fold, type Tally } from '../../cloudfunctions/shared/domain/tally';
import type { Batch } from '../../cloudfunctions/shared/store/batches';
import type { Standings } from '../../cloudfunctions/shared/store/standings';
import { readAll } from './read-all';

/** What the database holds of one poll's ballots and log. */
export interface Ledger {
  ballots: { _id: string; batch: number | null; choices: string[] }[];
  /** By number. */
  batches: Batch[];
  standings: Standings | undefined;
}

export async function readLedger(url: string, pollId: string): Promise<Ledger> {
  const [ballots, batches, standings] = await Promise.all([
    readAll<Ledger['ballots'][number]>(url, 'ballots'),
    readAll<Batch & { _id: string }>(url, 'batches', { pollId }),
    readAll<Standings & { _id: string }>(url, 'standings', { _id: pollId }),
  ]);
  return {
    ballots: ballots.filter(({ _id }) => _id.startsWith(`${pollId}:`)),
    batches: batches.sort((a, b) => a.n - b.n),
    standings: standings[0],
  };
}

/**
 * Checks that the log holds each ballot exactly once and adds up: batches without a gap, each ballot marked with the
 * batch that has it, tallies equal to the fold, standings at the end of the log.
 * @returns the tally
 */
export async function expectSoundLedger(url: string, pollId: string, ballotCount: number): Promise<Tally> {
  const { ballots, batches, standings } = await readLedger(url, pollId);
  expect(ballots).toHaveLength(ballotCount);
  expect(batches.map(({ n }) => n)).toEqual(batches.map((_, index) => index));

  let tally = emptyTally;
  const logged = new Map<string, number>();
  for (const batch of batches) {
    tally = fold(tally, batch.entries);
    expect(batch.tally).toEqual(tally);
    for (const entry of batch.entries.map(decodeEntry)) {
      if (entry.kind !== 'ballot') continue;
      expect(logged.has(entry.tag)).toBe(false);
      logged.set(entry.tag, batch.n);
    }
  }
  const marked = ballots.map(({ _id, batch }) => [_id.slice(pollId.length + 1), batch] as const);
  expect(new Map(marked)).toEqual(logged);

  const votes = { ...Object.fromEntries(Object.keys(tally.votes).map((id) => [id, 0])) };
  for (const choice of ballots.flatMap(({ choices }) => choices)) votes[choice] = (votes[choice] ?? 0) + 1;
  expect(tally.votes).toEqual(votes);
  expect(standings).toMatchObject({ batch: batches.length - 1, ballots: ballotCount });
  if (standings?.shown) expect(standings.shown.counts).toEqual(batches[standings.shown.batch]?.tally.votes);
  return tally;
}
