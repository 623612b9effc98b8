import { ballotsToAsk, pollsToAsk, receiptRows } from '../../../miniprogram/pages/mine/mine.view';
import { patience } from '../../../cloudfunctions/shared/universal/ledger/check/patience';
import { slipView } from '../../../miniprogram/packages/receipt/receipt/receipt.view';
import { alarmed, checked, keptReceipt, listedPoll, now } from '../samples';

const kept = [
  keptReceipt({ code: 'A', pollId: 'p1' }),
  keptReceipt({ code: 'B', pollId: 'p2', state: 'entered' }),
  keptReceipt({ code: 'C', pollId: 'p1', state: 'entered' }),
];

test('receipts of one poll stand together', () => {
  expect(receiptRows(kept, now).map(({ code }) => code)).toEqual(['A', 'C', 'B']);
});

test.each([
  ['received', {}, 'mark-outline', '11月24日 · 投票成功，预计 9:50 前可核对'],
  ['in the log by the server’s word alone', { state: 'entered' }, 'mark-outline', '11月24日 · 票已收到，还没有核对'],
  ['checked here', { check: checked }, 'mark', '11月24日 · 已进公开账册，本机核对无误'],
  ['checked and voided since', { check: checked, ruling: 'void' }, 'mark-outline', '11月24日 · 已作废，不计入结果'],
  ['voided and restored', { check: checked, ruling: 'restore' }, 'mark', '11月24日 · 已进公开账册，本机核对无误'],
  ['alarming', { check: alarmed }, 'alarm', '11月24日 · 核对没有通过'],
  ['pasted', { isPasted: true }, 'mark-outline', '11月24日 · 投票成功，预计 9:50 前可核对 · 粘贴的'],
] as const)('the seal and the line of a ballot that is %s say no more than is known', (_, shape, seal, line) => {
  expect(receiptRows([keptReceipt(shape)], now)[0]).toMatchObject({ seal, line });
});

test('a poll of several ballots a period says which ballot it was', () => {
  const [row] = receiptRows([keptReceipt({ isOnlyOne: false })], now);
  expect(row?.line).toBe('11月24日 · 第 1 票 · 投票成功，预计 9:50 前可核对');
});

test('only polls with an uncounted ballot are asked about, each once', () => {
  expect(pollsToAsk([...kept, keptReceipt({ code: 'D', pollId: 'p1' })])).toEqual(['p1']);
  expect(pollsToAsk([keptReceipt({ check: checked }), keptReceipt({ isPasted: true })])).toEqual([]);
});

test('the latest ballots that were found in the log are asked about once more: they may be voided since', () => {
  const all = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((code) => keptReceipt({ code, check: checked }));
  const asked = (at: number): string[] => ballotsToAsk(all, at).map(({ code }) => code);
  expect(asked(now)).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(asked(now + 61 * 86_400_000)).toEqual([]);
  expect(ballotsToAsk([keptReceipt({}), keptReceipt({ check: checked, isPasted: true })], now)).toEqual([]);
});

test.each([
  ['waiting', {}, -1],
  ['just late', {}, 0],
  ['missing', {}, patience],
  ['public by the server’s word', { state: 'entered' }, -1],
  ['checked', { check: checked }, patience],
] as const)('the list and the receipt’s own page say the same of a ballot that is %s', (_, shape, beyond) => {
  const kept = keptReceipt(shape);
  const at = kept.receipt.promisedAt + beyond;
  const nothing = { isChecking: false, search: null, unfound: null, failure: null, hotline: '' };
  const { title } = slipView(kept, nothing, false, at);
  expect(receiptRows([kept], at)[0]?.line.split(' · ')[1]?.startsWith(title)).toBe(true);
});

test('a poll that went on behind its vote says how far, and one that was called off says that', () => {
  const became = (change: Parameters<typeof listedPoll>[0]): string | undefined =>
    receiptRows([keptReceipt({ pollId: 'p1' })], now, [listedPoll({ id: 'p1', ...change })])[0]?.became;
  expect(became({ stage: 'notice' })).toBe('这个评选公示中');
  expect(became({ stage: 'awarded' })).toBe('这个评选已表彰');
  expect(became({ stage: 'verifying', isCalledOff: true })).toBe('这个评选已取消');
  expect(became({ stage: 'voting' })).toBe('');
  expect(became({ id: 'p2', stage: 'awarded' })).toBe('');
});
