import type { Phone } from './phone';

/** WeChat's and our own smallest side of anything that can be tapped, px. */
const SMALLEST_TARGET = 44;

/** TDesign's place for a popup's cross, which listens even where no cross is wanted; nothing of it is seen. */
const EMPTY_OF_LIBRARY = '.t-popup__close';

/** What the engine keeps on a node of the page. */
interface EngineNode extends Element {
  __wxElement?: { _$eventTarget?: { listeners?: Record<string, unknown> } };
}

interface Target {
  what: string;
  role: string | null;
  label: string;
  width: number;
  height: number;
}

/**
 * Complaints about the page on top: sideways scrolling, tappable things too small, without a role or a name, words that touch the
 * edge of their button, and texts that a field of one line cuts off.
 */
export async function layoutComplaints(phone: Phone): Promise<string[]> {
  const overflow = await phone.screen.evaluate((frame) => {
    const scroller = frame.querySelector('.page-scroll') ?? frame;
    return scroller.scrollWidth - scroller.clientWidth;
  });
  const targets = await tappable(phone);
  return [
    ...(overflow > 0 ? [`the page is ${overflow} px wider than the screen`] : []),
    ...targets.filter(({ role }) => !role).map(({ what }) => `no role: ${what}`),
    ...targets.filter(({ label }) => !label).map(({ what }) => `no name: ${what}`),
    ...targets
      .filter(({ width, height }) => Math.min(width, height) < SMALLEST_TARGET)
      .map(({ what, width, height }) => `too small, ${width} × ${height}: ${what}`),
    ...(await crampedWords(phone)),
  ];
}

/** Words without room: in a coloured button from edge to edge, or longer than the one line of their field. */
async function crampedWords(phone: Phone): Promise<string[]> {
  return phone.screen.evaluate((frame) => {
    const isSeen = (node: Element): boolean =>
      node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const buttons = [...frame.querySelectorAll('.page-scroll [role=button]')].filter(isSeen).flatMap((node) => {
      if (/^rgba\(.*, 0\)$/.test(getComputedStyle(node).backgroundColor)) return [];
      const words = document.createRange();
      words.selectNodeContents(node);
      const [inner, outer] = [words.getBoundingClientRect(), node.getBoundingClientRect()];
      const room = Math.min(inner.left - outer.left, outer.right - inner.right);
      const text = (node.textContent ?? '').trim();
      return text !== '' && room < 4 ? [`words at the edge of their button, ${Math.round(room)} px: ${text}`] : [];
    });
    const fields = [...frame.querySelectorAll<HTMLInputElement>('.page-scroll input')]
      .filter(isSeen)
      .flatMap((field) => {
        const hidden = field.scrollWidth - field.clientWidth;
        return hidden > 1 ? [`a field cuts its text by ${hidden} px: ${field.value}`] : [];
      });
    return [...buttons, ...fields];
  });
}

/** Everything on the page that listens for a tap and can be seen. */
async function tappable(phone: Phone): Promise<Target[]> {
  return phone.screen.evaluate((frame, emptyOfLibrary) => {
    const nodes: EngineNode[] = [...frame.querySelectorAll('.page-scroll *')];
    const heard = nodes.filter((node) => node.__wxElement?._$eventTarget?.listeners?.['tap']);
    return heard
      .filter((node) => !node.matches(emptyOfLibrary))
      .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((node) => {
        const box = node.getBoundingClientRect();
        const inner = node.closest('[role]') ?? node.querySelector('[role]');
        const named = node.closest('[aria-label]') ?? node.querySelector('[aria-label]');
        return {
          what: `<${node.localName} class="${node.className}"> ${(node.textContent ?? '').trim().slice(0, 20)}`,
          role: inner?.getAttribute('role') ?? null,
          label: (named?.getAttribute('aria-label') ?? node.textContent ?? '').trim(),
          width: Math.round(box.width),
          height: Math.round(box.height),
        };
      })
      .filter(({ width, height }) => width > 0 && height > 0);
  }, EMPTY_OF_LIBRARY);
}
