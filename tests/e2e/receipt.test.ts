import { alarmed, checked, keptReceipt } from '../miniprogram/samples';
import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { changeLogFile, untilPublished } from './support/public-log';
import { castIt, choose, openPoll, receivedCode, review, sheet } from './support/voting';

const product = useProduct();
const POLL = 'services';

const receiptPage = (code: string): string => `packages/receipt/receipt/receipt?poll=${POLL}&code=${code}`;

/** Alters a file; done again it is what it was. */
function flip(content: Buffer): Buffer {
  const altered = Buffer.from(content);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  return altered;
}

/** Casts a ballot. @returns its receipt's code, with the receipt open */
async function castAndOpen(phone: Phone): Promise<string> {
  await openPoll(phone, POLL);
  await choose(phone, 3);
  await review(phone);
  await castIt(phone);
  const code = await receivedCode(phone);
  await sheet(phone).getByRole('button', { name: '看回执' }).tap();
  await phone.sees('选票回执');
  return code;
}

/** Casts a ballot and waits until its receipt is checked. */
async function castAndCheck(phone: Phone): Promise<string> {
  const code = await castAndOpen(phone);
  await untilPublished(product(), POLL, phone.person);
  await phone.open(receiptPage(code));
  await phone.sees('已进公开账册，本机核对无误');
  return code;
}

test('a receipt waits until its ballot is public, and is then checked on the phone without being asked', async () => {
  const phone = await product().phoneOf('小李');
  await castAndOpen(phone);
  await phone.sees('投票成功');
  await phone.sees(/^预计 .* 前可核对。现在可以离开$/);
  expect(await phone.screen.getByText('核对无误').count()).toBe(0);
  await phone.picture('1-waiting');

  await untilPublished(product(), POLL, phone.person);
  await phone.sees('已进公开账册，本机核对无误');
  await phone.sees(/^第 [\d,]+ 条，内容与回执一致$/);
  await phone.sees('账册只增不改');
  await phone.sees('签名有效');
  await phone.picture('2-checked');
  expect(await layoutComplaints(phone)).toEqual([]);

  await phone.back();
  await phone.find('img', '已进公开账册，本机核对无误').waitFor();
  await phone.picture('3-poll-after-check');
});

test('a later look is held against what this phone saw, and without a network the last verdict stands with its time', async () => {
  const phone = await product().phoneOf('小周');
  const code = await castAndCheck(phone);
  const other = await product().phoneOf('小吴');
  await castAndOpen(other);
  await untilPublished(product(), POLL, other.person);
  await phone.tap('button', '再核对一次');
  await phone.sees(/上次核对后新增 [\d,]+ 条，旧条目未动/);

  await phone.goOffline();
  await phone.tap('button', '再核对一次');
  await phone.sees(/^没有连上网络。这是今天 \d+:\d+ 的核对结果。$/);
  await phone.sees('已进公开账册，本机核对无误');
  await phone.picture('4-offline');
  await phone.goOnline();
  expect(code).toMatch(/^\w{4}-\w{4}$/);
});

test('a log whose files were altered raises an alarm with evidence to keep, and the alarm ends with the fault', async () => {
  const phone = await product().phoneOf('小郑');
  const code = await castAndOpen(phone);
  await untilPublished(product(), POLL, phone.person);
  await changeLogFile(product(), POLL, 'checkpoint', flip);
  await phone.open(receiptPage(code));
  await phone.sees('账册的签名页读不出来');
  await phone.sees(/再打监督电话/);
  expect(await phone.screen.getByText('核对无误').count()).toBe(0);
  await phone.picture('5-alarm');
  expect(await layoutComplaints(phone)).toEqual([]);

  await phone.tap('button', '复制证据');
  await phone.page.getByText('证据已复制').waitFor();
  const evidence = await phone.copied();
  expect(evidence).toContain(`回执码：${code}`);
  expect(evidence).toContain('CHECKPOINT_MALFORMED');
  expect(evidence).toMatch(/^\{"code":.*"signature":.*\}$/m);
  expect(evidence).toMatch(/^[0-9a-f]{64} {2}receipt-keys$/m);

  await changeLogFile(product(), POLL, 'checkpoint', flip);
  await phone.open(receiptPage(code));
  await phone.sees('已进公开账册，本机核对无误');
});

test('what a CDN has kept of files that were overwritten since alarms nobody', async () => {
  const phone = await product().phoneOf('小何');
  const code = await castAndOpen(phone);
  await phone.open('pages/mine/mine');
  await untilPublished(product(), POLL, phone.person);
  await phone.putCdnBeforeStorage();
  for (const name of ['checkpoint', 'receipt-keys']) {
    await changeLogFile(product(), POLL, name, flip);
    await phone.page.evaluate((path) => fetch(path), `/storage/logs/${POLL}/${name}`);
    await changeLogFile(product(), POLL, name, flip);
  }
  await phone.open(receiptPage(code));
  await phone.sees('已进公开账册，本机核对无误');
});

test('a receipt that was copied is pasted and checked on somebody else’s phone', async () => {
  const phone = await product().phoneOf('小王');
  const code = await castAndCheck(phone);
  await phone.tap('button', '复制回执');
  await phone.page.getByText('回执已复制').waitFor();
  const text = await phone.copied();
  expect(text).not.toMatch(/项目|选了/);

  const other = await product().phoneOf('小孙');
  await other.open('pages/mine/mine');
  await other.tap('button', /^粘贴回执/);
  await other.page.getByText(/没有找到回执/).waitFor();
  await other.picture('6-nothing-to-paste');
  await other.page.getByText('确定').last().tap();

  await other.putIntoClipboard(text);
  await other.tap('button', /^粘贴回执/);
  await other.sees(code);
  await other.sees('已进公开账册，本机核对无误');
  await other.sees('只在投票的手机上');
  await other.picture('7-pasted');
});

describe('every state of a receipt holds', () => {
  const states = {
    received: keptReceipt(),
    counted: keptReceipt({ state: 'entered' }),
    checked: keptReceipt({ check: checked }),
    alarm: keptReceipt({ check: alarmed }),
    pasted: keptReceipt({ isPasted: true, choices: [], pollTitle: '云川市第三届“身边好邻居”和美丽庭院联合推选' }),
  };

  test.each([
    ['on a small phone', 'small', { width: 320, height: 640 }],
    ['on a large phone', 'large', { width: 430, height: 932 }],
    ['at large text', 'elder', { scale: 1.5 }],
    ['in the dark', 'dark', { theme: 'dark' }],
  ] as const)('%s', async (_, look, options) => {
    const phone = await product().phoneOf(`看${look}`, options);
    await phone.open('pages/mine/mine');
    await phone.sees('这部手机上还没有回执');
    const kept = Object.values(states).map((one, at) => ({
      ...one,
      receipt: { ...one.receipt, code: `7K4M-Q2X${at}` },
    }));
    await phone.keepOnDevice('receipts', kept);
    await phone.loseTheCloud();
    await phone.page.getByText('评选', { exact: true }).last().tap();
    await phone.page.getByText('我的', { exact: true }).last().tap();
    await phone.sees('核对没有通过');
    await phone.picture(`8-${look}-mine`);
    expect(await layoutComplaints(phone)).toEqual([]);
    for (const [at, state] of Object.keys(states).entries()) {
      await phone.screen.locator('.receipt-row').nth(at).tap();
      await phone.sees('选票回执');
      await phone.sees(/没有连上网络/);
      await phone.picture(`8-${look}-${state}`);
      expect(await layoutComplaints(phone)).toEqual([]);
      await phone.back();
    }
  });
});
