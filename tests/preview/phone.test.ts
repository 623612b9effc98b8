import type { Page } from 'playwright-core';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startFixturePhone();
});
afterAll(() => phone.close());

const phonePage = 'path=pages/phone/phone';

function colour(page: Page, selector: string, property = 'color'): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

describe('what WeChat does not give', () => {
  test('page code finds no DOM', async () => {
    const page = await phone.open(phonePage);
    expect(await page.locator('#dom').innerText()).toBe('undefined undefined undefined undefined undefined');
  });

  test('a request to a domain that is not registered fails in WeChat’s words', async () => {
    const page = await phone.open(phonePage);
    await page.locator('#request', { hasText: 'fail' }).waitFor();
    expect(await page.locator('#request').innerText()).toBe('request:fail url not in domain list');
  });

  test('an error in page code shows beside the phone', async () => {
    const page = await phone.open('path=pages/broken/broken');
    await page.locator('#break').click();
    await page.locator('#panel .problem', { hasText: 'page code went wrong' }).waitFor();
  });
});

describe('who is calling', () => {
  test('a cloud function is called as the chosen person, whatever page code says', async () => {
    const page = await phone.open(`as=小王&${phonePage}`);
    await page.locator('#call').click();
    await page.locator('#reply', { hasText: 'openid' }).waitFor();
    const reply = JSON.parse(await page.locator('#reply').innerText()) as Record<string, unknown>;
    expect(reply).toMatchObject({ source: 'wx_client', openid: expect.stringMatching(/^oPreview_xiaowang/) });
    expect(reply['event']).toEqual({ value: 1, userInfo: { openId: reply['openid'], appId: expect.any(String) } });
  });

  test('a broken function fails in WeChat’s form', async () => {
    const page = await phone.open(phonePage);
    await page.locator('#call').click();
    await page.locator('#failure', { hasText: '-504002 cloud.callFunction:fail' }).waitFor();
  });

  test('storage belongs to the person and outlives a reload', async () => {
    const page = await phone.open(`as=小李&${phonePage}`);
    await page.locator('#store').click();
    expect(await page.locator('#stored').innerText()).toBe('{"by":"page"}');
    await page.reload();
    await page.locator('#stored', { hasText: 'object' }).waitFor();
    await page.getByRole('button', { name: '小王' }).click();
    await page.waitForURL(/as=%E5%B0%8F%E7%8E%8B/);
    await page.goto(`${phone.url}/?as=小王&${phonePage}`);
    await page.locator('#dom', { hasText: 'undefined' }).waitFor();
    expect(await page.locator('#stored').innerText()).toBe('');
  });

  test('a file of the cloud’s storage is served', async () => {
    const page = await phone.open();
    const reply = await page.request.get(`${phone.url}/cloud-file?id=cloud://test.local-test/polls/cover.txt`);
    expect(await reply.text()).toBe('a cover');
  });
});

describe('how it looks', () => {
  test('styles stay in their page and their component', async () => {
    const page = await phone.open();
    expect(await colour(page, '.title')).toBe('rgb(10, 20, 30)');
    expect(await colour(page, '#counter > wx-view')).toBe('rgb(200, 0, 0)');
    expect(await colour(page, '#counted')).toBe('rgb(1, 2, 3)');
    await page.getByText('去详情').click();
    await page.locator('#foreign').waitFor();
    expect(await colour(page, '#foreign')).toBe('rgb(0, 0, 0)');
  });

  test('750 rpx are the phone’s width at every width, and positions count from the page', async () => {
    const page = await phone.open(`width=320&${phonePage}`);
    await page.locator('#rect', { hasText: '160' }).waitFor();
    expect(await page.locator('#rect').innerText()).toBe('0 160');
    await page.getByRole('button', { name: '414' }).click();
    expect((await page.locator('#half').boundingBox())?.width).toBe(207);
  });

  test('dark mode reaches stylesheets, bars and page code', async () => {
    const page = await phone.open(phonePage);
    expect(await page.locator('#theme').innerText()).toBe('light');
    await page.getByRole('button', { name: '深色' }).click();
    await page.locator('#theme', { hasText: 'dark' }).waitFor();
    expect(await colour(page, '.half', 'background-color')).toBe('rgb(9, 9, 9)');
    expect(await colour(page, '.navigation-bar', 'background-color')).toBe('rgb(13, 20, 18)');
    expect(page.url()).toContain('theme=dark');
  });

  test('the capsule goes dark with a bar that page code made dark, whatever the system’s theme', async () => {
    const page = await phone.open(phonePage);
    expect(await colour(page, '.capsule', '--capsule')).toBe('');
    await page.locator('#darken').click();
    await page.locator('.navigation-bar.is-dark').waitFor();
    expect(await colour(page, '.capsule', '--capsule')).toBe('#000');
  });

  test('page code learns the chosen text size', async () => {
    const page = await phone.open(`scale=1.5&${phonePage}`);
    await page.locator('#scale', { hasText: '1.5' }).waitFor();
  });

  test('a picture of the package is drawn', async () => {
    const page = await phone.open(phonePage);
    const picture = page.locator('#picture > img');
    await picture.waitFor();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  });

  test('bare shows the page and nothing beside it', async () => {
    const page = await phone.open('bare=1');
    expect(await page.locator('#panel').isVisible()).toBe(false);
    expect((await page.locator('#screen').boundingBox())?.width).toBe(1000);
  });
});

describe('what the phone draws over a page', () => {
  test('a modal and a sheet answer what was tapped', async () => {
    const page = await phone.open(phonePage);
    await page.locator('#ask').click();
    await page.getByRole('dialog').getByText('确定').click();
    await page.locator('#choice', { hasText: 'yes' }).waitFor();
    await page.locator('#sheet').click();
    await page.getByRole('dialog').getByText('二').click();
    await page.locator('#choice', { hasText: '1' }).waitFor();
  });

  test('a page changes its title', async () => {
    const page = await phone.open(phonePage);
    await page.locator('#title').click();
    await page.getByRole('heading', { name: '新标题' }).waitFor();
  });
});
