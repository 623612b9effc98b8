import { useProduct } from './support/product';
import { resultsPage } from './support/voting';
import { eventually } from '../support/eventually';

const product = useProduct();
const stands = /没有连上网络，.+以后的票数还没有收到/;

test('a live ranking that has lost the network says so and since when, keeps its figures, and goes on by itself', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('services'));
  await phone.find('link', /社区长者食堂/).waitFor();
  expect(await phone.text(stands).count()).toBe(0);
  await phone.goOffline();
  await phone.sees(stands);
  await phone.picture('1-offline');
  await phone.find('link', /社区长者食堂/).waitFor();
  await phone.goOnline();
  await eventually(async () => expect(await phone.text(stands).count()).toBe(0));
});

test('so does one whose network is there and whose questions nobody answers', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage('services'));
  await phone.find('link', /社区长者食堂/).waitFor();
  await phone.loseTheCloud();
  await phone.sees(stands);
});
