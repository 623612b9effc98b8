import { pasteReceipt } from '../../../miniprogram/pages/mine/paste-receipt';
import { slipText } from '../../../miniprogram/packages/receipt/receipt/receipt.view';
import { keptReceipt, keepReceipt } from '../../../miniprogram/stores/receipts';
import { keptReceipt as sample, pollReply } from '../samples';
import { installWechat, type FakeWechat } from '../wechat';

/** Its code is the one that follows from the leaf hash. */
const copied = sample({ code: 'NENT-QAXB' });

let wechat: FakeWechat;

beforeEach(() => {
  wechat = installWechat();
  wechat.answer(() => ({ ok: true, data: pollReply(), now: 1 }));
});

test('the text as it was copied is read back whole, and marked as pasted', async () => {
  wechat.clipboard = slipText(copied, '已进公开账册，本机核对无误');
  expect(await pasteReceipt()).toEqual({ pollId: 'p1', code: 'NENT-QAXB' });
  expect(keptReceipt('NENT-QAXB')).toEqual({
    receipt: copied.receipt,
    pollTitle: '2026年度十佳为民服务实事',
    isOnlyOne: true,
    choices: [],
    state: 'received',
    isPasted: true,
  });
});

test('a messenger that breaks the line does no harm', async () => {
  wechat.clipboard = slipText(copied, '').replace('"signature"', '"sign\nature"');
  expect(await pasteReceipt()).toEqual({ pollId: 'p1', code: 'NENT-QAXB' });
});

test('without a network the receipt is kept all the same', async () => {
  wechat.answer(() => {
    throw new Error('request:fail');
  });
  wechat.clipboard = slipText(copied, '');
  await pasteReceipt();
  expect(keptReceipt('NENT-QAXB')).toMatchObject({ pollTitle: '粘贴的回执', isPasted: true });
});

test('a receipt that is on this phone already stays as it is', async () => {
  keepReceipt(copied);
  wechat.clipboard = slipText(copied, '');
  await pasteReceipt();
  expect(keptReceipt('NENT-QAXB')).toEqual(copied);
});

test.each([
  ['nothing', '', /没有找到回执/],
  ['some other text', '今天天气好 {"a":1}', /没有找到回执/],
  ['a receipt whose hash was changed', slipText(copied, '').replaceAll('abab', 'abac'), /不完整，或被改动过/],
  ['a receipt without its end', slipText(copied, '').replace(/"signature":"[^"]+"/, '"a":1'), /不完整，或被改动过/],
  ['what may not be read', null, /没有读到剪贴板/],
])('%s is refused in plain words', async (_, text, words) => {
  wechat.clipboard = text;
  expect(await pasteReceipt()).toEqual({ problem: expect.stringMatching(words) });
});
