import { checkReceipt } from '../../../../../../cloudfunctions/shared/domain/ledger/check/check-receipt';
import { nativeHasher } from '../../../../../../cloudfunctions/shared/platform/native-hasher';
import { partialTiles, tilePath } from '../../../../../../cloudfunctions/shared/domain/ledger/tiles/tile-path';
import { verifyEd25519 } from '../../../../../../scripts/recount/ed25519';
import { entries, PublishedLog } from '../../../../../support/published-log';

/** Sizes at which the log was published. */
const sizes = [300, 5_000, 100_000, 1_000_000];
let log: PublishedLog;

beforeAll(() => {
  log = new PublishedLog('gongping.test/p1');
  for (const size of sizes) log.publish(entries(log.size, size));
}, 120_000);

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
  [300, 3, 2, null],
  [5_000, 3, 2, 4],
  [100_000, 5, 3, 6],
  [1_000_000, 5, 3, 7],
])(
  'in a log of %i entries a check downloads %i tiles for the oldest ballot, %i for the newest',
  async (size, oldest, newest, again) => {
    expect(await tilesRead(0, size)).toHaveLength(oldest);
    expect(await tilesRead(size - 1, size)).toHaveLength(newest);
    const seen = sizes[sizes.indexOf(size) - 1];
    if (again !== null && seen !== undefined) expect(await tilesRead(0, size, seen)).toHaveLength(again);
  },
);

it.each(sizes)('beyond what the root of %i entries needs, a proof reads at most 3 tiles', async (size) => {
  const root = new Set(partialTiles(size).map(tilePath));
  for (const index of [0, 255, 256, Math.floor(size / 2), size - 257, size - 1].filter((at) => at < size && at >= 0)) {
    const beyond = (await tilesRead(index, size)).filter((path) => !root.has(path));
    expect(beyond.length).toBeLessThanOrEqual(3);
  }
});
