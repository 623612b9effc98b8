import { bytesToHex } from '@noble/hashes/utils.js';
import { LogState } from '../../cloudfunctions/shared/universal/ledger/count/log-state';
import { parseEntry } from '../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { Frontier } from '../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { nativeHasher } from '../../cloudfunctions/shared/platform/native-hasher';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import type { Standings } from '../../cloudfunctions/shared/store/counting/standings';
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
 * @returns the count
 */
export async function expectSoundLedger(url: string, pollId: string, ballotCount: number): Promise<LogState> {
  const { ballots, batches, standings } = await readLedger(url, pollId);
  expect(ballots).toHaveLength(ballotCount);
  expect(batches.map(({ n }) => n)).toEqual(batches.map((_, index) => index));

  const sheet = batches[0]?.sheet ?? [];
  const state = LogState.recount();
  const tree = new Frontier(nativeHasher);
  const logged = new Map<string, number>();
  for (const batch of batches) {
    for (const text of batch.entries) {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(`${entry}: ${text}`);
      expect(state.apply(entry, sheet)).toBeNull();
      tree.append(nativeHasher.leaf(text));
      if (entry.kind === 'ballot') logged.set(entry.tag, batch.n);
    }
    expect(batch.tally).toEqual(state.tally());
    expect(batch.peaks).toEqual(tree.peaks.map(bytesToHex));
  }
  const marked = ballots.map(({ _id, batch }) => [_id.slice(pollId.length + 1), batch] as const);
  expect(new Map(marked)).toEqual(logged);

  const ids = sheet.map(({ id }) => id);
  const votes = new Map(ids.map((id) => [id, 0]));
  for (const choice of ballots.flatMap(({ choices }) => choices)) votes.set(choice, (votes.get(choice) ?? 0) + 1);
  expect(state.votes.map((count, number) => count + (state.voidedVotes[number] ?? 0))).toEqual([...votes.values()]);
  expect(standings).toMatchObject({ batch: batches.length - 1, ballots: ballotCount });
  if (standings?.shown) {
    const { counts, batch } = standings.shown;
    expect(Object.values(counts)).toEqual(batches[batch]?.tally.votes);
  }
  return state;
}
