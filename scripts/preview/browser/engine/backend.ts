import * as glassEasel from 'glass-easel';
import { builtInTags } from '../../../wechat-files/built-in-tags';

type Listener = Parameters<glassEasel.domlikeBackend.Context['onEvent']>[0];

/**
 * Draws into the phone instead of the browser's whole window. Elements get a `wx-` prefix, so that no tag means an
 * HTML element by accident, and the browser's events reach components only through our own gestures.
 */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    const create = (tag: string): HTMLElement => document.createElement(isPlain(tag) ? `wx-${tag}` : tag);
    this.document = {
      createElement: (tag) => asBackend(create(tag)),
      createTextNode: (text) => asBackend(document.createTextNode(text)),
      createDocumentFragment: () => asBackend(document.createDocumentFragment()),
    };
  }

  override onEvent(_listener: Listener): void {
    // Gestures dispatch events themselves.
  }

  /** Native input, change and scroll events would arrive a second time, so nothing is listened to here. */
  override setListenerStats(element: glassEasel.domlikeBackend.Element | null, type: string): void {
    const node: unknown = element;
    // Whatever can be tapped can be reached by keyboard.
    if (type === 'tap' && node instanceof HTMLElement && !node.hasAttribute('tabindex')) node.tabIndex = 0;
  }

  override getWindowWidth(): number {
    return currentViewport()?.clientWidth ?? 0;
  }

  override getWindowHeight(): number {
    return currentViewport()?.clientHeight ?? 0;
  }

  override getTheme(): string {
    return document.documentElement.dataset['theme'] ?? 'light';
  }

  override createIntersectionObserver(
    target: glassEasel.domlikeBackend.Element,
    relative: glassEasel.domlikeBackend.Element | null,
    margin: string,
    thresholds: number[],
    listener: Parameters<glassEasel.CurrentWindowBackendContext['createIntersectionObserver']>[4],
  ): { disconnect(): void } {
    const scroller = asNode(target).closest('.page-scroll');
    return super.createIntersectionObserver(
      target,
      relative ?? (scroller instanceof HTMLElement ? asBackend(scroller) : null),
      margin,
      thresholds,
      listener,
    );
  }
}

/** Whether a tag is WeChat's own, or could mean an element of HTML. */
function isPlain(tag: string): boolean {
  return builtInTags.has(tag) || !tag.includes('-');
}

/** The frame of the page that is on top. */
export function currentViewport(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.page-frame:not([hidden]) > .page-viewport');
}

/** The browser's node behind an element of the engine, if it has one. */
export function nodeOf(element: glassEasel.Element): HTMLElement | null {
  const node: unknown = element.$$;
  return node instanceof HTMLElement ? node : null;
}

/** The engine's element nearest to a node of the browser. */
export function elementAt(node: EventTarget | null): glassEasel.Element | null {
  for (let at = node instanceof Node ? node : null; at; at = at.parentNode) {
    // The engine leaves its element on the node under this name.
    const element = (at as Node & { __wxElement?: glassEasel.Element }).__wxElement;
    if (element) return element;
  }
  return null;
}

/** The engine declares only the part of the DOM that it uses; the browser's nodes have it all. */
export function asBackend(node: Node): glassEasel.domlikeBackend.Element {
  return node as unknown as glassEasel.domlikeBackend.Element;
}

function asNode(element: glassEasel.domlikeBackend.Element): Element {
  return element as unknown as Element;
}
