import { actionSheet, modal, showToast } from './dialogs';
import { call, type Router } from './router';

interface Message {
  title?: string;
  path?: string;
  query?: string;
  promise?: Promise<Message>;
}

/** The menu behind the three dots: forwards the page to a friend, or to the moments of all friends. */
export async function openMenu(router: Router): Promise<void> {
  const choice = await actionSheet(['转发给朋友', '分享到朋友圈']);
  if (choice === 0) await share(router, undefined);
  if (choice === 1) await shareToMoments(router);
}

/**
 * Stands in for forwarding: asks the page what it would send, and shows it.
 * @param dataset of the button that was tapped, or undefined for the menu
 */
export async function share(router: Router, dataset: unknown): Promise<void> {
  const page = router.top?.page.instance;
  if (!page) return;
  const target = dataset === undefined ? {} : { target: { dataset } };
  const message = await ask(page, 'onShareAppMessage', { from: dataset === undefined ? 'menu' : 'button', ...target });
  await show('转发给朋友', message?.title ?? router.top?.frame.title ?? '', message?.path ?? `/${router.path}`);
}

/** WeChat offers this only for pages that say what they would send. */
async function shareToMoments(router: Router): Promise<void> {
  const page = router.top?.page.instance;
  if (!page) return;
  const message = await ask(page, 'onShareTimeline', {});
  if (message === null) showToast('当前页面未设置分享', 1500);
  else await show('分享到朋友圈', message.title ?? router.top?.frame.title ?? '', message.query ?? '');
}

async function ask(page: object, handler: string, event: object): Promise<Message | null> {
  // Page code may return nothing, a message, or a message with a promise of a better one.
  const given = call(page, handler, event) as Message | undefined;
  return given === undefined ? null : ((await given.promise) ?? given);
}

async function show(title: string, ...lines: string[]): Promise<void> {
  await modal({ title, content: lines.join('\n'), showCancel: false, confirmText: '知道了' });
}
