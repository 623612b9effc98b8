import { at, byTwo, noticedAward, setTime, settle, type Team } from '../support/awarded-poll';
import { layoutComplaints } from './support/layout';
import { outcomePage } from './support/objecting';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct({ timers: false });
let team: Team;

beforeAll(async () => {
  team = await noticedAward(product().cloud, 'Notice');
});

const looks = [{ width: 320, scale: 1.5 }, { width: 375 }, { width: 375, theme: 'dark' as const }];

/** Looks at a page at every width, text size and colour. */
async function lookAt(picture: string, address: string, ready: string | RegExp): Promise<void> {
  for (const options of looks) {
    const phone = await product().phoneOf('王阿姨', { height: 2000, ...options });
    await phone.open(address);
    await phone.sees(ready);
    await phone.settles();
    const step = `${picture}-${Object.values(options).join('-')}`;
    await phone.picture(step);
    expect({ step, complaints: await layoutComplaints(phone) }).toEqual({ step, complaints: [] });
    await phone.close();
  }
}

const pollPage = (): string => `packages/voter/poll/poll?id=${team.pollId}`;

async function openedPoll(person: string): Promise<Phone> {
  const phone = await product().phoneOf(person);
  await phone.open(pollPage());
  await phone.sees(/实事甲/);
  return phone;
}

test('a person who knows nothing finds in three taps at most who is to be awarded, until when and where to object, and how it was worked out', async () => {
  const phone = await openedPoll('小李');
  let taps = 0;
  const tap = async (role: 'link' | 'button', name: string | RegExp): Promise<void> => {
    await phone.tap(role, name);
    taps += 1;
  };
  await tap('link', '拟表彰名单公示中，2月27日 24:00 前可以提异议');
  // Who.
  await phone.sees('拟表彰 2 件');
  await phone.find('link', /01.*实事甲.*第 1 名/).waitFor();
  await phone.find('link', /02.*实事乙.*第 2 名/).waitFor();
  await expect(phone.screen.getByText('实事丙').count()).resolves.toBe(0);
  // Until when, and where.
  await phone.sees('2月27日 24:00 前可以提异议');
  await phone.sees('5 个工作日');
  await phone.sees('市纪委监督室');
  await phone.find('button', '打电话 0595-12345').waitFor();
  await phone.sees('市府路1号');
  // How.
  await phone.sees('怎么算的');
  await phone.sees('按得票从多到少排名，前 2 件入选。');
  await phone.sees('没有作废的票。');
  expect(taps).toBeLessThanOrEqual(3);
  await tap('link', '看全部名次和得票');
  await phone.sees('实事丙');
  expect(taps).toBeLessThanOrEqual(3);
  await phone.back();
  await phone.tap('button', '提异议');
  await phone.sees('写明事由');
  await lookAt('1-notice', outcomePage('notice', team.pollId), '拟表彰 2 件');
  await lookAt('2-poll', pollPage(), '拟表彰名单公示中');
  await lookAt('3-not-awarded', outcomePage('awards', team.pollId), '还没有表彰');
});

test('what is behind its time is said to be late, on the poll’s page and on the notice', async () => {
  setTime(team.cloud, at('2026-03-02T10:00'));
  const phone = await openedPoll('小李');
  await phone.sees('表彰原定 2月28日，已推迟');
  await phone.tap('link', '公示已结束，还没有表彰，表彰原定 2月28日，已推迟');
  await phone.sees('公示已在 2月27日 24:00 结束');
  await phone.screen.getByRole('alert').filter({ hasText: '表彰原定 2月28日，已推迟' }).waitFor();
  await expect(phone.find('button', '提异议').count()).resolves.toBe(0);
  await lookAt('4-late', outcomePage('notice', team.pollId), '公示已在 2月27日 24:00 结束');
});

test('the award is told on the poll, the candidate and the page of its own, and one that is revoked stays in its place', async () => {
  setTime(team.cloud, at('2026-03-02T11:00'));
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(team.cloud);
  const phone = await openedPoll('小李');
  await phone.tap('link', '已表彰 2 件，看表彰决定');
  await phone.sees('表彰决定');
  await phone.sees('6 张有效选票，公示 5 个工作日，表彰以下 2 件。');
  await phone.tap('link', /01.*实事甲.*第 1 名/);
  await phone.sees('已表彰，第 1 名。');

  const [candidateId = ''] = team.ids;
  const revoke = { kind: 'revokeAward' as const, candidateId, reason: '申报的验收报告不属实。', clause: '规则第六条' };
  expect(await byTwo(team, revoke)).toMatchObject({ ok: true });
  await settle(team.cloud);
  const reader = await openedPoll('王阿姨');
  await reader.tap('link', '已表彰 2 件，其中 1 件已撤销');
  await reader.find('link', /01.*实事甲.*3月2日撤销/).waitFor();
  await reader.find('link', /02.*实事乙.*第 2 名/).waitFor();
  await reader.sees('申报的验收报告不属实。');
  await reader.sees('依据：规则第六条');
  await reader.tap('link', '核对一张证书');
  await reader.sees('编号印在证书下方，十位数字和字母。');
  await reader.back();
  await reader.tap('link', /01.*实事甲/);
  await reader.sees('表彰已撤销，原因写在表彰决定里。');
  await lookAt('5-awards', outcomePage('awards', team.pollId), '撤销说明');
  await lookAt('6-candidate', `packages/voter/candidate/candidate?poll=${team.pollId}&id=${candidateId}`, /表彰已撤销/);
});
