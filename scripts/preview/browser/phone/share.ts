import { call, type Router } from './router';
import { modal } from './dialogs';

/** Stands in for forwarding: asks the page what it would send, and shows it. */
export async function share(router: Router, dataset: unknown): Promise<void> {
  const { top } = router;
  if (!top) return;
  const from = dataset === undefined ? 'menu' : 'button';
  const given = call(top.page.instance, 'onShareAppMessage', { from, target: { dataset } });
  // Page code may return nothing, a message, or a message with a promise.
  const message = (await (given as { promise?: Promise<object> } | undefined)?.promise) ?? given ?? {};
  const { title = top.frame.title, path = `/${router.path}` } = message as { title?: string; path?: string };
  await modal({ title: '转发', content: `${title}\n${path}`, showCancel: false, confirmText: '知道了' });
}
