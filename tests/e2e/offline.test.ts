import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();

test('without a network the selection stays, and one more try casts that ballot once', async () => {
  const phone = await product().phoneOf('小李');
  const voter = product().voterOf('小李');
  await openPoll(phone, 'services');
  await choose(phone, 3);
  await review(phone);
  await phone.goOffline();
  await castIt(phone);
  await phone.sees('没有连上网络');
  await phone.sees(/您的选择还在/);
  await phone.picture('1-offline');

  await phone.goOnline();
  await castIt(phone);
  await receivedCode(phone);
  await phone.picture('2-received');
  const { ballots } = await voter.get('ballot.mine', { pollId: 'services' });
  expect(ballots).toHaveLength(1);
});

test('an answer that is lost on its way leaves one ballot, and the retry brings its receipt', async () => {
  const phone = await product().phoneOf('小王');
  const voter = product().voterOf('小王');
  await openPoll(phone, 'services');
  await choose(phone, 3);
  await review(phone);
  await phone.loseNextAnswer('ballot.cast');
  await castIt(phone);
  await phone.sees(/再试一次|投票成功/);
  await phone.picture('3-answer-lost');
  if (await phone.text('再试一次').isVisible()) await castIt(phone);
  const code = await receivedCode(phone);
  const { ballots } = await voter.get('ballot.mine', { pollId: 'services' });
  expect(ballots.map(({ receipt }) => receipt.code)).toEqual([code]);
});
