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
    ...(await cutWords(phone)),
    ...(await outOfReach(phone)),
  ];
}

/** Words that stand beyond the screen, or that a box around them cuts off where nobody can scroll. */
async function cutWords(phone: Phone): Promise<string[]> {
  return phone.screen.evaluate((frame) => {
    const page = frame.querySelector('.page-scroll');
    if (!page) return [];
    const edge = page.getBoundingClientRect();
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const complaints: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [text, holder] = [node.textContent?.trim() ?? '', node.parentElement];
      if (text === '' || !holder?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      let [left, right] = [edge.left, edge.right];
      let canScroll = false;
      for (let box: Element | null = holder; box && box !== page; box = box.parentElement) {
        const { overflowX, overflowY, clipPath, webkitLineClamp } = getComputedStyle(box);
        // What only readers get; and a long text that is meant to end after two lines or more, and is whole on its own page.
        if (clipPath !== 'none' || Number(webkitLineClamp) >= 2) canScroll = true;
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) canScroll = true;
        if (canScroll || overflowX !== 'hidden') continue;
        const around = box.getBoundingClientRect();
        [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
        const below = Math.round(words.bottom - around.bottom);
        if (below > words.height * 0.35) complaints.push(`cut below by ${below} px: ${text.slice(0, 30)}`);
      }
      const beyond = Math.round(Math.max(left - words.left, words.right - right));
      if (!canScroll && beyond > 1) complaints.push(`cut at the side by ${beyond} px: ${text.slice(0, 30)}`);
    }
    return complaints;
  });
}

/** What can be tapped but not reached: scrolled to the middle, something else lies over it, or it is beyond the screen. */
async function outOfReach(phone: Phone): Promise<string[]> {
  return phone.screen.evaluate((frame, emptyOfLibrary) => {
    const page = frame.querySelector('.page-scroll');
    const nodes: EngineNode[] = [...frame.querySelectorAll('.page-scroll *')];
    const place = page?.scrollTop ?? 0;
    const complaints = nodes.flatMap((node) => {
      if (!node.__wxElement?._$eventTarget?.listeners?.['tap'] || node.matches(emptyOfLibrary)) return [];
      if (node.closest('[inert]') || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return [];
      const { width, height } = node.getBoundingClientRect();
      // The dimmed page beside a sheet lies below it.
      if (width === 0 || height === 0 || node.matches('[aria-hidden=true]')) return [];
      let over = '';
      // One scrolls until a thing comes out from behind what is fixed.
      for (const block of ['center', 'start', 'end'] as const) {
        node.scrollIntoView({ block, inline: 'center', behavior: 'instant' });
        const { left, top } = node.getBoundingClientRect();
        // Of what is taller than the room that is left, the upper part will do.
        for (const share of [0.5, 0.2]) {
          const hit = document.elementFromPoint(left + width / 2, top + height * share);
          if (hit && (node.contains(hit) || hit.contains(node))) return [];
        }
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        over = hit ? `<${hit.localName} class="${hit.className}">` : 'beyond the screen';
      }
      // What sticks to the top comes out only where the page has been scrolled past its place.
      page?.scrollTo(0, page.scrollHeight / 2);
      const { left, top } = node.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit && (node.contains(hit) || hit.contains(node))) return [];
      return [`out of reach, ${over}: ${(node.textContent ?? '').trim().slice(0, 20)} ${node.className}`];
    });
    page?.scrollTo(0, place);
    // What was brought into sight sideways goes back, for the pictures.
    for (const node of nodes) if (node.scrollLeft !== 0) node.scrollLeft = 0;
    return complaints;
  }, EMPTY_OF_LIBRARY);
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
    return (
      heard
        // What readers pass over has another way, which they read.
        .filter((node) => !node.matches(emptyOfLibrary) && !node.matches('[aria-hidden=true]'))
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
        .filter(({ width, height }) => width > 0 && height > 0)
    );
  }, EMPTY_OF_LIBRARY);
}
