import { sendCard } from './cards';
import { field, nextStep, openCard, organiserPage, saved } from './organising';
import type { Phone } from './phone';
import type { Product } from './product';

/** From the home page to a draft for chat groups, on the page that binds them. @returns its id */
export async function makeGroupPoll(product: Product, phone: Phone, title: string): Promise<string> {
  await phone.open();
  await phone.tap('link', '您也可以办一个评选');
  await phone.tap('radio', /^空白/);
  await field(phone, '团队里怎么称呼您').fill(phone.person);
  await phone.tap('button', '用这个模板开始');
  await phone.find('heading', '基本信息').waitFor();
  await field(phone, '标题').fill(title);
  await field(phone, '主办方').fill('幸福里社区居委会');
  await field(phone, '简介').fill('雨棚由维修资金出，请 3 号楼的各家投一票。');
  await saved(phone);
  await nextStep(phone, '时间安排');
  await phone.tap('switch', '发布后马上开始投票');
  await nextStep(phone, '投票规则');
  await phone.tap('switch', /只给群里的人投/);
  await phone.find('link', /绑定群/).scrollIntoViewIfNeeded();
  await phone.picture('group-1-rule');
  await saved(phone);
  await phone.tap('link', /绑定群/);
  await phone.sees('还没有绑定群');
  await phone.picture('group-2-none');
  const { polls } = await product.organiserOf(phone.person).get('poll.mine', {});
  return polls.find((poll) => poll.title === title)?.id ?? '';
}

/** The organiser sends the page's card into the group, opens it there and gives the group a name. */
export async function bindFromCard(
  phone: Phone,
  { pollId, group, name }: { pollId: string; group: string; name: string },
): Promise<void> {
  await phone.tap('button', '发到群里去绑定');
  const card = await sendCard(phone, group);
  expect(card.path).toBe(organiserPage('chat-groups', pollId));
  await openCard(phone, card.title, phone.person);
  await field(phone, '群名').fill(name);
  await phone.tap('button', '绑定这个群');
  await phone.find('listitem', name).waitFor();
  await phone.picture('group-3-bound');
}

export async function addCandidates(phone: Phone, pollId: string, names: readonly string[]): Promise<void> {
  await phone.open(organiserPage('candidates', pollId));
  for (const name of names) {
    await phone.tap('button', '添加候选');
    await field(phone, '名称').fill(name);
    await phone.tap('button', /^保存$/);
    await phone.find('link', new RegExp(name)).waitFor();
  }
}

export async function publish(phone: Phone, pollId: string): Promise<void> {
  await phone.open(organiserPage('edit', pollId));
  for (const step of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, step);
  await phone.sees('都齐了，可以发布');
  await phone.tap('button', '发布');
  await phone.page.locator('.modal').getByText('发布', { exact: true }).last().tap();
  await phone.sees('发给大家');
}
