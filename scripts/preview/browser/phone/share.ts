import { decodePicture, encodePicture } from '../files/bitmap';
import { urlOfFile } from '../files/file-url';
import { phoneFiles } from '../files/phone-files';
import { actionSheet, showToast } from './dialogs';
import type { Chat } from '../../program';
import { call, type Router } from './router';
import { shareStateOf } from './share-menu';
import { timeline, type SharedCards } from './shared-cards';

interface Message {
  title?: string;
  path?: string;
  query?: string;
  imageUrl?: string;
  promise?: Promise<Message>;
}

/** How long WeChat waits for a promised message, ms; then the first one counts. */
const patienceMs = 3000;

/** The 5:4 in which WeChat shows a card's picture, px. */
const cardSize = { width: 500, height: 400 };

export interface Sharing {
  router: Router;
  cards: SharedCards;
  chats: readonly Chat[];
  /** Name of the person whose phone this is. */
  owner(): string;
}

/** The menu behind the three dots: what the page lets be shared, to a chat or to the timeline, and the mini-program's settings. */
export async function openMenu(sharing: Sharing, openSettings: () => void): Promise<void> {
  const page = sharing.router.top?.page.instance;
  if (!page) return;
  const canForward = typeof page['onShareAppMessage'] === 'function' && !shareStateOf(page).isHidden;
  // WeChat offers the timeline only beside forwarding.
  const canPublish = canForward && typeof page['onShareTimeline'] === 'function';
  const offers: [string, () => Promise<void>][] = [
    ...(canForward ? [['转发给朋友', () => share(sharing, undefined)] as [string, () => Promise<void>]] : []),
    ...(canPublish ? [['分享到朋友圈', () => shareToTimeline(sharing)] as [string, () => Promise<void>]] : []),
  ];
  const choice = await actionSheet(
    [...offers.map(([label]) => label), '设置'],
    offers.length > 0 ? '' : '当前页面不能转发',
  );
  if (choice === offers.length) openSettings();
  else if (choice !== null) await offers[choice]?.[1]();
}

/**
 * Forwards the page on top to a chat that the person chooses.
 * @param target dataset and id of the button that was tapped, or undefined for the menu
 */
export async function share(sharing: Sharing, target: { dataset: unknown; id: string } | undefined): Promise<void> {
  const { router, cards, chats, owner } = sharing;
  const page = router.top?.page.instance;
  if (!page) return;
  const asked = ask(page, 'onShareAppMessage', { from: target ? 'button' : 'menu', ...(target ? { target } : {}) });
  const offered = chats.filter(({ kind, members }) => kind === 'single' || members.includes(owner()));
  const choice = await actionSheet(
    offered.map(({ name }) => name),
    '发送给',
  );
  const chat = choice === null ? undefined : offered[choice];
  if (!chat) return;
  const message = await asked;
  cards.add({
    chat: chat.id,
    from: owner(),
    title: message.title ?? router.top?.frame.title ?? '',
    path: (message.path ?? router.path).replace(/^\//, ''),
    image: await pictureOf(message.imageUrl),
    withTicket: shareStateOf(page).withTicket,
  });
  showToast(`已发送到“${chat.name}”`, 1500);
}

async function shareToTimeline({ router, cards, owner }: Sharing): Promise<void> {
  const top = router.top;
  if (!top) return;
  const message = await ask(top.page.instance, 'onShareTimeline', {});
  const query = message.query ?? top.query;
  cards.add({
    chat: timeline,
    from: owner(),
    title: message.title ?? top.frame.title,
    path: top.route + (query ? `?${query}` : ''),
    image: await pictureOf(message.imageUrl),
    withTicket: false,
  });
  showToast('已分享到朋友圈', 1500);
}

async function ask(page: object, handler: string, event: object): Promise<Message> {
  // Page code may return nothing, a message, or a message with a promise of a better one.
  const given = (call(page, handler, event) ?? {}) as Message;
  if (!given.promise) return given;
  const late = new Promise<Message>((resolve) => window.setTimeout(() => resolve(given), patienceMs));
  return await Promise.race([given.promise.catch(() => given), late]);
}

/** A picture of the phone's own files is put into the card, since nobody else has those. */
async function pictureOf(source: string | undefined): Promise<string> {
  if (!source) return '';
  if (!source.startsWith('wxfile://')) return urlOfFile(source);
  if (!phoneFiles.has(source)) return '';
  const picture = await decodePicture(phoneFiles.read(source), source);
  const share = Math.min(1, cardSize.width / picture.width);
  const bytes = await encodePicture(
    picture,
    { width: picture.width * share, height: picture.height * share },
    'image/jpeg',
    0.85,
  );
  return await new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsDataURL(new Blob([bytes], { type: 'image/jpeg' }));
  });
}
