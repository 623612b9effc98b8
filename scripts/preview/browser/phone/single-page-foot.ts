import { control, make } from './dialog-parts';

/** WeChat's own bar under a single page of the timeline, which leads into the mini-program itself. */
export function singlePageFoot(enter: () => void): HTMLElement {
  const foot = make(
    'div',
    'single-page-foot',
    make('span', '', PREVIEW_PROGRAM.name),
    control('前往小程序', '', enter),
  );
  foot.setAttribute('role', 'region');
  foot.setAttribute('aria-label', '朋友圈单页');
  return foot;
}
