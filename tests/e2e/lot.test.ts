import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDelay } from '../../cloudfunctions/shared/domain/counting/release';
import { eventually } from '../support/eventually';
import { publishable, type OrganiserClient } from '../support/organiser-client';
import { runScript } from '../support/run-script';
import { answerDialog } from './support/dialog';
import { layoutComplaints } from './support/layout';
import { field, nextStep, organiserPage, saved } from './support/organising';
import { useProduct } from './support/product';
import { openPoll, resultsPage } from './support/voting';

const product = useProduct();
const minute = 60_000;
const hour = 60 * minute;
const source = '福彩3D 第2026330期开奖号码';
const names = ['儿童乐园', '健身步道', '小花园'];
const folder = mkdtempSync(path.join(tmpdir(), 'lot-journey-'));
afterAll(() => rmSync(folder, { recursive: true }));

let pollId = '';
let end = 0;
const owner = (): OrganiserClient => product().organiserOf('小李');

beforeAll(async () => {
  pollId = await owner().create('small', '小区的空地建什么');
  // Four in the afternoon of the 25th; it may be put off until six.
  end = Date.parse('2026-11-25T16:00:00+08:00');
  await owner().save(pollId, {
    ...publishable,
    purpose: '让大家决定空地怎么用。',
    voidReasons: ['一人用多个账号投票'],
    stages: { voting: end - 24 * hour, verifying: end },
    latestEnd: end + 2 * hour,
  });
  for (const name of names) await owner().add(pollId, name);
  await owner().invite(pollId, product().voterOf('小王').openid, 'reviewer');
});

/** The same page on the smallest phone, with large text, in the dark. */
async function small(page: string, seen: string, picture: string): Promise<void> {
  const phone = await product().phoneOf('小赵', { width: 320, height: 640, scale: 1.5, theme: 'dark' });
  await phone.open(page);
  await phone.sees(seen);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture(picture);
}

test('whoever chooses a lot is asked what is drawn and when; without that the poll is not published', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(organiserPage('edit', pollId));
  await nextStep(phone, '时间安排');
  await nextStep(phone, '投票规则');
  await phone.tap('radio', '公开抽签');
  await phone.sees('写明用什么号码，才能发布');
  await phone.sees('号码什么时候公布');
  await phone.sees('号码有几位');
  await phone.scrollTo(phone.text('得票相同时'));
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('1-choose-a-lot');
  await saved(phone);
  const { items } = await owner().get('poll.check', { pollId });
  expect(items.filter(({ level }) => level === 'missing')).toEqual([
    { code: 'lot', level: 'missing', details: { field: 'source' } },
  ]);
  await field(phone, '用什么号码抽签').fill(source);
  await eventually(async () => expect((await owner().get('poll.check', { pollId })).isReady).toBe(true));
  const { poll } = await owner().get('poll.load', { pollId });
  const little = await product().phoneOf('小李', { width: 320, height: 640, scale: 1.5 });
  await little.open(organiserPage('edit', pollId));
  await nextStep(little, '时间安排');
  await nextStep(little, '投票规则');
  const digits = await field(little, '号码有几位').boundingBox();
  // Two figures of text half as large again.
  expect(digits?.width).toBeGreaterThanOrEqual(40);
  // The evening after the latest end.
  const at = Date.parse('2026-11-26T21:30:00+08:00');
  expect(poll.result.ties).toEqual([{ by: 'lot', draw: source, at, digits: 3 }]);
});

test('residents read before they vote what the lot decides, what voids a ballot and how late the end may be', async () => {
  expect(await owner().ask('act.propose', { pollId, act: { kind: 'publish' } })).toMatchObject({ ok: true });
  product().letPass(end - 23 * hour - product().now);
  const phone = await product().phoneOf('小张');
  await openPoll(phone, pollId);
  await phone.tap('button', '评选规则');
  const rules = phone.screen.getByRole('dialog', { name: '评选规则' });
  for (const sentence of [
    '得票最多的 1 项入选。',
    `票数相同、关系到入选的，由公开抽签定先后。抽签用“${source}”，3 位数字，11月26日 21:30 公布。号码和截止时的公开账册一起算出先后，谁都可以重新算。`,
    '只有这几种票会作废：一人用多个账号投票。作废要两个人同意，理由公开。',
    /主办方可以延后，最晚到 11月25日 18:00。$/,
    '让大家决定空地怎么用。',
    publishable.objectionChannel,
  ]) {
    await rules.getByText(sentence).waitFor();
  }
  expect(await rules.getByText('先比票数').count()).toBe(0);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('2-rules');
  await rules.getByText('异议', { exact: true }).scrollIntoViewIfNeeded();
  await phone.picture('3-rules-further');
});

test('three who are equal for one seat wait for the lot, on every page that shows the count', async () => {
  const { candidates } = await product().voterOf('小张').get('poll.get', { pollId });
  for (const [at, { id }] of candidates.entries()) {
    expect(await product().voterOf(`居民${at}`).cast(pollId, [id])).toMatchObject({ ok: true });
  }
  product().letPass(end + closeDelay + minute - product().now);
  await eventually(async () => {
    const standings = await product().voterOf('小张').get('standings.get', { pollId });
    expect(standings).toMatchObject({ final: true, lot: { tied: [expect.any(Array)] } });
  });
  const resident = await product().phoneOf('小张');
  await resident.open(resultsPage(pollId));
  await resident.sees('等公开抽签');
  await resident.sees(/“.+”、“.+”、“.+”，票数相同，谁先谁后由抽签定。/);
  await resident.sees(`抽签用“${source}”明天 21:30 公布，3 位数字。`);
  expect(await resident.screen.getByText(/名入选/).count()).toBe(0);
  expect(await layoutComplaints(resident)).toEqual([]);
  await resident.picture('4-waiting');

  await small(resultsPage(pollId), '等公开抽签', '9-waiting-small');

  const organiser = await product().phoneOf('小李');
  await organiser.open(organiserPage('manage', pollId));
  await organiser.sees('等公开抽签');
  await organiser.sees(/有 3 项票数相同，谁入选要抽签定。.*明天 21:30 公布/);
  expect(await layoutComplaints(organiser)).toEqual([]);
  await organiser.picture('5-manage');
});

test('two persons enter what was drawn, and there is one winner', async () => {
  product().letPass(Date.parse('2026-11-26T21:40:00+08:00') - product().now);
  const organiser = await product().phoneOf('小李');
  await organiser.open(organiserPage('propose', pollId));
  await organiser.sees(`照抄“${source}”今天 21:30 公布的号码。`);
  const number = organiser.screen.getByRole('textbox', { name: /^公布的号码/ });
  await number.fill('04');
  await organiser.tap('button', '提出填写抽签号码');
  await organiser.sees('号码要正好 3 位数字');
  await number.fill('042');
  expect(await layoutComplaints(organiser)).toEqual([]);
  await organiser.picture('6-enter');
  await organiser.tap('button', '提出填写抽签号码');
  await answerDialog(organiser, ['抽签号码是 042？', /不能恢复，也不能改/], '提出');
  await organiser.sees('等另一位同意');

  const reviewer = await product().phoneOf('小王');
  await reviewer.open(organiserPage('acts', pollId));
  await reviewer.sees('号码 042');
  await reviewer.picture('7-approve');
  await reviewer.tap('button', /^同意填写抽签号码/);
  await answerDialog(reviewer, [], '同意');
  await reviewer.sees('没有等待同意的事');
  await reviewer.open(organiserPage('trail', pollId));
  await reviewer.sees('同意“填写抽签号码：042”');

  product().letPass(10 * minute);
  const voter = product().voterOf('小张');
  await eventually(async () => {
    expect(await voter.get('standings.get', { pollId })).toMatchObject({ lot: { draw: '042' } });
  });
  const standings = await voter.get('standings.get', { pollId });
  const { candidates } = await voter.get('poll.get', { pollId });
  const order = standings.hidden ? [] : (standings.lot?.tied[0] ?? []);
  const drawn = order.map((id) => candidates.find((each) => each.id === id)?.name ?? '');
  const resident = await product().phoneOf('小张');
  await resident.open(resultsPage(pollId));
  await resident.sees('公开抽签：042');
  await resident.sees(`3 项票数相同，抽签定出的先后：${drawn.map((name) => `“${name}”`).join('、')}。`);
  await resident.sees('前 1 名入选');
  const rows = resident.screen.getByRole('link', { name: /^第\s*\d+\s*名/ });
  const lines = (await rows.allTextContents()).map((line) => line.replace(/\s/g, ''));
  expect(lines.map((line) => /^第\d+名，\d*\D+/.exec(line)?.[0])).toEqual(
    drawn.map((name, at) => expect.stringMatching(`^第${at + 1}名，\\d*${name}`) as string),
  );
  expect(await layoutComplaints(resident)).toEqual([]);
  await resident.picture('8-drawn');
  await small(resultsPage(pollId), '公开抽签：042', '10-drawn-small');
});

test('anyone recounts it from the file that the page gives, and finds the same winner', async () => {
  await eventually(async () => {
    const { log } = await product().voterOf('小张').get('standings.get', { pollId });
    expect(log?.bundle).toBeDefined();
  });
  const resident = await product().phoneOf('小张');
  await resident.open(resultsPage(pollId));
  await resident.tap('button', '公开账册');
  const address = await eventually(async () => {
    const copied = await resident.copied();
    expect(copied).toMatch(/^https?:/);
    return copied;
  });
  const file = path.join(folder, 'poll.bundle');
  writeFileSync(file, Buffer.from(await (await fetch(address)).arrayBuffer()));
  const { status, stdout } = await runScript('recount.ts', file);
  expect(status).toBe(0);
  const { candidates } = await product().voterOf('小张').get('poll.get', { pollId });
  const standings = await product().voterOf('小张').get('standings.get', { pollId });
  const winner = standings.hidden ? '' : standings.lot?.tied[0]?.[0];
  expect(stdout).toContain('042');
  expect(stdout.match(/^.*· wins$/gm)).toEqual([
    expect.stringContaining(candidates.find(({ id }) => id === winner)?.name ?? 'nobody'),
  ]);
});
