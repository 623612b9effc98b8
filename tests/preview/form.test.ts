import type { Page } from 'playwright-core';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';

let phone: FixturePhone;
let page: Page;

beforeAll(async () => {
  phone = await startFixturePhone();
  page = await phone.open('path=packages/more/form/form');
});
afterAll(() => phone.close());

function hear(text: string): Promise<void> {
  return page.locator('#said', { hasText: text }).waitFor({ state: 'attached' });
}

/** Turns a column of the open picker to a choice. */
async function turn(column: number, label: string): Promise<void> {
  await page.getByRole('listbox').nth(column).getByRole('option', { name: label, exact: true }).click();
}

async function confirm(): Promise<void> {
  await page.getByRole('dialog').getByText('确定').click();
}

test('a field and the page’s data follow each other, up to the longest text', async () => {
  const field = page.locator('#title input');
  expect(await field.inputValue()).toBe('初稿');
  await field.fill('');
  await field.pressSequentially('一二三四五六');
  await page.locator('#typed', { hasText: '一二三四五' }).waitFor();
  expect(await field.inputValue()).toBe('一二三四五');
  await field.press('Enter');
  await hear('confirm 一二三四五');
});

test('fields for numbers bring the keyboard for them', async () => {
  expect(await page.locator('#number input').getAttribute('inputmode')).toBe('numeric');
  expect(await page.locator('#digit input').getAttribute('inputmode')).toBe('decimal');
});

test('a long text makes its field higher', async () => {
  const height = async (): Promise<number> => (await page.locator('#about').boundingBox())?.height ?? 0;
  const before = await height();
  expect(before).toBeGreaterThan(15);
  await page.locator('#about textarea').fill('一\n二\n三');
  await page.locator('#lines', { hasText: '3' }).waitFor();
  expect(await height()).toBeGreaterThan(before * 2);
});

test('switches, radios and sliders tell what was chosen', async () => {
  await page.locator('#switch').click();
  await hear('change true');
  await page.locator('#tick').click();
  await page.locator('#tick').click();
  await hear('change false');
  await page.locator('#radio-b').click();
  await hear('change "b"');
  await page.locator('#slider input').focus();
  await page.keyboard.press('ArrowRight');
  await hear('change 6');
});

test('one of a list is chosen, or none', async () => {
  await page.locator('#selector').click();
  await page.getByRole('option', { name: '卫生', selected: true }).waitFor();
  await turn(0, '交通');
  await confirm();
  await hear('change 2');
  await page.locator('#selector').click();
  await page.getByRole('dialog').getByText('取消').click();
  await hear('cancel');
});

test('several columns are turned, and the page hears of each turn', async () => {
  await page.locator('#multi').click();
  await turn(0, '西区');
  await hear('column {"column":0,"value":1}');
  await turn(1, '三号楼');
  await confirm();
  await hear('change [1,2]');
});

test('a date stays within its bounds and its month', async () => {
  await page.locator('#date').click();
  expect(await page.getByRole('listbox').nth(2).getByRole('option').count()).toBe(28);
  await turn(0, '2027年');
  await turn(1, '3月');
  expect(await page.getByRole('listbox').nth(2).getByRole('option').count()).toBe(10);
  await turn(2, '9日');
  await confirm();
  await hear('change "2027-03-09"');
  await page.locator('#month').click();
  await turn(1, '11月');
  await confirm();
  await hear('change "2026-11"');
});

test('a time stays within its bounds', async () => {
  await page.locator('#time').click();
  await turn(0, '20');
  expect(await page.getByRole('listbox').nth(1).getByRole('option').count()).toBe(31);
  await turn(1, '30');
  await confirm();
  await hear('change "20:30"');
});

test('columns in the page turn like those of a picker', async () => {
  await page.locator('#wheel wx-picker-view-column').evaluate((column) => column.scrollTo(0, 80));
  await hear('change [2]');
});

test('a telephone number is not given away', async () => {
  await page.locator('#phone-number').click();
  await hear('phone getPhoneNumber:fail no permission undefined');
});
