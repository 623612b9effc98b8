import * as glassEasel from 'glass-easel';
import { currentViewport, nodeOf } from './backend';

/** Positions are told from the page's own corner, as on a phone, not from the browser window's. */
export function measureFromPage(): void {
  glassEasel.Element.prototype.getBoundingClientRect = function (report) {
    const node = nodeOf(this);
    const rect = node?.getBoundingClientRect();
    const origin = (node?.closest('.page-viewport') ?? currentViewport())?.getBoundingClientRect();
    queueMicrotask(() => {
      report({
        left: (rect?.left ?? 0) - (origin?.left ?? 0),
        top: (rect?.top ?? 0) - (origin?.top ?? 0),
        width: rect?.width ?? 0,
        height: rect?.height ?? 0,
      });
    });
  };
}
