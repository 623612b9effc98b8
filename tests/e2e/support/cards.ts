import { eventually } from '../../support/eventually';
import { sendTo } from './organising';
import type { Phone } from './phone';

/** A card as it lies in a chat. */
export interface Card {
  title: string;
  path: string;
  image: string;
}

/** Shares the page on top from its menu. */
export async function shareTo(phone: Phone, chat: string): Promise<void> {
  const { page } = phone;
  await page.getByLabel('更多').last().click();
  await page.getByRole('dialog').getByText('转发给朋友').click();
  await sendCard(phone, chat);
}

/** Sends what was just shared to a chat. */
export async function sendCard(phone: Phone, chat: string): Promise<Card> {
  const before = (await cardsIn(phone)).length;
  await sendTo(phone, chat);
  return eventually(async () => {
    const cards = await cardsIn(phone);
    expect(cards.length).toBeGreaterThan(before);
    return newestOf(cards);
  });
}

/** Shares the page on top to the timeline. */
export async function shareToTimeline({ page }: Phone): Promise<void> {
  await page.getByLabel('更多').last().click();
  await page.getByRole('dialog').getByText('分享到朋友圈').click();
  await page.getByText('已分享到朋友圈').waitFor();
}

/** The newest card in the simulated chats. */
export async function cardIn(phone: Phone): Promise<Card> {
  return newestOf(await cardsIn(phone));
}

function newestOf(cards: readonly Card[]): Card {
  const card = cards.at(-1);
  if (!card) throw new Error('no card was shared');
  return card;
}

/** The cards in the simulated chats, oldest first. */
function cardsIn({ page }: Phone): Promise<Card[]> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('preview-phone::cards') ?? '[]') as Card[]);
}
