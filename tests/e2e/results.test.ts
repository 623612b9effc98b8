import { layoutComplaints } from './support/layout';
import { useProduct } from './support/product';
import { candidateCount, pollPage, resultsPage } from './support/voting';

const product = useProduct();

test('a live poll shows its ranking with the time of the count, the shares and the cut-off line', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('services'));
  await phone.sees('票数截至');
  await phone.sees('满 20 票更新一次，人少时每小时更新');
  await phone.sees('前 10 名将入选');
  const rows = phone.screen.getByRole('link', { name: /^第\s*\d+\s*名/ });
  expect(await rows.count()).toBe(20);
  const votes = (await rows.locator('.rank__votes').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  expect(votes).toEqual([...votes].sort((a, b) => b - a));
  await phone.picture('1-live');
});

test('a poll that publishes daily hides its counts and says until when and why', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('village'));
  await phone.sees('票数还没有公布');
  await phone.sees('18:00');
  await phone.sees(/每天公布一次/);
  expect(await phone.screen.getByText(/\d 票$/).count()).toBe(0);
  await phone.picture('2-hidden-daily');
});

test('a poll that publishes after the close hides its counts until the end of the vote', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('renewal'));
  await phone.sees('票数还没有公布');
  await phone.sees(/投票结束后公布/);
  await phone.sees('截止后公布');
  await phone.sees('20:00');
  await phone.picture('3-hidden-till-close');
});

test('a poll that has ended shows its final count', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('volunteers'));
  await phone.sees('最终票数');
  await phone.sees('投票已结束，票数不再变动');
  await phone.picture('4-ended');
});

test('counts can be looked at by group', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('spaces'));
  await phone.tap('tab', '文体场所');
  await phone.screen.getByRole('tab', { name: '文体场所', selected: true }).waitFor();
  expect(await phone.screen.getByText(/前 6 名/).count()).toBe(0);
  await phone.picture('5-by-group');
});

test('the rules say when the count moves, and that it stands still at the end', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(pollPage('services'));
  await phone.sees('人少时每小时');
  await phone.picture('6-poll');
  await phone.tap('button', '评选规则');
  await phone.sees(
    /满 20 票更新一次，人少时每小时更新，免得看出一张票是谁投的。投票结束前几分钟不更新，结束后一起公布。/,
  );
  await phone.picture('7-rules');
});

describe('every look holds', () => {
  test.each([
    ['small and extra large', 'elder', { width: 320, height: 640, scale: 1.5 }],
    ['dark', 'dark', { theme: 'dark' }],
  ] as const)('%s', async (_, look, options) => {
    const phone = await product().phoneOf('小李', options);
    for (const pollId of ['services', 'renewal']) {
      await phone.open(resultsPage(pollId));
      await phone.sees(/满 20 票更新一次，人少时每小时更新/);
      await phone.picture(`8-${look}-${pollId}`);
      expect(await layoutComplaints(phone)).toEqual([]);
      await phone.open(pollPage(pollId));
      await phone.find('heading', candidateCount).waitFor();
      await phone.picture(`8-${look}-poll-${pollId}`);
      expect(await layoutComplaints(phone)).toEqual([]);
    }
  });
});
