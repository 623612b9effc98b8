import { openGroupIdOf } from '../../scripts/preview/identities';
import { gongping } from '../../scripts/start/program';
import { publishPoll } from '../../scripts/trial/publish-poll';
import { eventually } from '../support/eventually';
import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { pollPage, resultsPage } from './support/voting';

const product = useProduct();

/** The neighbours of whoever tries the app alone: the panel's button, and what it came to. */
async function bringResidents(phone: Phone, outcome: string | RegExp): Promise<void> {
  await phone.page.getByRole('button', { name: '来 20 位居民' }).click();
  await phone.page.locator('.actions').getByText(outcome).waitFor();
}

async function standingsOf(pollId: string): Promise<{ ballots: number; votes: number }> {
  const standings = await product().voterOf('bystander').get('standings.get', { pollId });
  const counts = standings.hidden ? [] : Object.values(standings.counts);
  return { ballots: standings.ballots, votes: counts.reduce((sum, votes) => sum + votes, 0) };
}

test('twenty residents vote in the poll on the phone, and its count rises before one’s eyes', async () => {
  const before = await standingsOf('services');
  const phone = await product().phoneOf('小李', { isFramed: true });
  await phone.open(resultsPage('services'));
  await phone.sees(before.ballots.toLocaleString('en-US'));
  await bringResidents(phone, '20 位居民都投了，每人一票。');
  await phone.sees((before.ballots + 20).toLocaleString('en-US'));
  const after = await standingsOf('services');
  expect(after.ballots).toBe(before.ballots + 20);
  // Three to ten choices each.
  expect(after.votes - before.votes).toBeGreaterThanOrEqual(60);
  await phone.picture('1-services');
  expect(await layoutComplaints(phone)).toEqual([]);
});

test.each([
  ['groups with minimums and maximums', 'spaces'],
  ['one choice, a cap for each candidate', 'neighbours'],
  ['counts hidden until the close', 'renewal'],
])(
  'they keep the rules of a poll with %s',
  async (_, pollId) => {
    const before = await standingsOf(pollId);
    const phone = await product().phoneOf('小王', { isFramed: true });
    await phone.open(pollPage(pollId));
    await bringResidents(phone, '20 位居民都投了，每人一票。');
    // Another press brings others: nobody of them has voted before.
    await bringResidents(phone, '20 位居民都投了，每人一票。');
    await eventually(async () => expect((await standingsOf(pollId)).ballots).toBe(before.ballots + 40));
  },
  60_000,
);

test('where they cannot vote the panel says why', async () => {
  const phone = await product().phoneOf('小张', { isFramed: true });
  await phone.open();
  await phone.sees('更多评选');
  await bringResidents(phone, '先在手机上打开一个评选，再请居民来投。');
  await phone.open(pollPage('ideas'));
  await bringResidents(phone, '这个评选现在不收票：还没开始，或者已经截止。');
  await phone.open(pollPage('nowhere'));
  await bringResidents(phone, '打不开这个评选：POLL_NOT_FOUND');
  const chatGroups = gongping.chats.filter(({ kind }) => kind === 'group').map(openGroupIdOf);
  await phone.open(pollPage(await publishPoll(product().cloud.url, { chatGroups, now: product().now })));
  await bringResidents(phone, '这个评选只给绑定的微信群里的人投，这些居民不在群里，投不了。');
  await phone.picture('2-refused');
});
