import { closeDelay } from '../../cloudfunctions/shared/domain/counting/release';
import { awardDraft } from '../support/award-draft';
import { eventually } from '../support/eventually';
import type { OrganiserClient } from '../support/organiser-client';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { field, organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct();
const minute = 60_000;
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const voteEnd = at('2026-11-25T16:00');
let pollId = '';
let ids: string[] = [];
const owner = (): OrganiserClient => product().organiserOf('小李');

/** Goes on to an instant. */
function goTo(instant: number): void {
  product().letPass(instant - product().now);
}

async function until(done: () => Promise<void>): Promise<void> {
  await eventually(async () => {
    product().letPass(minute);
    await product().cloud.fireTimer('scheduler');
    await done();
  });
}

beforeAll(async () => {
  pollId = await owner().create('services', '年度为民实事');
  const draft = awardDraft({
    voting: product().now,
    verifying: voteEnd,
    notice: at('2026-11-26T09:00'),
    awarded: at('2026-12-04T10:00'),
  });
  await owner().save(pollId, draft);
  for (const name of ['老旧小区加装电梯', '社区长者食堂', '转角口袋公园']) await owner().add(pollId, name);
  await owner().invite(pollId, product().voterOf('小王').openid, 'reviewer');
  await owner().get('act.propose', { pollId, act: { kind: 'publish' } });
  ids = (await owner().get('candidate.list', { pollId })).candidates.map(({ id }) => id);
  product().letPass(2 * minute);
  for (const [place, count] of [3, 2, 1].entries()) {
    for (let nth = 0; nth < count; nth++) {
      expect(
        await product()
          .voterOf(`居民${place}${nth}`)
          .cast(pollId, [ids[place] ?? '']),
      ).toMatchObject({ ok: true });
    }
  }
});

/** A page on the smallest phone, with large text, in the dark. */
async function small(person: string, page: string, seen: string | RegExp, picture: string): Promise<void> {
  const phone = await product().phoneOf(person, { width: 320, height: 640, scale: 1.5, theme: 'dark' });
  await phone.open(page);
  await phone.sees(seen);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture(picture);
}

/** On the page of acts: not the button that turns it down, whose name is longer. */
async function approve(phone: Phone, name: string): Promise<void> {
  await phone.screen.getByRole('button', { name: `同意${name}`, exact: true }).tap();
  await answerDialog(phone, [], '同意');
  await phone.sees('没有等待同意的事');
}

/** The second person looks at what waits, and agrees. */
async function agree(name: string): Promise<void> {
  const phone = await product().phoneOf('小王');
  await phone.open(organiserPage('after', pollId));
  await phone.tap('button', '去看一看，同意或不同意');
  await approve(phone, name);
}

async function openHub(phone: Phone): Promise<void> {
  await phone.open(organiserPage('manage', pollId));
  await phone.tap('link', /^投票之后/);
  await phone.find('heading', '核验').waitFor();
}

test('before the close there is nothing to do, and behind it the count is verified by two', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(organiserPage('after', pollId));
  await phone.sees('投票还没有截止');
  goTo(voteEnd + closeDelay + minute);
  await until(async () => {
    const { checks } = await owner().get('outcome.steps', { pollId });
    expect(checks.every(({ state }) => state === 'done')).toBe(true);
  });
  await openHub(phone);
  await phone.sees('有效选票 6');
  await phone.sees('服务器重新数过，和公开账册一样');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('1-verification');
  await phone.tap('button', '核验票数');
  await phone.sees('要另一位负责人或审核人同意才生效。');
  await field(phone, '说明').fill('两人核对过五项。');
  await phone.picture('2-certify');
  await phone.tap('button', '提出核验票数');
  await phone.sees(/提出核验票数，等另一位同意$/);
  await phone.picture('3-waiting');
  await agree('核验票数');
  await openHub(phone);
  await phone.sees('今天办完');
});

test('the notice goes up for five working days and no fewer, with who answers objections', async () => {
  goTo(at('2026-11-26T10:00'));
  const phone = await product().phoneOf('小李');
  await openHub(phone);
  await phone.sees('现在公示，最早到 12月3日 结束（满 5 个工作日）');
  await phone.sees('老旧小区加装电梯');
  await phone.picture('4-before-notice');
  await small('小李', organiserPage('after', pollId), /^现在公示/, '4-before-notice-320');
  await phone.tap('button', '张贴公示');
  await phone.sees('当天结束时到期，最早可选 12月3日');
  await phone.sees('5 个工作日');
  await phone.tap('button', '提出张贴公示');
  await phone.sees('请写明受理异议的单位');
  await field(phone, '受理异议的单位').fill('市纪委监督室');
  await field(phone, '电话').fill('0595-12345');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('5-notice-form');
  await phone.tap('button', '提出张贴公示');
  await phone.sees(/提出张贴公示，等另一位同意$/);
  await agree('张贴公示');
  await until(async () => {
    expect((await owner().get('outcome.steps', { pollId })).notice).toMatchObject({
      n: 1,
      until: at('2026-12-04T00:00'),
    });
  });
  await openHub(phone);
  await phone.sees('公示到 12月3日结束');
  await phone.sees('公示到 12月3日结束，第二天起可以表彰。');
  await phone.picture('6-notice-up');
});

test('an objection is taken up and answered on the phone, and blocks the award until then', async () => {
  const resident = product().organiserOf('王阿姨');
  await resident.take('objection.submit', {
    pollId,
    requestId: 'request-objection-1',
    kind: 'candidate',
    candidateId: ids[1],
    text: '介绍里写每天供餐三百份，我去看过，实际没有这么多，请查一查。',
    pictures: [],
    signed: { name: '王秀英', contact: '13800000000' },
  });
  goTo(at('2026-12-04T09:00'));
  const phone = await product().phoneOf('小王');
  await openHub(phone);
  await phone.sees('异议 2026-01 还没有答复，答复完才能表彰。');
  await phone.picture('7-blocked');
  await phone.tap('link', /^异议/);
  await phone.sees('署名：王秀英，13800000000');
  await phone.sees(/已超期$/);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('8-objections');
  await small('小王', organiserPage('objections', pollId), '异议 2026-01', '8-objections-320');
  await phone.screen.getByRole('button', { name: '受理异议 2026-01', exact: true }).tap();
  const sheet = phone.screen.getByRole('dialog', { name: '受理', exact: true });
  await sheet.getByRole('textbox').fill('反映供餐份数不实，受理。');
  await sheet.getByRole('button', { name: '受理', exact: true }).tap();
  await phone.sees('已受理，等答复');
  await phone.tap('button', '答复异议 2026-01');
  await phone.tap('button', '提出答复异议');
  await phone.sees('请写明答复');
  await phone.tap('radio', '不成立');
  await field(phone, '答复').fill('查了三个月的台账，平均每天三百一十份。');
  await phone.picture('9-answer');
  await phone.tap('button', '提出答复异议');
  const second = await product().phoneOf('小李');
  await second.open(organiserPage('acts', pollId));
  await second.sees('2026-01');
  await second.sees('查了三个月的台账，平均每天三百一十份。');
  await second.picture('10-approve-answer');
  await approve(second, '答复异议');
});

test('the award is proposed by one, agreed to by the other, and may be taken back with a reason', async () => {
  const phone = await product().phoneOf('小李');
  await openHub(phone);
  await phone.tap('button', '表彰');
  await phone.tap('button', '提出表彰');
  await answerDialog(phone, ['表彰“年度为民实事”？'], '提出');
  await phone.sees(/提出表彰，等另一位同意$/);
  await agree('表彰');
  await until(async () => expect((await owner().get('outcome.steps', { pollId })).awardedAt).toBeDefined());
  await openHub(phone);
  await phone.sees('第 1 名 · 已表彰');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('11-awarded');
  await small('小李', organiserPage('after', pollId), '第 1 名 · 已表彰', '11-awarded-320');
  await phone.tap('button', '撤销社区长者食堂');
  await phone.sees('社区长者食堂');
  await field(phone, '理由').fill('供餐台账是后补的。');
  await field(phone, '依据').fill('评选规则第五条');
  await phone.picture('12-revoke');
  await phone.tap('button', '提出撤销表彰');
  await answerDialog(phone, ['撤销“社区长者食堂”的表彰？'], '提出');
  await phone.sees('第 1 名 · 已表彰');
  const reviewer = product().organiserOf('小王');
  const [waiting] = (await reviewer.get('act.list', { pollId })).acts;
  await reviewer.get('act.approve', { pollId, actId: waiting?.id ?? '' });
  await until(async () => {
    const { winners } = await owner().get('outcome.steps', { pollId });
    expect(winners.find(({ candidateId }) => candidateId === ids[1])?.isRevoked).toBe(true);
  });
  await openHub(phone);
  await phone.sees('第 2 名 · 已撤销');
  await phone.picture('13-revoked');
});
