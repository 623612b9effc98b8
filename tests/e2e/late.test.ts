import { patience } from '../../cloudfunctions/shared/universal/ledger/check/patience';
import { connect, expectDone } from '../../scripts/connect';
import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

const product = useProduct({ timers: false });
const POLL = 'services';
const minute = 60_000;

const receiptPage = (code: string): string => `packages/receipt/receipt/receipt?poll=${POLL}&code=${code}`;

async function castOn(phone: Phone): Promise<string> {
  await openPoll(phone, POLL);
  await choose(phone, 3);
  await review(phone);
  await castIt(phone);
  return receivedCode(phone);
}

/** Neighbours who come one after the other. */
async function trickle(count: number, pause: number): Promise<void> {
  const { candidates } = await product().voterOf('bystander').get('poll.get', { pollId: POLL });
  const choices = candidates.slice(0, 3).map(({ id }) => id);
  for (let at = 1; at <= count; at++) {
    product().letPass(pause);
    expect(await product().voterOf(`邻居 ${POLL} ${at}`).cast(POLL, choices)).toMatchObject({ ok: true });
  }
}

/** Lets the time come to so long after the promise of somebody's receipt. */
async function passPromiseBy(person: string, beyond: number): Promise<void> {
  const { ballots } = await product().voterOf(person).get('ballot.mine', { pollId: POLL });
  const promisedAt = ballots[0]?.receipt.promisedAt ?? 0;
  expect(promisedAt).toBeGreaterThan(product().now);
  product().letPass(promisedAt + beyond - product().now);
}

/** The scheduler comes at last. */
async function count(): Promise<void> {
  for (let firing = 0; firing < 10; firing++) await product().cloud.fireTimer('scheduler');
}

async function expectNoAlarm(phone: Phone): Promise<void> {
  expect(await phone.screen.getByText(/没有找到这张票|拨打监督电话|请您这样做/).count()).toBe(0);
}

test('thirteen ballots that trickle in and a release 21 s late: an honest voter is told that it is looked up again, and no more', async () => {
  const phone = await product().phoneOf('小李');
  const code = await castOn(phone);
  await trickle(12, 2.5 * minute);
  await passPromiseBy('小李', 21_000);

  await phone.open(receiptPage(code));
  await phone.sees('票已收到，正在再查');
  await phone.sees(
    /^应当 \d+:\d\d 前写进公开账册，还没有见到。有时会慢几分钟，这里每分钟再查一次；到 \d+:\d\d 还没有，就告诉您怎么办$/,
  );
  await expectNoAlarm(phone);
  await phone.picture('1-late');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.tap('button', '再核对一次');
  await phone.sees('票已收到，正在再查');
  await expectNoAlarm(phone);
  await phone.open('pages/mine/mine');
  await phone.sees(/票已收到，正在再查/);
  await phone.picture('2-late-mine');

  await count();
  await phone.open(receiptPage(code));
  await phone.sees('已进公开账册，本机核对无误');
  await phone.picture('3-in-time-after-all');
}, 240_000);

test('a ballot that is lost is missed ten minutes after its promise, and found again if it comes', async () => {
  const phone = await product().phoneOf('小王', { width: 320, height: 640, scale: 1.5 });
  const code = await castOn(phone);
  const waiting = connect(product().cloud.url).database().collection('ballots').where({ batch: null });
  const { data: lost } = expectDone(await waiting.get()) as { data: object[] };
  expect(lost).toHaveLength(1);
  expectDone(await waiting.remove());
  await count();
  product().letPass(minute);

  // As the phone's own store writes it.
  const { data } = JSON.parse(await phone.kept('receipts')) as { data: [{ receipt: { promisedAt: number } }] };
  const [{ receipt }] = data;
  product().letPass(receipt.promisedAt + patience - 2 * minute - product().now);
  await count();
  await phone.open(receiptPage(code));
  await phone.sees('票已收到，正在再查');
  await expectNoAlarm(phone);
  await phone.picture('4-lost-looked-up-again');
  expect(await layoutComplaints(phone)).toEqual([]);

  product().letPass(2 * minute);
  await phone.open(receiptPage(code));
  await phone.sees('账册里没有找到这张票');
  await phone.find('button', /^拨打监督电话/).waitFor();
  await phone.picture('5-alarm');
  await phone.open('pages/mine/mine');
  await phone.sees(/核对没有通过/);

  expectDone(await connect(product().cloud.url).database().collection('ballots').add(lost));
  product().letPass(60 * minute);
  await count();
  product().letPass(60 * minute);
  await count();
  await phone.open(receiptPage(code));
  await phone.sees('已进公开账册，本机核对无误');
}, 240_000);
