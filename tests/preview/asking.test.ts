import { startFixturePhone, type FixturePhone } from './support/fixture-phone';
import { call, resultOf, startCall, tryPage } from './support/try-wx';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startFixturePhone();
});
afterAll(() => phone.close());

test('a modal takes a text, and gives it only when it is confirmed', async () => {
  const page = await phone.open(tryPage);
  await startCall(page, 'showModal', { title: '退回', editable: true, placeholderText: '请写理由' });
  await page.getByPlaceholder('请写理由').fill('照片不清楚');
  await page.getByRole('dialog').getByText('确定').click();
  expect(await resultOf(page)).toMatchObject({ confirm: true, cancel: false, content: '照片不清楚' });
  await startCall(page, 'showModal', { title: '退回', editable: true, content: '原来的话' });
  await page.getByRole('dialog').getByText('取消').click();
  expect(await resultOf(page)).toMatchObject({ confirm: false, content: null });
});

test('a sheet is closed by a tap beside it, and has six items at most', async () => {
  const page = await phone.open(tryPage);
  await startCall(page, 'showActionSheet', { itemList: ['冻结', '撤回'] });
  await page.locator('.backdrop').click({ position: { x: 100, y: 100 } });
  expect(await resultOf(page)).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  expect(await call(page, 'showActionSheet', { itemList: ['1', '2', '3', '4', '5', '6', '7'] })).toEqual({
    errMsg: 'showActionSheet:fail parameter error: itemList should not be large than 6',
  });
});

test('a phone call is asked for', async () => {
  const page = await phone.open(tryPage);
  await startCall(page, 'makePhoneCall', { phoneNumber: '12345' });
  await page.getByRole('dialog').getByText('呼叫 12345').click();
  expect(await resultOf(page)).toEqual({ errMsg: 'makePhoneCall:ok' });
});

test('what is copied on one person’s phone can be pasted on another’s', async () => {
  const page = await phone.open(`as=小李&${tryPage}`);
  await call(page, 'setClipboardData', { data: '回执 1' });
  await page.goto(`${phone.url}/?as=小王&${tryPage}`);
  expect(await call(page, 'getClipboardData')).toMatchObject({ data: '回执 1' });
  expect(
    await page.evaluate(() =>
      (window as unknown as { __preview: { clipboard: { read(): string } } }).__preview.clipboard.read(),
    ),
  ).toBe('回执 1');
});

describe('consent to messages', () => {
  test('is asked for in a tap, template by template', async () => {
    const page = await phone.open(tryPage);
    await startCall(page, 'requestSubscribeMessage', { tmplIds: ['甲', '乙'] });
    await page.getByRole('checkbox', { name: '乙' }).uncheck();
    await page.getByRole('dialog').getByText('允许', { exact: true }).click();
    expect(await resultOf(page)).toEqual({ 甲: 'accept', 乙: 'reject', errMsg: 'requestSubscribeMessage:ok' });
  });

  test('that was given for good is not asked for again', async () => {
    const page = await phone.open(tryPage);
    await startCall(page, 'requestSubscribeMessage', { tmplIds: ['甲'] });
    await page.getByRole('checkbox', { name: '总是保持' }).check();
    await page.getByRole('dialog').getByText('取消').click();
    expect(await resultOf(page)).toMatchObject({ 甲: 'reject' });
    expect(await call(page, 'requestSubscribeMessage', { tmplIds: ['甲'] })).toMatchObject({ 甲: 'reject' });
    expect(await call(page, 'getSetting', { withSubscriptions: true })).toMatchObject({
      subscriptionsSetting: { itemSettings: { 甲: 'reject' } },
    });
  });

  test('is refused outside a tap, and for more than three templates', async () => {
    const page = await phone.open(tryPage);
    await page.locator('#call input').fill(JSON.stringify(['requestSubscribeMessage', { tmplIds: ['甲'] }]));
    await page.locator('#run-later').click();
    expect(await resultOf(page)).toEqual({
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    });
    expect(await call(page, 'requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4'] })).toEqual({
      errMsg: 'requestSubscribeMessage:fail Templates count out of max bounds',
      errCode: 20003,
    });
  });
});
