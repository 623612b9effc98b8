import { readsAsMeant } from './support/aloud';
import { useProduct } from './support/product';
import { castIt, openPoll, receivedCode, resultsPage, review, sheet } from './support/voting';

const product = useProduct();

test('a vote is heard from the home page to the receipt and the ranking', async () => {
  // The demonstration was filled in some seconds after its morning began: its counts are not to lie ahead.
  product().letPass(2 * 60_000);
  const phone = await product().phoneOf('小李');
  await phone.open();
  await phone.find('link', /十佳为民服务实事/).waitFor();
  await readsAsMeant(phone, '1-home');
  await openPoll(phone, 'services');
  await readsAsMeant(phone, '2-poll');
  await phone.tap('link', /01 老旧小区加装电梯/);
  await phone.sees('服务创新性');
  await readsAsMeant(phone, '3-candidate');
  await openPoll(phone, 'services');
  for (const name of ['老旧小区加装电梯', '社区长者食堂', '市民夜校']) await phone.tap('checkbox', new RegExp(name));
  await review(phone);
  await readsAsMeant(phone, '4-review');
  await castIt(phone);
  await receivedCode(phone);
  await readsAsMeant(phone, '5-received');
  await sheet(phone).getByRole('button', { name: '看回执' }).tap();
  await phone.sees('选票回执');
  await readsAsMeant(phone, '6-receipt');
  await openPoll(phone, 'services');
  await phone.find('button', /提醒我$/).waitFor();
  await readsAsMeant(phone, '7-poll-voted');
  await phone.open(resultsPage('spaces'));
  await phone.find('link', /名/).waitFor();
  await readsAsMeant(phone, '8-ranking');
});
