import {
  checkReceipt,
  type ReceiptToCheck,
} from '../../../../../../cloudfunctions/shared/universal/ledger/check/check-receipt';
import { patience } from '../../../../../../cloudfunctions/shared/universal/ledger/check/patience';
import type { Verdict } from '../../../../../../cloudfunctions/shared/universal/ledger/check/verdict';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { verifyEd25519 } from '../../../../../../cloudfunctions/shared/platform/verify-ed25519';
import { entries, leafOf, noteSigner, PublishedLog } from '../../../../../support/published-log';

const origin = 'gongping.test/p1';
const promisedAt = 1_000_000;
/** The last instant at which nobody is alarmed, and the first at which one may be. */
const before = promisedAt + patience - 1;
const after = promisedAt + patience;

/** A log published at 300, 700 and 900 entries; the ballot in question is number 420. */
const mine = 420;
let log: PublishedLog;
let asked: string[];

beforeEach(() => {
  log = new PublishedLog(origin);
  for (const [from, to] of [
    [0, 300],
    [300, 700],
    [700, 900],
  ] as const) {
    log.publish(entries(from, to));
  }
  asked = [];
});

function check(changes: Partial<ReceiptToCheck> = {}, from: PublishedLog = log): Promise<Verdict> {
  const receipt = log.receiptOf(`ballot ${mine}`, promisedAt);
  return checkReceipt(
    { receipt, log: log.claim, index: mine, seen: null, now: after, ...changes },
    {
      hasher: plainHasher,
      verify: verifyEd25519,
      read: (path) => {
        asked.push(path);
        return Promise.resolve(from.files.get(path) ?? 'MISSING');
      },
    },
  );
}

async function alarmOf(changes: Partial<ReceiptToCheck> = {}): Promise<string> {
  const verdict = await check(changes);
  return verdict.kind === 'alarm' ? verdict.alarm : verdict.kind;
}

/** What a phone keeps that saw the log when it had `size` entries. */
const seenAt = (size: number) => ({ key: log.key, note: log.text(`checkpoints/${size}`) });

describe('a ballot that is where it should be', () => {
  it('is entered, and its checkpoint is what the next check is held against', async () => {
    expect(await check()).toEqual({ kind: 'entered', index: mine, size: 900, added: null, seen: seenAt(900) });
  });

  it.each([300, 700, 900])('is entered in a log that grew from the %i entries seen before', async (size) => {
    expect(await check({ seen: seenAt(size) })).toMatchObject({ kind: 'entered', added: 900 - size });
  });

  it.each([0, 255, 256, 299, 300, 511, 512, 767, 768, 899])('is found at index %i', async (index) => {
    const receipt = log.receiptOf(`ballot ${index}`, promisedAt);
    expect(await check({ receipt, index, seen: seenAt(300) })).toMatchObject({ kind: 'entered', index });
  });

  it('is entered under the size the cloud names when an old checkpoint comes out of a cache', async () => {
    log.put('checkpoint', log.text('checkpoints/300'));
    expect(await check()).toMatchObject({ kind: 'entered', size: 900 });
    expect(await check({ seen: seenAt(700) })).toMatchObject({ kind: 'entered', size: 900, added: 200 });
  });
});

describe('a ballot that is not public yet', () => {
  it.each([null, 900, 5000])(
    'is no alarm before the promised time, nor for ten minutes after it (index %s)',
    async (index) => {
      expect(await check({ index, now: before })).toEqual({ kind: 'waiting', size: 900, seen: seenAt(900) });
    },
  );

  it.each([900, 5000])('is an alarm after it (index %s)', async (index) => {
    expect(await alarmOf({ index })).toBe('RECEIPT_NOT_IN_LOG');
  });

  it('is an alarm after it when the cloud knows no place and the leaf is nowhere', async () => {
    expect(await alarmOf({ index: null, receipt: log.receiptOf('ballot lost', promisedAt) })).toBe(
      'RECEIPT_NOT_IN_LOG',
    );
  });

  it('waits for a log that is not published, until some minutes beyond the promised time', async () => {
    expect(await check({ log: null, index: null, now: before })).toEqual({ kind: 'waiting', size: null, seen: null });
    expect(await alarmOf({ log: null, index: null })).toBe('RECEIPT_NOT_IN_LOG');
  });
});

describe('a receipt without a place', () => {
  it('is found by its leaf hash', async () => {
    expect(await check({ index: 'unknown' })).toMatchObject({ kind: 'entered', index: mine });
  });

  it('is not in the log when all of it was searched', async () => {
    const receipt = log.receiptOf('ballot lost', promisedAt);
    expect(await alarmOf({ index: 'unknown', receipt })).toBe('RECEIPT_NOT_IN_LOG');
    expect(await check({ index: 'unknown', receipt, now: before })).toMatchObject({ kind: 'waiting' });
  });

  it('is searched for in 200 files at most, and says how far', async () => {
    const long = new PublishedLog(origin).publish(entries(0, 52_000));
    const progress: number[] = [];
    let read = 0;
    const verdict = await checkReceipt(
      { receipt: long.receiptOf('ballot 3', promisedAt), log: long.claim, index: 'unknown', seen: null, now: after },
      {
        hasher: plainHasher,
        verify: verifyEd25519,
        read: (path) => {
          if (path.startsWith('tile/0/')) read += 1;
          return Promise.resolve(long.files.get(path) ?? 'MISSING');
        },
        onSearch: (seen) => progress.push(seen.read / seen.all),
      },
    );
    expect(verdict).toMatchObject({ kind: 'not-found', searchedFrom: 4 * 256, size: 52_000 });
    expect(read).toBe(200);
    expect(progress.at(-1)).toBe(1);
  });
});

describe('each failing check has its own name', () => {
  it('a receipt of another poll', async () => {
    const other = new PublishedLog('gongping.test/p2').publish(entries(0, 10));
    expect(await alarmOf({ receipt: other.receiptOf('ballot 3', promisedAt) })).toBe('RECEIPT_OF_ANOTHER_LOG');
    expect(await alarmOf({ log: { ...log.claim, key: other.key } })).toBe('RECEIPT_OF_ANOTHER_LOG');
  });

  it('no key', async () => {
    expect(await alarmOf({ log: { ...log.claim, key: `${log.key}A` } })).toBe('KEY_MALFORMED');
  });

  it('another key than the one seen first', async () => {
    const other = new PublishedLog(origin).publish(entries(0, 900));
    const seen = { key: other.key, note: other.text('checkpoint') };
    const verdict = await check({ seen });
    expect(verdict).toMatchObject({ kind: 'alarm', alarm: 'KEY_CHANGED' });
    expect(verdict).toHaveProperty('evidence.seenKey', other.key);
  });

  it('a signature that is not the receipt’s', async () => {
    const receipt = log.receiptOf(`ballot ${mine}`, promisedAt);
    const later = log.receiptOf(`ballot ${mine}`, promisedAt + 1);
    expect(await alarmOf({ receipt: { ...receipt, signature: later.signature } })).toBe('RECEIPT_FORGED');
    expect(await alarmOf({ receipt: { ...receipt, signature: 'AAAA' } })).toBe('RECEIPT_FORGED');
    expect(await alarmOf({ receipt: { ...receipt, promisedAt: promisedAt + 1 } })).toBe('RECEIPT_FORGED');
  });

  it('a key of receipts that the log does not vouch for', async () => {
    const forger = new PublishedLog(origin, { log: log.signer });
    expect(await alarmOf({ receipt: forger.receiptOf(`ballot ${mine}`, promisedAt) })).toBe('RECEIPT_KEY_UNKNOWN');
  });

  it('a new key of receipts, for which the log vouches with the next release, not before the promised time', async () => {
    const changed = new PublishedLog(origin, { log: log.signer });
    const receipt = changed.receiptOf('ballot 900', promisedAt);
    expect(await check({ receipt, index: null, now: before })).toMatchObject({ kind: 'waiting', size: 900 });
    expect(await alarmOf({ receipt, index: null })).toBe('RECEIPT_KEY_UNKNOWN');
    changed.publish(entries(0, 901));
    expect(await check({ receipt, log: changed.claim, index: 900 }, changed)).toMatchObject({ kind: 'entered' });
  });

  it('keys of receipts that somebody else vouches for', async () => {
    const forger = new PublishedLog(origin);
    log.put('receipt-keys', forger.text('receipt-keys'));
    expect(await alarmOf()).toBe('RECEIPT_KEYS_FORGED');
    log.put('receipt-keys', 'no note');
    expect(await alarmOf()).toBe('RECEIPT_KEYS_MALFORMED');
  });

  it('a checkpoint that somebody else signed', async () => {
    const forger = new PublishedLog(origin).publish(entries(0, 900));
    log.put('checkpoint', forger.text('checkpoint'));
    expect(await alarmOf()).toBe('CHECKPOINT_FORGED');
    log.put('checkpoint', log.text('checkpoints/900').replace('\n900\n', '\n901\n'));
    expect(await alarmOf()).toBe('CHECKPOINT_FORGED');
  });

  it('a checkpoint of another log, signed by this log’s key', async () => {
    log.put('checkpoint', log.checkpointNote(900, new Uint8Array(32), 'gongping.test/p2'));
    expect(await alarmOf()).toBe('CHECKPOINT_OF_ANOTHER_LOG');
  });

  it('a checkpoint that is none, or stands under another size', async () => {
    log.put('checkpoint', 'no note');
    expect(await alarmOf()).toBe('CHECKPOINT_MALFORMED');
    log.put('checkpoint', log.text('checkpoints/300'));
    log.put('checkpoints/900', log.text('checkpoints/700'));
    expect(await alarmOf()).toBe('CHECKPOINT_MALFORMED');
  });

  it('another root than the tiles’', async () => {
    log.put('checkpoint', log.checkpointNote(900, new Uint8Array(32)));
    expect(await alarmOf()).toBe('TILES_ALTERED');
  });

  it.each(['tile/0/001', 'peaks/900', 'tile/1/000.p/3'])('an altered or a shorter tile: %s', async (path) => {
    const content = log.files.get(path) ?? new Uint8Array();
    const altered = content.slice();
    altered[40] = (altered[40] ?? 0) ^ 1;
    log.files.set(path, altered);
    expect(await alarmOf()).toBe('TILES_ALTERED');
    log.files.set(path, content.slice(32));
    expect(await alarmOf()).toBe('TILES_ALTERED');
  });

  it.each(['checkpoint', 'receipt-keys', 'peaks/900', 'tile/0/001', 'tile/1/000.p/3'])(
    'a missing file: %s',
    async (path) => {
      log.files.delete(path);
      const verdict = await check();
      expect(verdict).toMatchObject({ kind: 'alarm', alarm: 'FILE_MISSING', evidence: { path } });
    },
  );

  it('another entry at the ballot’s place', async () => {
    const altered = new PublishedLog(origin, { log: log.signer, receipts: log.receipts });
    altered.publish([...entries(0, mine), 'ballot changed', ...entries(mine + 1, 900)]);
    const verdict = await check({}, altered);
    expect(verdict).toMatchObject({ kind: 'alarm', alarm: 'LEAF_ALTERED', evidence: { index: mine } });
  });

  it.each([
    ['grew', 950],
    ['kept its size', 700],
  ])('a log that %s over another past', async (_, size) => {
    const forked = new PublishedLog(origin, { log: log.signer, receipts: log.receipts });
    forked.publish([...entries(0, 650), ...entries(650, size, 'other')]);
    const verdict = await check({ log: forked.claim, seen: seenAt(700) }, forked);
    expect(verdict).toMatchObject({ kind: 'alarm', alarm: 'FORKED_LOG' });
    // Both of the signed notes that contradict each other are there to be shown.
    expect(verdict).toHaveProperty(
      'evidence.notes',
      expect.arrayContaining([seenAt(700).note, forked.text('checkpoint')]),
    );
  });

  it('an old checkpoint that is none of this log’s past', async () => {
    const forked = new PublishedLog(origin, { log: log.signer, receipts: log.receipts });
    forked.publish(entries(0, 300, 'other'));
    log.put('checkpoint', forked.text('checkpoint'));
    expect(await alarmOf()).toBe('FORKED_LOG');
  });

  it('a log that has fewer entries than were seen in it', async () => {
    log.put('checkpoint', log.text('checkpoints/700'));
    expect(await alarmOf({ log: { ...log.claim, size: 700 }, seen: seenAt(900) })).toBe('SHRUNK_LOG');
    expect(await alarmOf({ log: null, seen: seenAt(900) })).toBe('SHRUNK_LOG');
  });
});

it('what cannot be fetched is no alarm and no proof', async () => {
  const receipt = log.receiptOf(`ballot ${mine}`, promisedAt);
  const verdict = await checkReceipt(
    { receipt, log: log.claim, index: mine, seen: null, now: after },
    {
      hasher: plainHasher,
      verify: verifyEd25519,
      read: (path) => Promise.resolve(path.startsWith('tile/') ? 'UNREACHABLE' : (log.files.get(path) ?? 'MISSING')),
    },
  );
  expect(verdict).toEqual({ kind: 'unreachable' });
});

it('an alarm names the receipt, the key, the notes and every file that was read', async () => {
  const altered = new PublishedLog(origin, { log: log.signer, receipts: log.receipts });
  altered.publish([...entries(0, mine), 'ballot changed', ...entries(mine + 1, 900)]);
  const verdict = await check({}, altered);
  if (verdict.kind !== 'alarm') throw new Error(verdict.kind);
  const { evidence } = verdict;
  expect(evidence.receipt.leafHash).toBe(leafOf(`ballot ${mine}`));
  expect(evidence.key).toBe(log.key);
  expect(evidence.notes).toEqual([altered.text('receipt-keys'), altered.text('checkpoint')]);
  expect(evidence.files.map(({ path }) => path).sort()).toEqual([...asked].sort());
});

it('a key is only as good as its own name: another log’s signer cannot sign for this one', async () => {
  const other = noteSigner('gongping.test/p2');
  log.put('checkpoint', log.checkpointNote(900, new Uint8Array(32), origin, other));
  expect(await alarmOf()).toBe('CHECKPOINT_FORGED');
});
