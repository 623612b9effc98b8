/**
 * What `SelectorQuery.node()` gives for an element: a canvas to draw on, or the handle of a scroll view. Other elements
 * have no node, as on a phone, where page code never meets the browser's.
 */
export function contextNode(host: HTMLElement): unknown {
  const canvas = host.querySelector(':scope > canvas');
  if (canvas) return canvas;
  return host.localName === 'wx-scroll-view' ? scrollHandle(host) : undefined;
}

interface ScrollTarget {
  top?: number;
  left?: number;
  animated?: boolean;
}

function scrollHandle(host: HTMLElement): object {
  return {
    scrollTo({ top, left, animated = true }: ScrollTarget): void {
      host.scrollTo({
        ...(top === undefined ? {} : { top }),
        ...(left === undefined ? {} : { left }),
        behavior: animated ? 'smooth' : 'instant',
      });
    },
    scrollIntoView(selector: string): void {
      host.querySelector(selector)?.scrollIntoView();
    },
  };
}
