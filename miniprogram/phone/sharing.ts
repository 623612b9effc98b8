import { cardSize, drawCard, type Card } from '../drawing/card';
import { cloudPicture, openSheet } from './canvas';

/** Where a card leads and what it says: over its picture `title`, in it `card`. */
export interface Shared {
  title: string;
  path: string;
  card: Card;
  /** A cloud file id; '' for none. */
  picture: string;
}

/** A card for a chat. Its picture is drawn while one chooses the chat; WeChat waits for it up to 3 s, then shows the page's own look. */
export function shareCard({ title, path, card, picture }: Shared): WechatMiniprogram.Page.IAsyncCustomShareContent {
  return { title, path, promise: picturePath(card, picture).then((imageUrl) => ({ title, path, imageUrl })) };
}

async function picturePath(card: Card, picture: string): Promise<string> {
  const sheet = openSheet(cardSize);
  drawCard(sheet.pen, card, await cloudPicture(sheet, picture));
  return sheet.toFile('jpg');
}

/** Takes sharing out of this page's menu: what it shows is for its team alone. */
export function hideSharing(): void {
  void wx.hideShareMenu();
}
