import fc from 'fast-check';
import { checkReceipt } from '../../../../../../cloudfunctions/shared/universal/ledger/check/check-receipt';
import { tilesOfLeaf } from '../../../../../../cloudfunctions/shared/universal/ledger/check/proven-tiles';
import { nativeHasher } from '../../../../../../cloudfunctions/shared/platform/native-hasher';
import { verifyEd25519 } from '../../../../../../cloudfunctions/shared/platform/verify-ed25519';
import { entries, PublishedLog } from '../../../../../support/published-log';

/** Sizes at which the log was published. */
const sizes = [300, 5_000, 100_000, 1_000_000];
let log: PublishedLog;

beforeAll(() => {
  log = new PublishedLog('gongping.test/p1');
  for (const size of sizes) log.publish(entries(log.size, size));
});

/** The tiles that the check of one ballot downloads in the log as it was at `size`. */
async function tilesRead(index: number, size: number, seenSize: number | null = null): Promise<string[]> {
  const read: string[] = [];
  const note = log.text(`checkpoints/${size}`);
  const verdict = await checkReceipt(
    {
      receipt: log.receiptOf(`ballot ${index}`, 0),
      log: { ...log.claim, size },
      index,
      seen: seenSize === null ? null : { key: log.key, note: log.text(`checkpoints/${seenSize}`) },
      now: 1,
    },
    {
      hasher: nativeHasher,
      verify: verifyEd25519,
      read: (path) => {
        read.push(path);
        return Promise.resolve(path === 'checkpoint' ? Buffer.from(note) : (log.files.get(path) ?? 'MISSING'));
      },
    },
  );
  expect(verdict).toMatchObject({ kind: 'entered', index, size });
  return read.filter((path) => path.startsWith('tile/'));
}

it.each([
  // entries; tiles for the oldest ballot, for the newest, and for the oldest on a phone that saw the log at the size before
  [300, 1, 1, null],
  [5_000, 2, 1, 3],
  [100_000, 2, 1, 3],
  [1_000_000, 3, 1, 5],
])(
  'in a log of %i entries a check downloads %i tiles for the oldest ballot, %i for the newest',
  async (size, oldest, newest, again) => {
    expect(await tilesRead(0, size)).toHaveLength(oldest);
    expect(await tilesRead(size - 1, size)).toHaveLength(newest);
    const seen = sizes[sizes.indexOf(size) - 1];
    if (again !== null && seen !== undefined) expect(await tilesRead(0, size, seen)).toHaveLength(again);
  },
);

it.each(sizes)('in a log of %i entries no proof reads more than 3 tiles', async (size) => {
  for (const index of [0, 255, 256, 65_535, 65_536, Math.floor(size / 2), size - 257, size - 1]) {
    if (index >= 0 && index < size) expect((await tilesRead(index, size)).length).toBeLessThanOrEqual(3);
  }
});

it('no place in any log of up to 2^24 entries needs more than 3 tiles', () => {
  const places = fc.integer({ min: 1, max: 2 ** 24 }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
  fc.assert(fc.property(places, ([index, size]) => tilesOfLeaf(index, size).length <= 3));
  for (const size of [256, 257, 65_536, 65_537, 2 ** 24 - 1, 2 ** 24]) {
    for (const index of [0, size - 1]) expect(tilesOfLeaf(index, size).length).toBeLessThanOrEqual(3);
  }
});
