import { pollsToAsk, receiptRows } from '../../../miniprogram/pages/mine/mine.view';
import { alarmed, checked, keptReceipt } from '../samples';

const kept = [
  keptReceipt({ code: 'A', pollId: 'p1' }),
  keptReceipt({ code: 'B', pollId: 'p2', state: 'entered' }),
  keptReceipt({ code: 'C', pollId: 'p1', state: 'entered' }),
];

test('receipts of one poll stand together', () => {
  expect(receiptRows(kept).map(({ code }) => code)).toEqual(['A', 'C', 'B']);
});

test.each([
  ['received', {}, 'mark-outline', '11月24日 · 已收讫，待入册'],
  ['in the log by the server’s word alone', { state: 'entered' }, 'mark-outline', '11月24日 · 已收讫，可核对'],
  ['checked here', { check: checked }, 'mark', '11月24日 · 已入册，核对无误'],
  ['alarming', { check: alarmed }, 'alarm', '11月24日 · 核对没有通过'],
  ['pasted', { isPasted: true }, 'mark-outline', '11月24日 · 已收讫，待入册 · 粘贴的'],
] as const)('the seal and the line of a ballot that is %s say no more than is known', (_, shape, seal, line) => {
  expect(receiptRows([keptReceipt(shape)])[0]).toMatchObject({ seal, line });
});

test('a poll of several ballots a period says which ballot it was', () => {
  const [row] = receiptRows([keptReceipt({ isOnlyOne: false })]);
  expect(row?.line).toBe('11月24日 · 第 1 票 · 已收讫，待入册');
});

test('only polls with an uncounted ballot are asked about, each once', () => {
  expect(pollsToAsk([...kept, keptReceipt({ code: 'D', pollId: 'p1' })])).toEqual(['p1']);
  expect(pollsToAsk([keptReceipt({ check: checked }), keptReceipt({ isPasted: true })])).toEqual([]);
});
