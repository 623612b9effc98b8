import { useProduct } from './support/product';
import { candidateCount, castIt, choose, openPoll, pollPage, receivedCode, review, sheet } from './support/voting';

const product = useProduct();
const noRoom = 'error:code=EXCEED_REQUEST_LIMIT,function=voter';

test('a ballot for which there is no room waits by itself and is cast once', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, 'services');
  await choose(phone, 3);
  await review(phone);
  const mend = product().cloud.injectFaults(`${noRoom},action=insertDocument`);
  await castIt(phone);
  await phone.sees('人多，正在排队');
  await phone.sees(/^约 \d+ 秒后再试$/);
  await phone.picture('1-queueing');
  await phone.becomes({ width: 320, height: 640, scale: 1.5, theme: 'light' });
  await phone.picture('2-queueing-narrow-large');
  await phone.becomes({ width: 375, height: 700, scale: 1, theme: 'dark' });
  await phone.picture('3-queueing-dark');
  mend();
  await receivedCode(phone);
  const { ballots } = await product().voterOf('小李').get('ballot.mine', { pollId: 'services' });
  expect(ballots).toHaveLength(1);
});

test('whoever leaves the queue keeps the choices, and may cast them with the next try', async () => {
  const phone = await product().phoneOf('小王');
  await openPoll(phone, 'services');
  await choose(phone, 3);
  await review(phone);
  const mend = product().cloud.injectFaults(`${noRoom},action=insertDocument`);
  await castIt(phone);
  await phone.sees('人多，正在排队');
  await sheet(phone).getByRole('button', { name: '先不等了' }).tap();
  await phone.sees(/还没有收到回执/);
  await phone.picture('4-left');
  mend();
  await castIt(phone);
  await receivedCode(phone);
});

test('a page for which there is no room says so, and opens', async () => {
  const phone = await product().phoneOf('小周');
  const mend = product().cloud.injectFaults(noRoom);
  await phone.open(pollPage('services'));
  await phone.sees('人多，正在排队');
  await phone.sees(/^约 \d+ 秒后再试$/);
  await phone.picture('5-page-queueing');
  await phone.becomes({ width: 320, height: 640, scale: 1.5, theme: 'dark' });
  await phone.picture('6-page-queueing-narrow-dark');
  mend();
  await phone.find('heading', candidateCount).waitFor();
});
