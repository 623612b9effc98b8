import type { Phone } from './phone';

export interface Card {
  title: string;
  path: string;
  image: string;
}

/** Shares the page on top from its menu. */
export async function shareTo({ page }: Phone, chat: string): Promise<void> {
  await page.getByLabel('更多').last().click();
  await page.getByRole('dialog').getByText('转发给朋友').click();
  await page.getByRole('dialog').getByText(chat).click();
  await page.getByText(/^已发送到/).waitFor();
}

/** Shares the page on top to the timeline. */
export async function shareToTimeline({ page }: Phone): Promise<void> {
  await page.getByLabel('更多').last().click();
  await page.getByRole('dialog').getByText('分享到朋友圈').click();
  await page.getByText('已分享到朋友圈').waitFor();
}

/** The newest card in the simulated chats. */
export async function cardIn({ page }: Phone): Promise<Card> {
  return page.evaluate(() => {
    const cards = JSON.parse(localStorage.getItem('gongping-phone::cards') ?? '[]') as Card[];
    const card = cards.at(-1);
    if (!card) throw new Error('no card was shared');
    return card;
  });
}
