import { patience } from '../../../../../cloudfunctions/shared/universal/ledger/check/patience';
import { checkOnPhone, placeOf } from '../../../../../miniprogram/packages/receipt/receipt/check-on-phone';
import { storageAddress } from '../../../../../miniprogram/installation';
import { observeServerTime } from '../../../../../miniprogram/stores/clock';
import { keepReceipt, keptReceipt, type KeptReceipt } from '../../../../../miniprogram/stores/receipts';
import { seenLog } from '../../../../../miniprogram/packages/receipt/receipt/kept-checkpoints';
import { entries, PublishedLog } from '../../../../support/published-log';
import { keptReceipt as sample, now, standings } from '../../../samples';
import { installWechat, type FakeWechat } from '../../../wechat';

const code = '7K4M-Q2XD';
const folder = 'cloud://env/logs/p1';
const mine = 420;

let wechat: FakeWechat;
let log: PublishedLog;
let kept: KeptReceipt;

const answer = (replies: Record<string, unknown>): void => {
  wechat.answer(({ data }) => {
    const { procedure } = data as { procedure: string };
    const reply = replies[procedure];
    return typeof reply === 'string'
      ? { ok: false, error: { code: reply, message: '' }, now }
      : { ok: true, data: reply, now };
  });
};

beforeEach(() => {
  wechat = installWechat();
  observeServerTime(now);
  log = new PublishedLog('gongping.example/p1').publish(entries(0, 700));
  upload();
  kept = sample({ receipt: { ...sample().receipt, ...log.receiptOf(`ballot ${mine}`, now + 60_000) } });
  keepReceipt(kept);
  answer({ 'ballot.locate': place() });
});

function upload(): void {
  for (const [path, content] of log.files) wechat.files.set(`${folder}/${path}`, content);
}

const place = () => ({ index: mine, log: { ...log.claim, files: folder } });
const check = (where: Parameters<typeof checkOnPhone>[1] = place()) => checkOnPhone(kept, where, () => undefined);

test('a check that passes is kept with its receipt, and what was seen of the log with the log', async () => {
  expect(await check()).toMatchObject({ kind: 'entered', index: mine });
  expect(keptReceipt(code)?.check).toMatchObject({ kind: 'entered', index: mine, size: 700, added: null });
  expect(seenLog(log.origin)).toEqual({ key: log.key, note: log.text('checkpoint') });
  log.publish(entries(700, 900));
  upload();
  await check();
  expect(keptReceipt(code)?.check).toMatchObject({ size: 900, added: 200 });
});

test('files that never change are downloaded once', async () => {
  await check();
  for (const path of log.files.keys()) if (path.startsWith('tile/')) wechat.files.delete(`${folder}/${path}`);
  expect(await check()).toMatchObject({ kind: 'entered', added: 0 });
});

test('a copy that was damaged on this phone is fetched again before anybody is alarmed', async () => {
  await check();
  const key = [...wechat.storage.keys()].find((each) => each.endsWith('tile/0/001')) ?? '';
  wechat.storage.set(key, Buffer.alloc(256 * 32).toString('base64'));
  expect(await check()).toMatchObject({ kind: 'entered' });
});

test('an alarm is kept with its evidence, and ends when the log is right again', async () => {
  const path = `${folder}/tile/0/001`;
  const right = wechat.files.get(path) ?? '';
  wechat.files.set(path, new Uint8Array(256 * 32));
  expect(await check()).toMatchObject({ kind: 'alarm', alarm: 'TILES_ALTERED' });
  expect(keptReceipt(code)?.check).toMatchObject({ kind: 'alarm', alarm: 'TILES_ALTERED', at: expect.any(Number) });
  expect(seenLog(log.origin)).toBeNull();
  wechat.files.set(path, right);
  await check();
  expect(keptReceipt(code)?.check).toMatchObject({ kind: 'entered' });
});

test('an alarm that turns out to be too early is taken back', async () => {
  wechat.files.set(`${folder}/checkpoint`, new Uint8Array(3));
  await check();
  upload();
  expect(await check({ ...place(), index: null })).toMatchObject({ kind: 'waiting' });
  expect(keptReceipt(code)?.check).toBeUndefined();
});

test('a ballot that comes while it is being missed alarms nobody: the cloud is asked again before', async () => {
  const late = { ...kept.receipt, ...log.receiptOf('ballot 800', now - patience) };
  const missed = { ...kept, receipt: late };
  keepReceipt(missed);
  answer({ 'ballot.locate': { index: null, log: place().log } });
  const where = { ...place(), index: null };
  expect(await checkOnPhone(missed, where, () => undefined)).toMatchObject({
    kind: 'alarm',
    alarm: 'RECEIPT_NOT_IN_LOG',
  });

  log.publish(entries(700, 900));
  upload();
  answer({ 'ballot.locate': { index: 800, log: { ...log.claim, files: folder } } });
  // What was asked a moment ago still says that it is not there.
  expect(await checkOnPhone(missed, where, () => undefined)).toMatchObject({ kind: 'entered', index: 800 });
});

test('without a second answer there is no alarm', async () => {
  answer({ 'ballot.locate': 'BUSY' });
  wechat.files.set(`${folder}/tile/0/001`, new Uint8Array(256 * 32));
  expect(await check()).toEqual({ kind: 'unreachable' });
  expect(keptReceipt(code)?.check).toBeUndefined();
});

test('files that cannot be fetched leave the last verdict as it is', async () => {
  await check();
  const before = keptReceipt(code)?.check;
  wechat.files.set(`${folder}/receipt-keys`, 'cloud.downloadFile:fail request:fail');
  expect(await check()).toEqual({ kind: 'unreachable' });
  expect(keptReceipt(code)?.check).toEqual(before);
});

describe('behind a CDN that answers with the copy it has of an address', () => {
  /** The CDN holds what lies there now, or that there is nothing, by the bare names. */
  const copyBareNames = (): void => {
    wechat.copies = new Map(
      ['checkpoint', 'receipt-keys'].map((name) => [
        `${storageAddress}/logs/p1/${name}`,
        wechat.files.get(`${folder}/${name}`) ?? null,
      ]),
    );
  };

  /** Publishes with a new key for receipts, and gives the voter one that is signed by it. */
  const renewReceiptKey = (): KeptReceipt => {
    const renewed = new PublishedLog(log.origin, { log: log.signer }).publish(entries(0, 700));
    log = renewed;
    upload();
    return { ...kept, receipt: { ...kept.receipt, ...log.receiptOf(`ballot ${mine}`, now + 60_000) } };
  };

  test('a receipt of a new key is checked by the keys that lie there now', async () => {
    copyBareNames();
    kept = renewReceiptKey();
    expect(await check()).toMatchObject({ kind: 'entered', index: mine });
  });

  test('a log that was asked for before it was published is found', async () => {
    wechat.files.clear();
    copyBareNames();
    upload();
    expect(await check()).toMatchObject({ kind: 'entered', size: 700 });
  });

  test('the newest checkpoint is held against what this phone saw, not an old copy of it', async () => {
    const earlier = place();
    copyBareNames();
    log.publish(entries(700, 900));
    upload();
    await check();
    expect(keptReceipt(code)?.check).toMatchObject({ size: 900 });
    // An answer that left the cloud before the log grew: with an old copy it would look like a log that shrank.
    answer({ 'ballot.locate': earlier });
    expect(await check(earlier)).toMatchObject({ kind: 'entered', size: 900, added: 0 });
  });

  test('where pages may not ask the storage, the checkpoint of the log’s size is read instead', async () => {
    wechat.storageFailure = 'request:fail url not in domain list';
    wechat.copies = new Map([[`${storageAddress}/logs/p1/checkpoint`, null]]);
    log.publish(entries(700, 900));
    upload();
    expect(await check()).toMatchObject({ kind: 'entered', size: 900 });
  });
});

test('a storage address that is not this log’s alarms nobody: the cloud’s own files are read', async () => {
  const moved = 'cloud://elsewhere/logs/p1';
  for (const [path, content] of log.files) wechat.files.set(`${moved}/${path}`, content);
  for (const path of log.files.keys()) wechat.files.delete(`${folder}/${path}`);
  expect(await check({ ...place(), log: { ...log.claim, files: moved } })).toMatchObject({ kind: 'entered' });
});

test('a search keeps none of the many files it reads', async () => {
  await check({ ...place(), index: 'unknown' });
  const keys = [...wechat.storage.keys()].filter((key) => key.startsWith('log-file:'));
  expect(keys.filter((key) => key.includes('/tile/0/'))).toEqual([]);
});

test('the phone keeps a quarter of a megabyte of files, the newest', async () => {
  for (let size = 3_000; size <= 24_000; size += 3_000) {
    log.publish(entries(log.size, size));
    upload();
    const receipt = { ...kept.receipt, ...log.receiptOf(`ballot ${size - 300}`, now + 60_000) };
    await checkOnPhone({ ...kept, receipt }, { ...place(), index: size - 300 }, () => undefined);
  }
  const bytes = [...wechat.storage].flatMap(([key, text]) =>
    key.startsWith('log-file:') ? [Buffer.from(String(text), 'base64').length] : [],
  );
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(256 * 1024);
});

describe('where a ballot is', () => {
  test('the cloud tells it of the voter’s own ballot, which counts as its word that the ballot is in the log', async () => {
    answer({ 'ballot.locate': place() });
    expect(await placeOf(kept)).toEqual(place());
    expect(keptReceipt(code)?.state).toBe('entered');
  });

  test('a ballot that the cloud does not know is searched for', async () => {
    answer({ 'ballot.locate': 'BALLOT_NOT_FOUND', 'standings.get': standings({ log: place().log }) });
    expect(await placeOf(kept)).toEqual({ index: 'unknown', log: place().log });
  });

  test('a pasted receipt is not mistaken for the ballot of whoever holds the phone', async () => {
    answer({ 'standings.get': standings() });
    expect(await placeOf({ ...kept, isPasted: true })).toEqual({ index: 'unknown', log: null });
    expect(wechat.calls).toHaveLength(1);
  });

  test('any other refusal is told as it is', async () => {
    answer({ 'ballot.locate': 'BUSY' });
    expect(await placeOf(kept)).toMatchObject({ code: 'BUSY' });
  });
});
