import type { Page } from 'playwright-core';
import { startPhoneOnCloud, type FixturePhone } from './support/fixture-phone';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startPhoneOnCloud();
});
afterAll(() => phone.close());

const cardPage = 'path=pages/card/card';

/** Shares from the menu, or by the page's button, to a chat. */
async function shareTo(page: Page, chat: string, by: 'menu' | 'button' = 'menu'): Promise<void> {
  if (by === 'button') await page.locator('#share').click();
  else {
    await page.getByLabel('更多').click();
    await page.getByRole('dialog').getByText('转发给朋友').click();
  }
  await page.getByRole('dialog').getByText(chat).click();
}

async function openCard(page: Page, title: string, as: string): Promise<void> {
  await page.getByLabel('点卡片的人').selectOption(as);
  await page.getByRole('button', { name: title }).last().click();
}

async function entered(page: Page): Promise<unknown> {
  return JSON.parse(await page.locator('#entered', { hasText: '{' }).innerText());
}

describe('a card in a chat', () => {
  test('shows what the page said, and opens at its path as somebody else', async () => {
    const page = await phone.open(`as=小李&${cardPage}`);
    await shareTo(page, '幸福里 3 号楼群');
    await openCard(page, '十佳为民服务实事', '王阿姨');
    await page.waitForURL(/chat=building3/);
    expect(await entered(page)).toEqual({ scene: 1008, path: 'pages/card/card', chatType: 3, hasTicket: false });
    expect(await page.locator('#query').innerText()).toBe('{"poll":"7","from":"menu"}');
    expect(new URL(page.url()).searchParams.get('as')).toBe('王阿姨');
  });

  test('carries a promised message and its picture, which outlives the phone it was drawn on', async () => {
    const page = await phone.open(`as=小李&${cardPage}`);
    await shareTo(page, '好友', 'button');
    const card = page.getByRole('button', { name: '3 号候选' });
    await card.waitFor();
    await page.reload();
    await page.getByRole('button', { name: '好友', exact: true }).click();
    const picture = card.locator('img');
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    const box = await picture.boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.25, 1);
    await openCard(page, '3 号候选', '小张');
    await page.waitForURL(/scene=1007/);
    expect(await entered(page)).toMatchObject({ scene: 1007, chatType: 1 });
  });

  test('goes only to chats that one is in', async () => {
    const page = await phone.open(`as=小李&${cardPage}`);
    await page.locator('#share').click();
    expect(await page.getByRole('dialog').locator('.sheet-item').allInnerTexts()).toEqual([
      '幸福里 3 号楼群',
      '好友',
      '取消',
    ]);
  });

  test('brings the running mini-program to the front when its owner opens it', async () => {
    const page = await phone.open(`as=小李&${cardPage}`);
    await page.locator('#ticket').click();
    await shareTo(page, '幸福里 3 号楼群');
    await openCard(page, '十佳为民服务实事', '小李');
    await page.locator('#query', { hasText: 'menu' }).waitFor();
    expect(await entered(page)).toEqual({ scene: 1044, path: 'pages/card/card', chatType: 3, hasTicket: true });
  });
});

describe('the group of a card', () => {
  async function groupOf(as: string, chat = 'building3'): Promise<string> {
    const page = await phone.open(`as=${as}&chat=${chat}&scene=1044&${cardPage}`);
    await page.locator('#group').click();
    return page.locator('#said', { hasText: /./ }).innerText();
  }

  test('is told to a function by the cloud, the same for all members and another for another group', async () => {
    const id = async (as: string, chat?: string): Promise<string> => {
      const { list } = JSON.parse(await groupOf(as, chat)) as { list: [{ data: { opengid: string } }] };
      return list[0].data.opengid;
    };
    const first = await id('小李');
    expect(first).toMatch(/^tG[\w-]{26}$/);
    expect(await id('王阿姨')).toBe(first);
    expect(await id('小张', 'building5')).not.toBe(first);
  });

  test('is not told to who is not in it, nor where no group was entered', async () => {
    expect(await groupOf('小张')).toBe('getGroupEnterInfo:fail user is not in the group');
    expect(await groupOf('小李', 'friend')).toBe('getGroupEnterInfo:fail invalid scene');
  });
});

describe('a page in the timeline', () => {
  async function openSinglePage(): Promise<Page> {
    const page = await phone.open(`as=小李&${cardPage}`);
    await page.getByLabel('更多').click();
    await page.getByRole('dialog').getByText('分享到朋友圈').click();
    await openCard(page, '看看结果', '小王');
    await page.waitForURL(/scene=1154/);
    await page.locator('#query', { hasText: 'poll' }).waitFor();
    return page;
  }

  test('opens alone: nobody logs in, goes elsewhere or is known to functions', async () => {
    const page = await openSinglePage();
    expect(await entered(page)).toMatchObject({ scene: 1154, path: 'pages/card/card' });
    await page.locator('#login').click();
    await page.locator('#said', { hasText: 'login:fail' }).waitFor();
    await page.locator('#leave').click();
    await page.locator('#said', { hasText: 'navigateTo:fail' }).waitFor();
    await page.locator('#who').click();
    await page.locator('#said', { hasText: 'openid none' }).waitFor();
  });

  test('leads into the mini-program itself', async () => {
    const page = await openSinglePage();
    await page.getByText('前往小程序').click();
    await page.waitForURL(/scene=1155/);
    await page.locator('#who').click();
    await page.locator('#said', { hasText: 'openid oPreview_xiaowang' }).waitFor();
  });
});
