import { pollsToAsk, receiptRows } from '../../../miniprogram/pages/mine/mine.view';
import { keptReceipt } from '../samples';

const kept = [
  keptReceipt({ code: 'A', pollId: 'p1' }),
  keptReceipt({ code: 'B', pollId: 'p2', state: 'entered' }),
  keptReceipt({ code: 'C', pollId: 'p1', state: 'entered' }),
];

test('receipts of one poll stand together', () => {
  expect(receiptRows(kept).map(({ code }) => code)).toEqual(['A', 'C', 'B']);
});

test('the seal and the line say the state', () => {
  const [received, entered] = receiptRows(kept);
  expect(received).toMatchObject({ seal: 'mark-outline', line: '11月24日 · 已收讫，待入册' });
  expect(entered).toMatchObject({ seal: 'mark', line: '11月24日 · 已入册 · 2 项' });
});

test('a poll of several ballots a period says which ballot it was', () => {
  const [row] = receiptRows([keptReceipt({ isOnlyOne: false })]);
  expect(row?.line).toBe('11月24日 · 第 1 票 · 已收讫，待入册');
});

test('only polls with an uncounted ballot are asked about, each once', () => {
  expect(pollsToAsk([...kept, keptReceipt({ code: 'D', pollId: 'p1' })])).toEqual(['p1']);
});
