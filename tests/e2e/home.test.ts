import { useProduct } from './support/product';

const product = useProduct();

test('home shows an open poll large, then the other open ones, those to come and those that have ended', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open();
  await phone.sees('更多评选');
  const headings = phone.screen.getByRole('heading').filter({ hasText: /^(更多评选|即将开始|已结束)$/ });
  expect(await headings.allTextContents()).toEqual(['更多评选', '即将开始', '已结束']);
  await phone.find('link', /我为云川出点子.*开始投票/).waitFor();
  await phone.find('link', /第二届十佳志愿服务项目.*已截止/).waitFor();
  await phone.picture('1-home');
});

test('search finds a poll by a part of its title, and says so when there is none', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open();
  await phone.sees('更多评选');
  await phone.type('搜评选名称', '好邻居');
  await phone.sees('搜索结果');
  expect(await phone.screen.getByRole('link').count()).toBe(1);
  await phone.find('link', /身边好邻居/).waitFor();
  await phone.picture('2-found');

  await phone.type('搜评选名称', '没有这样的评选');
  await phone.sees('没有找到“没有这样的评选”');
  await phone.picture('3-nothing-found');
  await phone.tap('button', '看全部评选');
  await phone.sees('更多评选');
});

test('without a network home says so, and opens when the network is back', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open();
  await phone.sees('更多评选');
  await phone.goOffline();
  await phone.pullToRefresh();
  await phone.picture('4-offline');
  await phone.goOnline();
  await phone.pullToRefresh();
  await phone.sees('更多评选');
});
