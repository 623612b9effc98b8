import { layoutComplaints } from './support/layout';
import { nextStep, organiserPage, saved } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { choose, openPoll, resultsPage, review, sheet } from './support/voting';

const product = useProduct();
const CLASS = 'outing';

async function toRules(phone: Phone): Promise<void> {
  const pollId = await product().organiserOf(phone.person).create('small', '班里去哪儿');
  await phone.open(organiserPage('edit', pollId));
  await phone.find('heading', '基本信息').waitFor();
  await nextStep(phone, '时间安排');
  await nextStep(phone, '投票规则');
}

test.each([
  ['at 375', 'plain', {}],
  ['small and extra large', 'elder', { width: 320, height: 640, scale: 1.5 }],
  ['dark', 'dark', { theme: 'dark' }],
] as const)(
  'an organiser chooses whether each ballot moves the count, and reads what voters will: %s',
  async (_, look, options) => {
    const phone = await product().phoneOf('赵敏', options);
    await toRules(phone);
    await phone.find('switch', /每票即时更新/).scrollIntoViewIfNeeded();
    await phone.sees(/票数每票即时更新。盯着票数看的人，可能猜出一张票是谁投的。/);
    await phone.picture(`1-${look}-each`);
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.tap('switch', /每票即时更新/);
    await phone.sees(/票数满 20 票更新一次，人少时每小时更新。/);
    expect(await phone.screen.getByText(/更新。盯着票数看的人/).count()).toBe(0);
    await saved(phone);
    await phone.tap('radio', '截止后');
    await phone.find('switch', /每票即时更新/).waitFor({ state: 'detached' });
  },
);

test.each([
  ['at 375', 'plain', {}],
  ['small and extra large', 'elder', { width: 320, height: 640, scale: 1.5 }],
  ['dark', 'dark', { theme: 'dark' }],
] as const)('where each ballot moves the count, voters are told before they vote: %s', async (_, look, options) => {
  const phone = await product().phoneOf('小李', options);
  await openPoll(phone, CLASS);
  await phone.picture(`2-${look}-poll`);
  await phone.tap('button', '评选规则');
  await phone.sees(/票数每票即时更新，盯着票数看的人，可能猜出一张票是谁投的，主办方也一样。/);
  await phone.picture(`3-${look}-rules`);
  await phone.tap('button', '知道了');
  await choose(phone, 1);
  await review(phone);
  await sheet(phone).getByText('不记名。但票数每票即时更新，盯着票数看的人，可能猜出一张票是谁投的。').waitFor();
  await phone.picture(`4-${look}-sheet`);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.open(resultsPage(CLASS));
  await phone.sees('每票即时更新');
});

test('elsewhere nobody is told that ballots could be guessed', async () => {
  const phone = await product().phoneOf('小王');
  await openPoll(phone, 'services');
  await choose(phone, 3);
  await review(phone);
  expect(await phone.screen.getByText(/猜/).count()).toBe(0);
});
