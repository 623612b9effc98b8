import { at, byTwo, noticedAward, setTime, settle, type Team } from '../support/awarded-poll';
import { readsAsMeant } from './support/aloud';
import { outcomePage } from './support/objecting';
import { useProduct } from './support/product';
import { pollPage } from './support/voting';
import { outcomeVisits, prepareOutcome } from './support/visits/outcome';

const product = useProduct({ timers: false });
let team: Team;

test('who is to be awarded, how one objects, and who is awarded is heard', async () => {
  team = await noticedAward(product().cloud, 'Aloud');
  const phone = await product().phoneOf('小李');
  await phone.open(outcomePage('notice', team.pollId));
  await phone.find('button', /提醒我$/).waitFor();
  await readsAsMeant(phone, '9-notice');
  await phone.open(outcomePage('objection', team.pollId));
  await phone.sees(/写明事由/);
  await readsAsMeant(phone, '10-objection');
  await phone.open(pollPage(team.pollId));
  await phone.sees('实事乙');
  await readsAsMeant(phone, '30-poll-on-notice');

  setTime(product().cloud, at('2026-02-28T09:00'));
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(product().cloud);
  await phone.open(outcomePage('awards', team.pollId));
  await phone.sees('实事乙');
  await readsAsMeant(phone, '11-awards');
});

describe('objections', () => {
  const noticed = useProduct({ timers: false });
  beforeAll(() => prepareOutcome(noticed()));

  test.each([
    ['12-objections', 'objections', '小李'],
    ['13-my-objections', 'objections-mine', '小李'],
  ])('%s, and what became of them, are heard', async (name, picture, person) => {
    const visit = outcomeVisits.find((each) => each.picture === picture);
    const phone = await noticed().phoneOf(person);
    await phone.open(visit?.address());
    await phone.sees(visit?.ready ?? '');
    await readsAsMeant(phone, name);
  });
});
