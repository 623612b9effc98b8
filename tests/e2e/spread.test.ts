import { chats, openGroupIdOf } from '../../scripts/preview/identities';
import { publishPoll } from '../../scripts/trial/publish-poll';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, choose, pollPage, receivedCode, review } from './support/voting';

const product = useProduct();
const hour = 60 * 60 * 1000;
/** The product's morning, see `Product`. */
const morning = Date.parse('2026-11-23T10:30:00+08:00');

/** WeChat's number for a card in a group that carries which group it is. */
const groupCard = 1044;

function groupOf(chat: string): string {
  const found = chats.find(({ id }) => id === chat);
  if (!found) throw new Error(`there is no chat ${chat}`);
  return openGroupIdOf(found);
}

/** A poll of the neighbours of building 3 alone. */
function groupPoll(title = '3 号楼要不要装雨棚'): Promise<string> {
  return publishPoll(product().cloud.url, { title, chatGroups: [groupOf('building3')], now: morning });
}

async function openFromGroup(phone: Phone, chat: string, page: string): Promise<void> {
  await phone.openCard(page, { scene: groupCard, chat });
  await phone.find('heading', /项候选$/).waitFor();
}

describe('a poll of a chat group', () => {
  test('takes the vote of a member who opens its card in the group', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('小李');
    await openFromGroup(phone, 'building3', pollPage(pollId));
    await phone.picture('1-member');
    await choose(phone, 1);
    await review(phone);
    await castIt(phone);
    await receivedCode(phone);
    await phone.picture('2-received');
  });

  test('can be read from anywhere, and says where to open it to vote', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('小张');
    await phone.open(pollPage(pollId));
    await phone.sees('这是群里的投票');
    await phone.sees('要投票，请从群里的卡片打开');
    expect(await phone.screen.getByRole('checkbox').count()).toBe(0);
    expect(await phone.screen.getByRole('button', { name: /核对|看回执|看计票|投/ }).count()).toBe(0);
    await phone.picture('3-elsewhere');
  });

  test('tells members of another group that it is not theirs', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('陈叔');
    await openFromGroup(phone, 'building5', pollPage(pollId));
    await phone.sees('这个投票不在这个群里办');
    await phone.picture('4-other-group');
  });

  test('asks whoever left it open too long to open it from the card again, and keeps the choices', async () => {
    const pollId = await groupPoll();
    const phone = await product().phoneOf('王阿姨');
    await openFromGroup(phone, 'building3', pollPage(pollId));
    await choose(phone, 1);
    product().letPass(2 * hour + 60_000);
    await review(phone);
    await castIt(phone);
    await phone.sees('打开的时间太久了');
    await phone.picture('5-expired');
    await openFromGroup(phone, 'building3', pollPage(pollId));
    await review(phone);
    await castIt(phone);
    await receivedCode(phone);
  });
});
