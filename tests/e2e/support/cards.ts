import { sendTo } from './organising';
import type { Phone } from './phone';

/** A card as it lies in a chat. */
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

/** Sends what the button just tapped shares to a chat. */
export async function sendCard(phone: Phone, chat: string): Promise<Card> {
  await sendTo(phone, chat);
  await phone.page.getByText(/^已发送到/).waitFor();
  return cardIn(phone);
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
    const cards = JSON.parse(localStorage.getItem('preview-phone::cards') ?? '[]') as Card[];
    const card = cards.at(-1);
    if (!card) throw new Error('no card was shared');
    return card;
  });
}
