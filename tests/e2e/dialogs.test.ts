import { eventually } from '../support/eventually';
import type { Phone } from './support/phone';
import { organiserPage } from './support/organising';
import { pageAloud, readAloud } from './support/reader';
import { useProduct } from './support/product';
import { castIt, choose, openPoll, receivedCode, review, sheet } from './support/voting';

const product = useProduct();

/** What a keyboard, and a screen reader with it, is at. */
const focused = ({ page }: Phone): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '',
  );

/** Who reads with the ears is in the dialog, meets nothing else, and stands afterwards where they stood. */
async function isModal(phone: Phone, name: string): Promise<void> {
  await phone.page.getByRole('dialog', { name }).waitFor();
  await eventually(async () => expect(await focused(phone)).toBe(name));
  const [first = '', ...others] = await pageAloud(phone);
  expect(first).toBe(`对话框 ${name}`);
  expect(others.filter((line) => !line.startsWith(' '))).toEqual([]);
  // One leaves it by a button that is read, not by the dimmed page.
  expect(others.filter((line) => /^ +按钮 (知道了|再看看|回到评选|再投一票|好了|关闭)$/.test(line))).toHaveLength(1);
}

async function isBack(phone: Phone, opener: string): Promise<void> {
  await eventually(async () => expect(await focused(phone)).toContain(opener));
  expect((await pageAloud(phone)).filter((line) => line.startsWith('按钮') && line.endsWith(opener))).toHaveLength(1);
}

test('the rules, a ballot and its receipt are all that is read while they lie over the poll', async () => {
  const phone = await product().phoneOf('小李');
  await openPoll(phone, 'services');
  await phone.tap('button', '评选规则');
  await isModal(phone, '评选规则');
  await phone.tap('button', '知道了');
  await isBack(phone, '评选规则');

  await choose(phone, 3);
  await review(phone);
  await isModal(phone, '核对您的选票');
  await castIt(phone);
  await receivedCode(phone);
  await isModal(
    phone,
    await sheet(phone)
      .getAttribute('aria-label')
      .then((label) => label ?? ''),
  );
  // The page below stays covered, the next one is not.
  await sheet(phone).getByRole('button', { name: '看回执' }).tap();
  await phone.sees('选票回执');
  expect((await pageAloud(phone)).join()).toContain('选票回执');
});

test('where the system asks for less motion a sheet is there without rising, and goes', async () => {
  const phone = await product().phoneOf('小李');
  await phone.page.emulateMedia({ reducedMotion: 'reduce' });
  await openPoll(phone, 'services');
  await phone.tap('button', '评选规则');
  await isModal(phone, '评选规则');
  const popup = phone.screen.locator('.t-popup');
  expect(await popup.evaluate((node) => getComputedStyle(node).transitionDuration)).toBe('0.001s');
  await phone.tap('button', '知道了');
  await popup.waitFor({ state: 'hidden' });
});

test('text size and theme are chosen with nothing else to read', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open('pages/mine/mine');
  await phone.tap('button', /字号与深色/);
  const [first = ''] = await eventually(async () => {
    const lines = await pageAloud(phone);
    expect(lines[0]).toMatch(/^对话框 /);
    return lines;
  });
  expect(first).toBe('对话框 字号与深色');
  await phone.tap('button', '好了');
  await phone.sees('不需要头像、昵称和手机号');
  await eventually(async () => expect(await pageAloud(phone)).toContain('链接 我办的评选，发起与管理'));
});

test('a sheet that a list inside the page holds is as modal as one of the page', async () => {
  const owner = product().organiserOf('赵敏');
  const pollId = await owner.create('blank', '社区好事');
  await owner.save(pollId, { nomination: { isOpen: true, perPerson: 3, guide: '' } });
  const phone = await product().phoneOf('赵敏');
  await phone.open(organiserPage('team', pollId));
  await phone.tap('button', '邀请同事');
  await isModal(phone, '邀请同事');
});

test('a menu of the phone covers the page, its bar and its tabs', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open();
  await phone.sees('更多评选');
  await phone.page.getByLabel('更多').last().click();
  await phone.page.getByRole('dialog').waitFor();
  expect((await readAloud(phone)).filter((line) => !line.startsWith(' '))).toEqual(['对话框 选项']);
  await phone.page.getByRole('button', { name: '取消' }).tap();
  await eventually(async () => expect(await focused(phone)).toBe('更多'));
});
