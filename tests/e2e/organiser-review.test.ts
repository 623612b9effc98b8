import { readXlsx } from 'hucre';
import { drawPhoto } from '../preview/support/photo';
import { downloaded } from '../support/downloaded';
import { eventually } from '../support/eventually';
import { readyPoll, type OrganiserClient } from '../support/organiser-client';
import { runScript } from '../support/run-script';
import { layoutComplaints } from './support/layout';
import { organiserPage, pickFiles } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review } from './support/voting';

const product = useProduct();
const minute = 60_000;
const owner = (): OrganiserClient => product().organiserOf('赵敏');
const nominating = (pollId: string): string => `packages/participant/nominate/nominate?id=${pollId}`;

async function join(pollId: string, person: string, role: 'owner' | 'reviewer' | 'observer'): Promise<OrganiserClient> {
  const { token } = await owner().get('invitation.create', { pollId, role });
  const member = product().organiserOf(person);
  await member.get('invitation.accept', { token, myName: person });
  return member;
}

/** A dialog that WeChat draws over the page. */
async function answerDialog(phone: Phone, button: string): Promise<void> {
  await phone.page.getByRole('button', { name: button, exact: true }).last().tap();
}

async function published(title: string): Promise<string> {
  const pollId = await readyPoll(owner(), { title });
  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  return pollId;
}

test('residents’ nominations are accepted with their picture, returned with a reason, and merged; each proposer reads which', async () => {
  const pollId = await readyPoll(owner(), { nomination: { isOpen: true, perPerson: 3, guide: '推荐身边的好事。' } });
  await owner().add(pollId, '社区老年食堂');
  const resident = await product().phoneOf('王阿姨');
  await resident.open(nominating(pollId));
  await nominate(resident, '社区食堂');
  await resident.tap('button', '再推荐一个');
  await nominate(resident, '游泳池');
  await resident.tap('button', '再推荐一个');
  await resident.tap('button', '加图片');
  const buffer = await drawPhoto(resident.page, 1600, 1200);
  await pickFiles(resident, { name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  await resident.find('button', '去掉图片1').waitFor();
  await resident.picture('1-nominate');
  await nominate(resident, '楼道里的长椅');

  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('review', pollId));
  await phone.sees(/候选里已有名称相近的：3 号 社区老年食堂|社区食堂/);
  await phone.tap('button', '并入已有社区食堂');
  await phone.sees('“社区食堂”并入哪一个');
  await phone.screen.getByRole('button', { name: '03号社区老年食堂' }).waitFor();
  await phone.picture('2-merge');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.screen.getByRole('button', { name: '03号社区老年食堂' }).tap();
  await phone.page.getByText('把“社区食堂”并入“社区老年食堂”？').waitFor();
  await answerDialog(phone, '并入');
  await phone.find('button', '退回游泳池').waitFor();
  await phone.tap('button', '退回游泳池');
  await phone.type('例如：请补充实施的地点和时间', '没有这么大的空地。');
  await phone.tap('button', /^退回$/);
  await phone.find('button', '采用楼道里的长椅').waitFor();
  await phone.picture('3-with-picture');
  await phone.tap('button', '采用楼道里的长椅');
  await answerDialog(phone, '采用');
  await phone.sees('没有等待审核的推荐');

  await resident.tap('button', '看我的推荐');
  await resident.pullToRefresh();
  await resident.sees('已采用');
  await resident.sees('已经有了，并入“社区老年食堂”');
  await resident.sees('主办方的说明：没有这么大的空地。');
  await resident.picture('4-mine');
  await eventually(async () => {
    const { candidates } = await owner().get('candidate.list', { pollId });
    expect(candidates.at(-1)).toMatchObject({ name: '楼道里的长椅', pictures: [{ state: 'passed' }] });
  });
});

async function nominate(resident: Phone, name: string): Promise<void> {
  await resident.type('项目、人物或作品的名称', name);
  await resident.type('60 字以内，让人一看就懂', '老人走累了能歇一歇。');
  await resident.tap('button', '送出推荐');
  await resident.sees('已经送出');
}

test('the way from the editor to the nominating page’s card is one tap, and after publishing the card says that it is over', async () => {
  const pollId = await readyPoll(owner(), { title: '身边好事', nomination: { isOpen: true, perPerson: 1, guide: '' } });
  const phone = await product().phoneOf('赵敏', { isFramed: true });
  await phone.open(organiserPage('edit', pollId));
  for (const step of ['时间安排', '投票规则', '候选']) {
    await phone.tap('button', '下一步');
    await phone.find('heading', step).waitFor();
  }
  await phone.sees(/从现在收到发布为止/);
  await phone.tap('link', '请大家推荐，审收到的推荐');
  await phone.sees('没有等待审核的推荐');
  await phone.picture('5-collect');
  await phone.tap('button', '请大家推荐');
  await phone.page.getByRole('dialog').getByText('好友').tap();
  await phone.page.getByRole('button', { name: '“身边好事”请您推荐' }).waitFor();
  await phone.picture('5-card');
  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  await phone.page.getByLabel('点卡片的人').selectOption('王阿姨');
  await phone.page.getByRole('button', { name: '“身边好事”请您推荐' }).last().click();
  await phone.sees('现在不收推荐');
  await phone.sees(/候选已经定下/);
});

test('an administrator lists one poll and declines another; the home page and the team tell', async () => {
  const good = await published('等上首页的评选');
  const poor = await published('缺文号的评选');
  const asking = await product().phoneOf('赵敏');
  for (const pollId of [good, poor]) {
    await asking.open(organiserPage('manage', pollId));
    await asking.tap('link', /^放到公评首页/);
    await asking.sees('已申请，等平台管理员看。');
  }
  const { openid } = product().organiserOf('周主任');
  const grant = ['grant', 'administrator', '--openid', openid, '--name', '周主任', '--local', product().cloud.url];
  expect(await runScript('admin.ts', ...grant)).toMatchObject({ status: 0 });

  const desk = await product().phoneOf('周主任', { height: 1200 });
  await desk.open('packages/organiser/claim/claim');
  await desk.tap('link', '审核上首页');
  await desk.sees('缺文号的评选');
  expect(await layoutComplaints(desk)).toEqual([]);
  await desk.picture('6-listing');
  await desk.tap('button', '不同意缺文号的评选');
  await desk.type('例如：请补充批准文件的文号', '请补充批准文件的文号。');
  await desk.tap('button', /^不同意$/);
  await desk.find('button', '上首页等上首页的评选').waitFor();
  await desk.tap('button', '上首页等上首页的评选');
  await answerDialog(desk, '上首页');
  await desk.sees('没有等待上首页的评选');

  const resident = await product().phoneOf('小李');
  await resident.open();
  await resident.type('搜评选名称', '首页的评选');
  await resident.find('link', /等上首页的评选/).waitFor();
  expect(await resident.find('link', /缺文号的评选/).count()).toBe(0);
  await asking.open(organiserPage('manage', poor));
  await asking.sees('请补充批准文件的文号。');
  await asking.picture('7-declined');
  await asking.open(`packages/dashboard/dashboard/dashboard?id=${poor}`);
  await asking.sees(/首页/);
});

test('an observer sees acts, reasons and the trail, and nothing that changes anything', async () => {
  const pollId = await readyPoll(owner(), { secondPerson: true });
  await owner().add(pollId, '第三项');
  const second = await join(pollId, '钱进', 'owner');
  await join(pollId, '监督员老周', 'observer');
  const { act } = await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  await second.get('act.approve', { pollId, actId: act.id });
  product().letPass(2 * minute);
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('propose', pollId));
  await phone.tap('radio', /^暂停候选/);
  await phone.screen.getByText('选一个').tap();
  await phone.picture('8-pick');
  await phone.page.getByRole('button', { name: '确定' }).last().tap();
  await phone.type('写给所有人看，请说清楚为什么', '材料里的地点要核实。');
  await phone.tap('button', '提出暂停候选');
  await phone.sees('您提出的事要由另一位成员同意。');

  const observer = await product().phoneOf('监督员老周', { height: 1100 });
  await observer.open(organiserPage('manage', pollId));
  await observer.tap('link', /^大事/);
  await observer.sees('材料里的地点要核实。');
  await observer.sees('您的角色只看，不作决定。');
  expect(await observer.screen.getByRole('button', { name: /^(同意|不同意|撤回|提出)/ }).count()).toBe(0);
  await observer.picture('9-observer-acts');
  for (const name of ['candidates', 'team', 'review', 'trail', 'manage', 'channels']) {
    await observer.open(organiserPage(name, pollId));
    await observer.settles();
    await observer.picture(`10-observer-${name}`);
    const changing = /^(添加|从表格|邀请|移出|采用|退回|通过|不通过|保存|改|删|加一个|提出|同意)/;
    const offered = await observer.screen.getByRole('button', { name: changing }).allInnerTexts();
    expect({ name, offered }).toEqual({ name, offered: [] });
  }
  await observer.open(organiserPage('trail', pollId));
  await observer.sees('提出“暂停候选：第一项”');

  const colleague = await product().phoneOf('钱进');
  await colleague.open(organiserPage('acts', pollId));
  await colleague.tap('button', /^同意暂停候选/);
  await answerDialog(colleague, '同意');
  await colleague.sees('没有等待同意的事');
  const { candidates } = await owner().get('candidate.list', { pollId });
  expect(candidates.filter(({ standing }) => standing?.state === 'frozen')).toHaveLength(1);
});

test('whoever needs help asks at the counter: answers that come by themselves, then a person', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open('packages/help/organising/organising');
  await phone.tap('button', '联系客服');
  const chat = phone.page.getByRole('dialog', { name: '客服' });
  await chat.getByText(/大家常问[^]*怎么投票[^]*回复数字/).waitFor();
  await chat.getByLabel('消息').fill('怎么办评选');
  await chat.getByText('发送', { exact: true }).tap();
  await chat.getByText(/打开“我的”/).waitFor();
  await chat.getByLabel('消息').fill('请转人工');
  await chat.getByText('发送', { exact: true }).tap();
  await chat.getByText('已转人工').waitFor();
  await phone.picture('11-service');
  await chat.getByLabel('返回').tap();
  await phone.sees('请注意');
});

test('the three workbooks come out of the browser as files that another program reads', async () => {
  const pollId = await published('导出的评选');
  const voter = await product().phoneOf('小张');
  await openPoll(voter, pollId);
  await choose(voter, 1);
  await review(voter);
  await castIt(voter);
  await receivedCode(voter);
  await product().cloud.fireTimer('scheduler');
  const phone = await product().phoneOf('赵敏', { height: 1400 });
  const seen: Record<string, unknown[]> = {};
  for (const name of ['结果表', '参与情况表', '候选表']) {
    await phone.open(`packages/dashboard/dashboard/dashboard?id=${pollId}`);
    await phone.tap('button', new RegExp(`导出表格.*${name}`));
    const download = phone.page.waitForEvent('download');
    await phone.page.getByRole('dialog').getByText('下载', { exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/-导出的评选-.*\.xlsx$/);
    const { sheets } = await readXlsx(await downloaded(file));
    seen[name] = sheets.flatMap(({ rows }) => rows.flat());
  }
  expect(seen['结果表']).toEqual(expect.arrayContaining(['第一项', '第二项']));
  expect(seen['候选表']).toEqual(expect.arrayContaining(['编号', '名称', '第一项', '第二项']));
  expect(seen['参与情况表']).toEqual(expect.arrayContaining(['少于 10']));
  expect(JSON.stringify(seen)).not.toContain('oPreview');
});
