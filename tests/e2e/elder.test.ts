import { noticedPoll, type NoticedPoll } from '../support/noticed-poll';
import { layoutComplaints } from './support/layout';
import { outcomePage } from './support/objecting';
import type { Phone } from './support/phone';
import { plainComplaints } from './support/plain-look';
import { useProduct } from './support/product';
import { countSwipes } from './support/scrolls';
import { countEffort } from './support/taps';
import { castIt, openPoll, receivedCode, resultsPage, review, sheet } from './support/voting';

const short = { width: 320, height: 640, scale: 1.5 };

async function looked(phone: Phone, step: string): Promise<void> {
  await phone.picture(step);
  const complaints = [...(await layoutComplaints(phone)), ...(await plainComplaints(phone))];
  expect({ step, complaints }).toEqual({ step, complaints: [] });
}

/** From the home page of the standard version. */
async function changeToElder(phone: Phone): Promise<void> {
  await phone.open();
  await phone.tap('button', '换长辈版');
  await phone.find('link', /^我的回执/).waitFor();
}

describe('长辈版', () => {
  const product = useProduct();

  test('a ballot of three from the home page: three entries, whole cards, nothing to push sideways', async () => {
    const phone = await product().phoneOf('王阿姨');
    await changeToElder(phone);
    await looked(phone, '1-home');
    for (const entry of [/^去投票，.*还没投/, /^看票数/, /^我的回执，还没有投过票/])
      await phone.find('link', entry).waitFor();

    const [effort, swipes] = [await countEffort(phone, 'a ballot of three in 长辈版'), await countSwipes(phone)];
    await phone.tap('link', /^去投票/);
    await phone.find('heading', '请选 3 到 10 件').waitFor();
    await phone.sees(/^每天一票，.* 截止$/);
    await looked(phone, '2-poll');
    const open = phone.screen.getByRole('checkbox', { checked: false });
    const name = await open.first().locator('.card__name').innerText();
    // The whole card chooses: its picture too.
    await open.first().locator('.card__picture').tap();
    await phone.screen.getByRole('checkbox', { name, checked: true }).waitFor();
    await phone.sees('已选，再点就取消');
    await phone.sees('再选 2 件就能投');
    await phone.sees('共 20 件，往下看');
    for (let more = 0; more < 2; more += 1) await open.first().tap();
    await looked(phone, '3-chosen');
    await review(phone);
    // What is cast is said once more in words, with what cannot be undone.
    await sheet(phone).getByText(name, { exact: true }).waitFor();
    await phone.sees('投出后不能更改，不记名');
    await looked(phone, '4-review');
    await castIt(phone);
    const code = await receivedCode(phone);
    const [{ taps, typed }, swiped] = [await effort(), await swipes()];
    // The entry, three cards, and twice to be sure. Each card fills a screen, so each is reached by one swipe, or two where a name takes
    // two lines.
    expect([taps, typed]).toEqual([6, 0]);
    expect(swiped).toBeLessThanOrEqual(5);
    await looked(phone, '5-received');

    await sheet(phone).getByRole('button', { name: '看回执' }).tap();
    await phone.sees(code);
    await looked(phone, '6-receipt');
    await phone.open();
    await phone.find('link', /^去投票，.*已经投过/).waitFor();
    await phone.find('link', '我的回执，投过 1 票，都查得到').waitFor();
    await phone.tap('link', /^看票数/);
    await phone.sees('票数截至');
    await looked(phone, '7-results');
    await phone.open('pages/mine/mine');
    await phone.sees('回执');
    await looked(phone, '8-mine');
  });

  test('the choice is kept on this phone, works on a short one with text half as large again, and leads back', async () => {
    const phone = await product().phoneOf('小孙', short);
    await phone.open();
    await phone.sees('字看着小？长辈版字更大，一次只做一件事。');
    await phone.picture('10-offer');
    await phone.tap('button', '换长辈版');
    await phone.find('link', /^去投票/).waitFor();
    await phone.open();
    await phone.find('link', /^去投票/).waitFor();
    await looked(phone, '11-home-short');
    await openPoll(phone, 'services');
    await looked(phone, '12-poll-short');
    for (let chosen = 0; chosen < 3; chosen += 1)
      await phone.screen.getByRole('checkbox', { checked: false }).first().tap();
    await review(phone);
    await looked(phone, '13-review-short');
    await castIt(phone);
    await receivedCode(phone);
    await looked(phone, '14-received-short');
    await phone.open(resultsPage('services'));
    await phone.sees('票数截至');
    await looked(phone, '15-results-short');
    await openPoll(phone, 'services');
    await phone.tap('button', '换标准版');
    await phone.find('button', '换长辈版').waitFor();
    await phone.open();
    await phone.find('searchbox', '搜评选名称').waitFor();
    expect(await phone.screen.getByText(/^字看着小/).count()).toBe(0);
  });

  test('whoever reads text of the usual size is not asked, and in the dark everything stands out as well', async () => {
    const phone = await product().phoneOf('小周', { theme: 'dark' });
    await phone.open();
    await phone.sees('更多评选');
    expect(await phone.screen.getByText(/^字看着小/).count()).toBe(0);
    await phone.tap('button', '换长辈版');
    await phone.find('link', /^去投票/).waitFor();
    await looked(phone, '20-home-dark');
    await openPoll(phone, 'services');
    await phone.screen.getByRole('checkbox', { checked: false }).first().tap();
    await looked(phone, '21-poll-dark');
  });
});

describe('长辈版 after the vote', () => {
  const product = useProduct({ timers: false });
  let poll: NoticedPoll;
  beforeAll(async () => {
    poll = await noticedPoll(product().cloud);
  });

  test('the notice is read and an objection is written in it', async () => {
    const phone = await product().phoneOf('王阿姨');
    phone.expectMissingFile();
    await changeToElder(phone);
    for (const [page, landmark, step] of [
      ['notice', /公示/, '30-notice'],
      ['objections', '还没有异议', '31-objections'],
    ] as const) {
      await phone.open(outcomePage(page, poll.pollId));
      await phone.sees(landmark);
      await looked(phone, step);
    }
    await phone.tap('button', '提异议');
    await phone.sees('2月27日 24:00 前可以提。');
    await looked(phone, '32-object');
  });
});
