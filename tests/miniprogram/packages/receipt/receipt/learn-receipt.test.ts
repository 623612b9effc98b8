import { learnReceipt } from '../../../../../miniprogram/packages/receipt/receipt/learn-receipt';
import { keepReceipt, keptReceipt } from '../../../../../miniprogram/stores/receipts';
import { keptReceipt as sample, pollReply } from '../../../samples';
import { installWechat, type FakeWechat } from '../../../wechat';

const code = '7K4M-Q2XD';
const { receipt } = sample();

let wechat: FakeWechat;

/** The server lists this one ballot. */
function serverLists(counted: boolean): void {
  wechat.answer(({ data }) => {
    const { procedure } = data as { procedure: string };
    const reply = procedure === 'poll.get' ? pollReply() : { ballots: [{ receipt, choices: ['c2'], counted }] };
    return { ok: true, data: reply, now: 1 };
  });
}

beforeEach(() => {
  wechat = installWechat();
});

test('a counted ballot is marked on this phone for good', async () => {
  keepReceipt(sample());
  serverLists(true);
  expect(await learnReceipt('p1', code)).toMatchObject({ found: 'counted', kept: { state: 'entered' } });
  expect(keptReceipt(code)?.state).toBe('entered');
});

test('a receipt from another phone is fetched with its names and kept here', async () => {
  serverLists(false);
  expect(await learnReceipt('p1', code)).toMatchObject({
    found: 'waiting',
    kept: { pollTitle: '2026年度十佳为民服务实事', choices: [{ name: '项目2' }] },
  });
  expect(keptReceipt(code)).toBeDefined();
});

test("without a network the phone's own receipt stands, and nothing is called missing", async () => {
  keepReceipt(sample());
  wechat.answer(() => {
    throw new Error('request:fail');
  });
  expect(await learnReceipt('p1', code)).toMatchObject({
    found: 'unasked',
    kept: { state: 'received' },
    failure: { code: 'OFFLINE' },
  });
});

test('a code that neither phone nor server knows brings no receipt', async () => {
  serverLists(false);
  expect(await learnReceipt('p1', 'XXXX-XXXX')).toEqual({ kept: undefined, found: 'missing' });
});
