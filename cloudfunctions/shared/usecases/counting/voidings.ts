import { placesOf, type AnyVoiding } from '../../universal/ledger/count/void-ballots';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { readSome, type Batch } from '../../store/counting/batches';

/** Every void and restore by an inquiry that these batches hold, in the log's order. */
export async function readVoidings(pollId: string, ruledIn: readonly number[]): Promise<AnyVoiding[]> {
  const batches: Batch[] = [];
  for await (const batch of readSome(pollId, ruledIn)) batches.push(batch);
  if (batches.length !== ruledIn.length) throw new Error(`a read does not show all rulings of ${pollId}`);
  batches.sort((a, b) => a.n - b.n);
  return batches.flatMap(({ entries }) =>
    entries.flatMap((text) => {
      const entry = parseEntry(text);
      return typeof entry === 'object' && (entry.kind === 'void' || entry.kind === 'restore') ? [entry] : [];
    }),
  );
}

/** What an inquiry last decided about the ballot at this place, as far as a log goes up to a batch; undefined where none did. */
export async function lastVoidingOn({ pollId, tally }: Batch, index: number): Promise<AnyVoiding | undefined> {
  const { ruledIn = [] } = tally;
  if (ruledIn.length === 0) return undefined;
  return (await readVoidings(pollId, ruledIn)).filter((voiding) => placesOf(voiding).includes(index)).at(-1);
}
