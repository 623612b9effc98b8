// One poll from its close to its certificates, as everybody lives through it on their own phone: two organisers, who lead it; an
// observer, who watches them; three residents, of whom two object and one only reads.
import path from 'node:path';
import { downloaded } from '../support/downloaded';
import { readAll } from '../support/read-all';
import { answerDialog } from './support/dialog';
import { outcomePage } from './support/objecting';
import { field, organiserPage, pick } from './support/organising';
import { useProduct } from './support/product';
import { at, candidates, first, second, Story } from './support/story';

const product = useProduct({ timers: false, websiteDir: path.resolve(__dirname, '../../dist/website') });

let story: Story;

/** Where the code on a certificate leads. @param scene as WeChat drew it */
const scannedPath = (scene = ''): string => `packages/receipt/verify/verify?scene=${encodeURIComponent(scene)}`;

async function verification(): Promise<void> {
  const phone = await story.opensHub(first);
  await phone.sees('有效选票 10');
  await story.look(phone, 'verification');
  await story.proposes(phone, '核验票数', () => field(phone, '说明').fill('两人核对过五项。'));
  await phone.sees(/提出核验票数，等另一位同意$/);
  await phone.close();
  await story.agreed(second, '核验票数', ['两人核对过五项。']);
}

async function notice(): Promise<void> {
  story.goTo(at('2026-11-26T10:00'));
  const phone = await story.opensHub(first);
  await phone.sees('现在公示，最早到 12月3日 结束（满 5 个工作日）');
  await story.proposes(phone, '张贴公示', async () => {
    await field(phone, '受理异议的单位').fill('市纪委监督室');
    await field(phone, '电话').fill('0595-12345');
    await story.look(phone, 'notice-form');
  });
  await phone.sees(/提出张贴公示，等另一位同意$/);
  await phone.close();
  await story.agreed(second, '张贴公示', ['市纪委监督室，0595-12345']);
  const reader = await story.opens('陈叔', `packages/voter/poll/poll?id=${story.pollId}`);
  await reader.tap('link', '拟表彰名单公示中，12月3日 24:00 前可以提异议');
  await reader.find('link', new RegExp(`01.*${candidates[0]}.*第 1 名`)).waitFor();
  await reader.find('link', new RegExp(`02.*${candidates[1]}.*第 2 名`)).waitFor();
  await story.look(reader, 'notice');
  await reader.close();
}

const served = '介绍里写每天供餐三百份，我去看过，实际没有这么多，请查一查。';
const pressed = '投票那几天楼道里有人挨户催着投票，不投的还被点名，请查一查。';

async function objections(): Promise<void> {
  story.goTo(at('2026-11-27T09:30'));
  const aunt = await story.opens('王阿姨', outcomePage('objection', story.pollId, `&candidate=${story.ids[1] ?? ''}`));
  await aunt.sees(`02 ${candidates[1]}`);
  await field(aunt, '写明事由').fill(served);
  await field(aunt, '姓名').fill('王秀英');
  await field(aunt, '联系办法').fill('13800000000');
  await story.look(aunt, 'objection-form');
  await aunt.tap('button', '提交异议');
  await answerDialog(aunt, ['提交这条异议？'], '提交');
  await aunt.sees('已收到，编号 2026-01');
  await aunt.close();
  const young = await story.opens('小张', outcomePage('objection', story.pollId));
  await young.tap('radio', '过程');
  await field(young, '写明事由').fill(pressed);
  await field(young, '姓名').fill('张明');
  await field(young, '联系办法').fill('13900000000');
  await young.tap('button', '提交异议');
  await answerDialog(young, ['提交这条异议？'], '提交');
  await young.sees('已收到，编号 2026-02');
  await young.close();
  await story.settle();

  const phone = await story.opens(first, organiserPage('objections', story.pollId));
  await phone.sees('署名：王秀英，13800000000');
  await phone.sees('11月30日 24:00 前要办');
  await story.look(phone, 'objections-of-team');
  for (const number of ['2026-01', '2026-02']) {
    await phone.screen.getByRole('button', { name: `受理异议 ${number}`, exact: true }).tap();
    const sheet = phone.screen.getByRole('dialog', { name: '受理', exact: true });
    await sheet.getByRole('textbox').fill(number === '2026-01' ? '反映供餐份数不实，受理。' : '反映挨户催票，受理。');
    await sheet.getByRole('button', { name: '受理', exact: true }).tap();
    await sheet.waitFor({ state: 'hidden' });
  }
  await phone.close();

  const watcher = await story.opens('小孙', organiserPage('objections', story.pollId));
  await watcher.sees('反映供餐份数不实，受理。');
  await expect(watcher.screen.getByText(/王秀英|13800000000/).count()).resolves.toBe(0);
  await expect(watcher.find('button', /^答复/).count()).resolves.toBe(0);
  await story.look(watcher, 'observer');
  await watcher.close();
}

/** The first is heard, the candidate leaves, the answer says so, and the notice goes up anew. */
async function upheld(): Promise<void> {
  story.goTo(at('2026-11-30T09:00'));
  const reviewer = await story.opens(second, organiserPage('objections', story.pollId));
  await reviewer.tap('button', '约当面听取意见，异议 2026-01');
  await reviewer.tap('button', '保存');
  await reviewer.sees('请选日期和几点');
  await pick(reviewer, '日期', '2026年', '11月', '30日');
  await pick(reviewer, '几点', '15', '00');
  await field(reviewer, '地点').fill('社区二楼会议室');
  await story.look(reviewer, 'hearing');
  await reviewer.tap('button', '保存');
  await reviewer.sees('当面听取意见：今天 15:00，社区二楼会议室');
  await reviewer.close();
  const aunt = await story.opens('王阿姨', outcomePage('my-objections', story.pollId));
  await aunt.sees('当面听取意见：今天 15:00，社区二楼会议室');
  await story.look(aunt, 'heard');
  await aunt.close();

  story.goTo(at('2026-12-01T09:00'));
  const phone = await story.opens(first, organiserPage('propose', story.pollId));
  await phone.tap('radio', /^候选退出/);
  await pick(phone, '选一个', `02 ${candidates[1]}`);
  await field(phone, '理由').fill('供餐台账是后补的，查实。');
  await phone.tap('button', '提出候选退出');
  await answerDialog(phone, [`“${candidates[1]}”退出评选？`], '退出评选');
  await phone.find('heading', '办过的事').waitFor();
  await phone.close();
  await story.settle();

  await story.answers(second, '答复异议 2026-01', '成立', '查了台账，供餐份数不实，候选已退出。', (form) =>
    form.tap('checkbox', new RegExp(`^候选退出 · ${candidates[1]}`)),
  );
  await story.agreed(first, '答复异议', [
    '成立。查了台账，供餐份数不实，候选已退出。',
    `因此：候选退出 · ${candidates[1]}`,
  ]);

  const reader = await story.opens('陈叔', outcomePage('objections', story.pollId));
  await reader.sees('成立');
  await reader.sees(`因此：02 ${candidates[1]} 退出`);
  await story.look(reader, 'list-upheld');
  await reader.close();

  const again = await story.opensHub(first);
  await again.sees('公示以后结果有变化，要重新公示。');
  // Five working days anew, and at least three behind the end of the first.
  await again.sees('现在公示，最早到 12月8日 结束（满 5 个工作日）');
  await story.look(again, 'stale');
  await story.proposes(again, '张贴公示', () => field(again, '理由').fill('一件候选退出，名单有变。'));
  await again.sees(/提出张贴公示，等另一位同意$/);
  await again.close();
  await story.agreed(second, '张贴公示', ['市纪委监督室，0595-12345。重新公示，因为一件候选退出，名单有变。']);
  const corrected = await story.opens('陈叔', outcomePage('notice', story.pollId));
  await corrected.sees('12月8日 24:00 前可以提异议');
  await corrected.find('link', new RegExp(`03.*${candidates[2]}.*第 2 名`)).waitFor();
  await corrected.sees('重新公示的原因：一件候选退出，名单有变。');
  await corrected.sees('第 1 次：11月26日至12月3日');
  await corrected.sees(`拟表彰：01 ${candidates[0]}、02 ${candidates[1]}`);
  await story.look(corrected, 'notice-corrected');
  await corrected.close();
}

/** The second is rejected, its author appeals, and until the office has decided nothing is awarded. */
async function rejectedAndAppealed(): Promise<void> {
  story.goTo(at('2026-12-02T09:00'));
  await story.answers(first, '答复异议 2026-02', '不成立', '走访了二十户，没有发现挨户催票。');
  await story.agreed(second, '答复异议', ['不成立。走访了二十户，没有发现挨户催票。']);

  const young = await story.opens('小张', outcomePage('my-objections', story.pollId));
  await young.sees('走访了二十户，没有发现挨户催票。');
  await young.tap('button', /^不服，提申诉/);
  await field(young, '写明不服的理由').fill('走访的都是别的楼，请到我们这栋楼来问一问，谢谢。');
  await story.look(young, 'appeal');
  await young.tap('button', '提交申诉');
  await answerDialog(young, ['提交申诉？'], '提交');
  await young.sees('申诉中');
  await young.close();
  await story.settle();

  story.goTo(at('2026-12-09T09:00'));
  const hub = await story.opensHub(first);
  await hub.sees('异议 2026-02 还没有答复，答复完才能表彰。');
  await expect(hub.screen.getByRole('button', { name: '表彰', exact: true }).count()).resolves.toBe(0);
  await story.look(hub, 'award-blocked');
  await hub.close();
  // And whoever asks past the page is refused as well.
  expect(await story.owner.ask('act.propose', { pollId: story.pollId, act: { kind: 'award' } })).toMatchObject({
    error: { code: 'ACT_NOT_POSSIBLE', details: { obstacle: 'openObjections', numbers: ['2026-02'] } },
  });

  await story.answers(second, '填写监督单位的决定异议 2026-02', '不成立', '另走访了该楼，维持原答复。', (form) =>
    field(form, '作决定的监督单位').fill('市纪委监督室'),
  );
  await story.agreed(first, '答复异议', ['市纪委监督室不成立。另走访了该楼，维持原答复。']);
  const reader = await story.opens('陈叔', outcomePage('objections', story.pollId));
  await reader.sees('申诉后不成立');
  await story.look(reader, 'list-decided');
  await reader.close();
}

async function award(): Promise<void> {
  const phone = await story.opensHub(first);
  await story.proposes(phone, '表彰');
  await answerDialog(phone, ['表彰“年度为民实事”？'], '提出');
  await phone.sees(/提出表彰，等另一位同意$/);
  await phone.close();
  await story.agreed(second, '表彰');
  const reader = await story.opens('陈叔', `packages/voter/poll/poll?id=${story.pollId}`);
  await reader.tap('link', '已表彰 2 件，看表彰决定');
  await reader.find('link', new RegExp(`01.*${candidates[0]}.*第 1 名`)).waitFor();
  await reader.find('link', new RegExp(`03.*${candidates[2]}.*第 2 名`)).waitFor();
  await story.look(reader, 'awarded');
  // A certificate is checked from the list as well, without anybody holding it.
  await reader.tap('link', `核对证书，${candidates[2]}`);
  await reader.sees('有效');
  await reader.sees(candidates[2]);
  await reader.close();
}

/** All certificates in one file, on an organiser's phone. @returns what the code of each winner's certificate holds */
async function certificates(): Promise<Map<string, string>> {
  const phone = await story.opens(second, organiserPage('papers', story.pollId));
  await phone.tap('button', /^全部证书，竖版/);
  const download = phone.page.waitForEvent('download');
  await phone.page.getByRole('dialog').getByText('下载', { exact: true }).tap();
  const pdf = await downloaded(await download);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  await phone.close();
  const drawn = await readAll<{ _id: string; scene: string }>(story.product.cloud.url, 'codes', {
    pollId: story.pollId,
  });
  const { winners } = await story.outcome();
  const scenes = drawn.map(({ scene }) => scene).filter((scene) => /^[^.]+\.[0-9A-Z]{10}$/.test(scene));
  expect([winners.length, scenes.length]).toEqual([2, 2]);
  const found = new Map<string, string>();
  for (const scene of scenes) {
    const reader = await story.opens('陈叔', scannedPath(scene));
    await reader.sees('有效');
    for (const place of [0, 2] as const) {
      if ((await reader.text(candidates[place]).count()) > 0) found.set(story.ids[place] ?? '', scene);
    }
    if (found.size === 1) await story.look(reader, 'certificate-valid');
    await reader.close();
  }
  expect([...found.keys()].sort()).toEqual([story.ids[0], story.ids[2]].sort());
  return found;
}

async function revocation(scenes: ReadonlyMap<string, string>): Promise<void> {
  story.goTo(at('2026-12-15T09:00'));
  const phone = await story.opensHub(first);
  await phone.sees('第 1 名 · 已表彰');
  await phone.tap('button', `撤销${candidates[0]}`);
  await field(phone, '理由').fill('验收报告不属实。');
  await field(phone, '依据').fill('评选规则第六条');
  await phone.tap('button', '提出撤销表彰');
  await answerDialog(phone, [`撤销“${candidates[0]}”的表彰？`], '提出');
  await phone.close();
  await story.agreed(second, '撤销表彰', ['验收报告不属实。', '评选规则第六条']);

  const reader = await story.opens('陈叔', scannedPath(scenes.get(story.ids[0] ?? '')));
  await reader.sees('已撤销');
  await reader.sees('验收报告不属实。');
  await story.look(reader, 'certificate-revoked');
  // The other one is scanned from within the app.
  await reader.tap('button', '扫证书上的码');
  await reader.page.getByRole('textbox', { name: '码里的内容' }).fill(scannedPath(scenes.get(story.ids[2] ?? '')));
  await reader.page.getByRole('dialog').getByText('扫到了').tap();
  await reader.sees('有效');
  await reader.open(`packages/voter/poll/poll?id=${story.pollId}`);
  await reader.tap('link', '已表彰 2 件，其中 1 件已撤销');
  await reader.sees('验收报告不属实。');
  await story.look(reader, 'awards-revoked');
  await reader.close();
}

test('a closed poll is verified, noticed, objected to, corrected, awarded, certified, and taken back in part, each seen by everybody', async () => {
  story = await Story.ofClosedPoll(product());
  await verification();
  await notice();
  await objections();
  await upheld();
  await rejectedAndAppealed();
  await award();
  const scenes = await certificates();
  const [lift, park] = [scenes.get(story.ids[0] ?? '') ?? '', scenes.get(story.ids[2] ?? '') ?? ''];
  await story.websiteSays(lift, '有效', [candidates[0]]);
  await revocation(scenes);
  await story.websiteSays(lift, '已撤销', ['验收报告不属实。']);
  await story.websiteSays(park, '有效', [candidates[2]]);
  const { notices, winners, revocations } = await story.outcome();
  expect(winners.map((each) => each.candidate)).toEqual([story.ids[0], story.ids[2]]);
  expect(revocations.map((each) => each.candidate)).toEqual([story.ids[0]]);
  // The corrected notice ran three working days longer than the first, which stays readable.
  expect(notices.map(({ until }) => until)).toEqual([at('2026-12-04T00:00'), at('2026-12-09T00:00')]);
});
