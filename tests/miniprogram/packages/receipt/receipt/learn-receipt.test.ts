import { learnReceipt } from '../../../../../miniprogram/packages/receipt/receipt/learn-receipt';
import { keepReceipt, keptReceipt } from '../../../../../miniprogram/stores/receipts';
import { keptReceipt as sample, pollReply } from '../../../samples';
import { installWechat, type FakeWechat } from '../../../wechat';

const code = '7K4M-Q2XD';
const { receipt } = sample();

let wechat: FakeWechat;

beforeEach(() => {
  wechat = installWechat();
  wechat.answer(({ data }) => {
    const { procedure } = data as { procedure: string };
    const reply = procedure === 'poll.get' ? pollReply() : { ballots: [{ receipt, choices: ['c2'], counted: true }] };
    return { ok: true, data: reply, now: 1 };
  });
});

test('the phone’s own receipt needs no question', async () => {
  keepReceipt(sample());
  expect(await learnReceipt('p1', code)).toEqual({ kept: sample() });
  expect(wechat.calls).toEqual([]);
});

test('a receipt from another phone is fetched with its names and kept here', async () => {
  expect(await learnReceipt('p1', code)).toMatchObject({
    kept: { pollTitle: '2026年度十佳为民服务实事', choices: [{ name: '项目2' }] },
  });
  expect(keptReceipt(code)).toBeDefined();
});

test('a pasted receipt of this voter’s own ballot becomes an own one', async () => {
  keepReceipt(sample({ isPasted: true, choices: [] }));
  const { kept } = await learnReceipt('p1', code);
  expect(kept).toMatchObject({ choices: [{ name: '项目2' }] });
  expect(kept?.isPasted).toBeUndefined();
});

test('a pasted receipt of somebody else’s ballot stays as it was pasted', async () => {
  const other = sample({ code: 'AAAA-AAAA', isPasted: true, choices: [] });
  keepReceipt(other);
  expect(await learnReceipt('p1', 'AAAA-AAAA')).toEqual({ kept: other });
});

test('without a network there is a failure, and nothing is called unknown', async () => {
  wechat.answer(() => {
    throw new Error('request:fail');
  });
  expect(await learnReceipt('p1', code)).toEqual({
    kept: undefined,
    failure: expect.objectContaining({ code: 'OFFLINE' }),
  });
});

test('a code that neither phone nor server knows brings no receipt', async () => {
  expect(await learnReceipt('p1', 'XXXX-XXXX')).toEqual({ kept: undefined });
});
