import { readReceipts } from '../../../website/recount/given/read-receipts';

const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
const [here, there] = ['gongping.example/p1', 'gongping.example/p2'];

describe('receipts are read', () => {
  it.each([
    ['nothing at all', ' \n', []],
    ['JSON of one', JSON.stringify({ origin: here, leafHash: a, code: 'any' }), [{ origin: here, leafHash: a }]],
    ['JSON of several', JSON.stringify([{ leafHash: a }, { leafHash: b }]), [{ leafHash: a }, { leafHash: b }]],
    ['the app’s text', `公评选票回执\n回执码：7K4M-Q2XD\n账册条目：${a}\n签名（k）：x=`, [{ leafHash: a }]],
    ['text that names its log', `账册：${here}\n账册条目：${a}`, [{ origin: here, leafHash: a }]],
    ['text that names it behind', `账册条目: ${a}\r\n账册: ${here}\r\n`, [{ origin: here, leafHash: a }]],
    ['two texts without logs', `账册条目：${a}\n\n账册条目：${b}`, [{ leafHash: a }, { leafHash: b }]],
    [
      'two texts with logs',
      `账册：${here}\n账册条目：${a}\n\n账册：${there}\n账册条目：${b}`,
      [
        { origin: here, leafHash: a },
        { origin: there, leafHash: b },
      ],
    ],
  ])('from %s', (_, text, receipts) => {
    expect(readReceipts(text)).toEqual(receipts);
  });

  it.each([
    ['other text', '我投过票'],
    ['broken JSON', '{"leafHash":'],
    ['JSON of something else', '{"code":"7K4M-Q2XD"}'],
    ['one of several that is none', JSON.stringify([{ leafHash: a }, {}])],
    ['a hash cut short', `账册条目：${a.slice(1)}`],
    ['a log without a hash', `账册：${here}`],
  ])('but not from %s', (_, text) => {
    expect(readReceipts(text)).toBeNull();
  });
});
