import type { Locator } from 'playwright-core';
import { eventually } from '../support/eventually';
import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { castIt, openPoll, receivedCode, resultsPage, review, sheet } from './support/voting';

const product = useProduct();
const narrow = { width: 320, scale: 1.5 };

async function look(phone: Phone, step: string): Promise<void> {
  await phone.picture(step);
  expect(await layoutComplaints(phone)).toEqual([]);
}

/** Resolves when the words are in sight as a whole, with nothing over them, without anybody scrolling. */
async function seesUnscrolled(phone: Phone, words: string | RegExp): Promise<void> {
  await isInSight(phone, phone.text(words));
}

async function isInSight(phone: Phone, text: Locator): Promise<void> {
  await eventually(async () => {
    const [box, height] = [await text.boundingBox(), phone.page.viewportSize()?.height ?? 0];
    expect(box).not.toBeNull();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    const isOnTop = await text.evaluate((node) => {
      const { left, top, width, height: tall } = node.getBoundingClientRect();
      const met = document.elementFromPoint(left + width / 2, top + tall / 2);
      return met !== null && (node.contains(met) || met.contains(node));
    });
    expect(isOnTop).toBe(true);
  });
}

/** How many rows of the open sheet's list are in sight as a whole. */
async function rowsInSight(phone: Phone): Promise<number> {
  const body = await sheet(phone).locator('.sheet__body').boundingBox();
  const rows = await sheet(phone).locator('.row').all();
  const boxes = await Promise.all(rows.map((row) => row.boundingBox()));
  return boxes.filter((box) => box && body && box.y >= body.y && box.y + box.height <= body.y + body.height).length;
}

test('home holds at 320 px with text half as large again', async () => {
  const phone = await product().phoneOf('王阿姨', narrow);
  await phone.open();
  await phone.sees('更多评选');
  await look(phone, '1-home');
});

test('voting holds at 320 px with text half as large again', async () => {
  const phone = await product().phoneOf('王阿姨', narrow);
  await openPoll(phone, 'services');
  await look(phone, '2-poll');
  // Names that take one line, so that the same rows are in sight whatever order this person has.
  for (const name of ['市民夜校', '社区长者食堂', '老菜市场焕新']) await phone.tap('checkbox', new RegExp(name));
  await look(phone, '3-chosen');
  await review(phone);
  await look(phone, '4-review');
  await eventually(async () => expect(await rowsInSight(phone)).toBeGreaterThanOrEqual(3));
  // What cannot be undone is in sight while the button can be pressed.
  await seesUnscrolled(phone, '投出后不能更改，不记名');
  await castIt(phone);
  await receivedCode(phone);
  await look(phone, '5-received');
  for (const words of ['票已收到', /^预计 .* 前可核对$/]) await seesUnscrolled(phone, words);
  await sheet(phone).getByRole('button', { name: '您选了 3 件，点开看' }).tap();
  for (const name of ['市民夜校', '社区长者食堂', '老菜市场焕新']) await sheet(phone).getByText(name).waitFor();
  await phone.picture('5-received-open');
  await sheet(phone).getByRole('button', { name: '您选了 3 件，收起' }).tap();
  await sheet(phone).getByRole('button', { name: '看回执' }).tap();
  await phone.sees('选票回执');
  await look(phone, '6-receipt');

  await phone.open('pages/mine/mine');
  const words = [
    phone.screen.getByText('票已收到', { exact: true }),
    phone.screen.getByText('已进公开账册，本机核对无误', { exact: true }),
  ];
  for (const word of words) {
    // The mark that it explains stands before it, on the same line.
    const [whole, text] = await Promise.all([word.locator('xpath=..').boundingBox(), word.boundingBox()]);
    expect((text?.x ?? 0) - (whole?.x ?? 0)).toBeGreaterThan(16);
    expect(whole?.height).toBe(text?.height);
  }
  for (const [name, value] of [
    ['我办的评选', '发起与管理'],
    ['字号与深色', '跟随系统'],
  ] as const) {
    const row = phone.find(name === '字号与深色' ? 'button' : 'link', new RegExp(name));
    const [box, line] = await Promise.all([row.boundingBox(), row.getByText(value).boundingBox()]);
    const [bottom, end] = [(box?.y ?? 0) + (box?.height ?? 0), (line?.y ?? 0) + (line?.height ?? 0)];
    expect(bottom - end).toBeGreaterThanOrEqual(6);
  }
});

test('the button under the settings is in sight on a short phone with text half as large again', async () => {
  const phone = await product().phoneOf('小孙', { ...narrow, height: 568 });
  await phone.open('pages/mine/mine');
  await phone.tap('button', /字号与深色/);
  const done = phone.find('button', '好了');
  // Tapping waits until the sheet stands still, and fails where something else lies over the button.
  await done.tap({ trial: true });
  await phone.picture('11-settings');
  const [button, tabs] = await Promise.all([done.boundingBox(), phone.page.getByRole('tablist').boundingBox()]);
  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0);
});

test('the settings show every choice at 320 × 640 with text half as large again', async () => {
  const phone = await product().phoneOf('小孙', { ...narrow, height: 640 });
  await phone.open('pages/mine/mine');
  await phone.tap('button', /字号与深色/);
  await phone.find('button', '好了').tap({ trial: true });
  await phone.picture('12-settings');
  const choices = await phone.screen.getByRole('radio').all();
  expect(choices).toHaveLength(7);
  for (const choice of choices) await isInSight(phone, choice);
});

test('a candidate’s page holds at 320 px with text half as large again', async () => {
  const phone = await product().phoneOf('小孙', narrow);
  await openPoll(phone, 'services');
  await phone.tap('link', /看介绍$/);
  await phone.sees('服务创新性');
  await look(phone, '7-candidate');
});

test.each([
  ['8-results', resultsPage('services'), '票数截至'],
  ['9-hidden', resultsPage('village'), '票数还没有公布'],
  ['10-mine', 'pages/mine/mine', '不需要头像、昵称和手机号'],
])('%s holds at 320 px with text half as large again', async (step, page, landmark) => {
  const phone = await product().phoneOf('小孙', narrow);
  await phone.open(page);
  await phone.sees(landmark);
  await look(phone, step);
});

test('at the standard size every page keeps its targets large and named', async () => {
  const phone = await product().phoneOf('小孙');
  const pages: [string, string | RegExp][] = [
    ['', '更多评选'],
    ['packages/voter/poll/poll?id=services', '20 件候选'],
    [resultsPage('services'), '票数截至'],
    ['pages/mine/mine', '不需要头像、昵称和手机号'],
  ];
  for (const [page, landmark] of pages) {
    await phone.open(page);
    await phone.sees(landmark);
    expect(await layoutComplaints(phone)).toEqual([]);
  }
});
