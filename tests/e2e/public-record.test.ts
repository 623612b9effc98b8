import { readyPoll, type OrganiserClient } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { openPoll } from './support/voting';

const product = useProduct();
const minute = 60_000;
const owner = (): OrganiserClient => product().organiserOf('赵敏');

/** Two lives of what an instance remembers. */
const untilEverybodyKnows = (): void => product().letPass(minute);

async function openedPoll(change: object = {}): Promise<string> {
  const now = product().now;
  const stages = { voting: now, verifying: now + 3 * 24 * 60 * minute };
  const pollId = await readyPoll(owner(), {
    opensAtOnce: true,
    stages,
    latestEnd: stages.verifying + 24 * 60 * minute,
    ...change,
  });
  await owner().add(pollId, '智慧停车');
  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  return pollId;
}

/** Which procedures this phone asks the voter function. */
function proceduresOf(phone: Phone): string[] {
  const asked: string[] = [];
  phone.page.on('request', (request) => {
    const procedure = /"procedure":"([\w.]+)"/.exec((request.postData() ?? '').replace(/\\"/g, '"'))?.[1];
    if (request.url().includes('/functions') && procedure) asked.push(procedure);
  });
  return asked;
}

test('what organisers are told is public stands in the rules that a resident opens', async () => {
  const pollId = await openedPoll({
    purpose: '评出居民最认可的三件实事',
    hotline: '0871-6312 3456',
    approval: '云政办〔2026〕18号',
    implementers: '云川市文化馆、云川市图书馆',
    coOrganisers: '云川日报社',
  });
  const phone = await product().phoneOf('小李', { height: 1600 });
  await openPoll(phone, pollId);
  await phone.sees('承办：云川市文化馆、云川市图书馆');
  await phone.sees('协办：云川日报社');
  await phone.tap('button', '评选规则');
  const rules = phone.screen.getByRole('dialog', { name: '评选规则' });
  await rules.getByText('评出居民最认可的三件实事').waitFor();
  await rules.getByText('有异议请到物业办公室，工作日九点到五点。').waitFor();
  await rules.getByText('0871-6312 3456').waitFor();
  await rules.getByText('请大家选出最喜欢的一项。').waitFor();
  await rules.getByText('云政办〔2026〕18号').waitFor();
  await rules.getByText('云川市文化馆、云川市图书馆', { exact: true }).waitFor();
  await rules.getByText(/主办方可以延后，最晚到 11月27日/).waitFor();
  await rules.getByText(/只有这几种票会作废/).waitFor();
  await rules.getByText(/负责人一个人可以办理/).waitFor();
  await phone.picture('1-rules');
});

test('a poll that was changed says so to who has seen it before, and the record tells what, why, before and after', async () => {
  const pollId = await openedPoll({ hotline: '0871-1111 1111' });
  const phone = await product().phoneOf('小李', { height: 1600 });
  await openPoll(phone, pollId);
  await phone.find('button', '评选规则').waitFor();
  expect(await phone.screen.getByText(/变更/).count()).toBe(0);

  await owner().save(pollId, { hotline: '0871-2222 2222' }, '原来的电话停用了');
  const { stages } = (await owner().get('poll.load', { pollId })).poll;
  const endAt = stages.verifying + 60 * minute;
  await owner().get('act.propose', { pollId, act: { kind: 'extend', endAt, reason: '方便外出的居民' } });
  untilEverybodyKnows();

  const asked = proceduresOf(phone);
  await openPoll(phone, pollId);
  await phone.sees('您上次看过以后，有 2 处变更');
  await phone.sees(/^最近：延长投票 · 今天/);
  await phone.picture('2-news');
  expect(asked).toEqual(['poll.get']);

  await phone.tap('link', /有 2 处变更/);
  await phone.sees('延长投票');
  await phone.sees('一人办理');
  await phone.sees('理由：方便外出的居民');
  await phone.sees('投票截止');
  await phone.sees('改了监督电话');
  await phone.sees('理由：原来的电话停用了');
  await phone.sees('0871-1111 1111');
  await phone.sees('0871-2222 2222');
  const order = await phone.screen.getByText(/^(延长投票|改了监督电话)$/).allInnerTexts();
  expect(order).toEqual(['延长投票', '改了监督电话']);
  await phone.picture('3-record');
  expect(await layoutComplaints(phone)).toEqual([]);

  await phone.back();
  await phone.sees('变更记录 2 处');
  expect(await phone.screen.getByText(/您上次看过以后/).count()).toBe(0);

  const newcomer = await product().phoneOf('小王');
  await openPoll(newcomer, pollId);
  await newcomer.sees('变更记录 2 处');
  expect(await newcomer.screen.getByText(/您上次看过以后/).count()).toBe(0);
});

test('what happened to a candidate is in the record and on its page, with the reason and by how many', async () => {
  const pollId = await openedPoll();
  const [first, , last] = (await owner().get('candidate.list', { pollId })).candidates;
  const candidateId = last?.id ?? '';
  const change = { unit: '市交管局', criteria: [{ criterion: 'innovation' as const, text: '车位共享，错时开放。' }] };
  await owner().get('candidate.save', { pollId, candidateId, version: last?.version ?? 0, change, reason: '补上单位' });
  const paused = { kind: 'freezeCandidate' as const, candidateId: first?.id ?? '', reason: '材料正在核实' };
  await owner().get('act.propose', { pollId, act: paused });
  const gone = { kind: 'withdrawCandidate' as const, candidateId, reason: '单位申请退出' };
  await owner().get('act.propose', { pollId, act: gone });
  untilEverybodyKnows();
  const phone = await product().phoneOf('小李', { height: 1600 });
  await phone.open(`packages/voter/changes/changes?id=${pollId}`);
  await phone.sees('候选“智慧停车”退出评选');
  await phone.sees('理由：单位申请退出');
  await phone.sees('暂停候选“第一项”');
  await phone.sees('改了候选“智慧停车”的单位、评选标准说明');
  await phone.sees('市交管局');
  await phone.sees('车位共享，错时开放。');
  await phone.picture('4-candidates');
  await phone.open(`packages/voter/candidate/candidate?poll=${pollId}&id=${candidateId}`);
  await phone.sees(/退出评选，不再接受投票，也不排名次。理由：单位申请退出（一人办理）/);
});

test('a poll that is called off tells its residents the reason, and that one person did it', async () => {
  const pollId = await openedPoll();
  await owner().get('act.propose', { pollId, act: { kind: 'withdraw', reason: '场地原因取消' } });
  untilEverybodyKnows();
  const phone = await product().phoneOf('小李');
  await phone.open(`packages/voter/poll/poll?id=${pollId}`);
  await phone.sees('这个评选已经取消');
  await phone.sees('主办方的说明：场地原因取消。由负责人一人办理。');
});

test('a long record comes in pages as one reads on, to its first entry', async () => {
  const pollId = await openedPoll();
  const long = '一字一句写明白，'.repeat(120).slice(0, 900);
  for (let count = 1; count <= 45; count++) {
    await owner().save(pollId, { purpose: `第 ${count} 稿。${count % 9 === 0 ? long : ''}` }, `第 ${count} 次改`);
  }
  untilEverybodyKnows();
  const phone = await product().phoneOf('小李');
  await phone.open(`packages/voter/changes/changes?id=${pollId}`);
  await phone.sees('理由：第 45 次改');
  for (let turn = 0; turn < 30 && (await phone.screen.getByText('没有更早的了').count()) === 0; turn++) {
    await phone.screen.locator('.page-scroll').evaluate((node) => node.scrollTo(0, node.scrollHeight));
    await phone.page.waitForTimeout(300);
  }
  await phone.sees('理由：第 1 次改');
  expect(await phone.screen.getByText(/^理由：第 \d+ 次改$/).count()).toBe(45);
});

test('a poll whose record is empty says so', async () => {
  const pollId = await openedPoll();
  const phone = await product().phoneOf('小李');
  await phone.open(`packages/voter/changes/changes?id=${pollId}`);
  await phone.sees('发布以后没有变更');
});

describe.each([
  [{ width: 320, height: 640, scale: 1.5 }],
  [{ width: 375, theme: 'dark' as const }],
  [{ width: 375, scale: 1.25 }],
])('at %j', (options) => {
  test('the head of a changed poll and its record are laid out for fingers and screen readers', async () => {
    const pollId = await openedPoll();
    const person = `小吴${Object.values(options).join('')}`;
    const phone = await product().phoneOf(person, options);
    await openPoll(phone, pollId);
    await phone.find('button', '评选规则').waitFor();
    const long = '把居民反映最多的难题一件一件办到底，办一件成一件。0871-6312-3456-8001-6312-3456-8001-6312-3456';
    await owner().save(
      pollId,
      { purpose: long, objectionChannel: long, hotline: '0871-6312 3456 转 8001' },
      long.repeat(2),
    );
    const { stages } = (await owner().get('poll.load', { pollId })).poll;
    const act = { kind: 'extend' as const, endAt: stages.verifying + 60 * minute, reason: long };
    await owner().get('act.propose', { pollId, act });
    untilEverybodyKnows();
    const name = Object.values(options).join('-');
    await openPoll(phone, pollId);
    await phone.sees('您上次看过以后，有 2 处变更');
    await phone.picture(`at-${name}-1-poll`);
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.tap('link', /有 2 处变更/);
    await phone.sees(/^理由：把居民/);
    await phone.picture(`at-${name}-2-record`);
    expect(await layoutComplaints(phone)).toEqual([]);
    await phone.screen.locator('.page-scroll').evaluate((node) => node.scrollTo(0, 600));
    await phone.picture(`at-${name}-3-record-below`);
  });
});
