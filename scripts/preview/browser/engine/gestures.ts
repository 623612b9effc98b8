import * as glassEasel from 'glass-easel';
import { elementAt } from './backend';
import { duringTap } from './tap-turn';

/** Beyond this many px a touch is a drag and no tap. */
const tapSlack = 10;
const longPressMs = 350;

interface Point {
  identifier: number;
  /** From the canvas's own corner; only where a canvas was touched. */
  x?: number;
  y?: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
}

/**
 * Turns the browser's touches, mouse, keys and clicks inside `screen` into WeChat's touch, tap and long-press events.
 * Taps follow clicks, so that keyboards and screen readers can tap too.
 */
export function listenToGestures(screen: HTMLElement): void {
  let start: { x: number; y: number; node: EventTarget | null } | null = null;
  let isDrag = false;
  let pressTimer = 0;
  let swallowTap = false;

  const begin = (event: Event, x: number, y: number): void => {
    start = { x, y, node: event.target };
    isDrag = false;
    swallowTap = false;
    window.clearTimeout(pressTimer);
    pressTimer = window.setTimeout(() => {
      const element = elementAt(event.target);
      if (isDrag || !element) return;
      dispatch(element, event, 'longpress', pointsOf(event, screen));
      swallowTap = hears(element, 'longpress');
    }, longPressMs);
  };
  const move = (x: number, y: number): void => {
    if (start && Math.hypot(x - start.x, y - start.y) > tapSlack) {
      isDrag = true;
      window.clearTimeout(pressTimer);
    }
  };
  const forward = (event: Event, type: string, node: EventTarget | null = event.target): void => {
    const element = elementAt(node);
    if (element && dispatch(element, event, type, pointsOf(event, screen, node)) && event.cancelable)
      event.preventDefault();
  };

  screen.addEventListener('touchstart', (event) => {
    const touch = event.changedTouches[0];
    if (touch) begin(event, touch.clientX, touch.clientY);
    forward(event, 'touchstart');
  });
  screen.addEventListener(
    'touchmove',
    (event) => {
      const touch = event.changedTouches[0];
      if (touch) move(touch.clientX, touch.clientY);
      forward(event, 'touchmove');
    },
    { passive: false },
  );
  for (const type of ['touchend', 'touchcancel'] as const) {
    screen.addEventListener(type, (event) => {
      window.clearTimeout(pressTimer);
      forward(event, type);
    });
  }
  // A mouse drags like a finger, also beyond the phone's edge.
  screen.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    begin(event, event.clientX, event.clientY);
    forward(event, 'touchstart');
  });
  window.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || !start || event.buttons === 0) return;
    move(event.clientX, event.clientY);
    forward(event, 'touchmove', start.node);
  });
  window.addEventListener('pointerup', (event) => {
    if (event.pointerType !== 'mouse' || !start) return;
    window.clearTimeout(pressTimer);
    forward(event, 'touchend', start.node);
    start = null;
  });
  screen.addEventListener('click', (event) => {
    if (!isDrag && !swallowTap) duringTap(() => forward(event, 'tap'));
    isDrag = false;
  });
  screen.addEventListener('keydown', (event) => {
    const isControl = event.target instanceof HTMLElement && event.target.matches('[tabindex]:not(input, textarea)');
    if (!isControl || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.target.click();
  });
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    screen.addEventListener(type, (event) => {
      const element = elementAt(event.target);
      if (element) glassEasel.Event.dispatchEvent(element, eventOf(type, {}, event, []));
    });
  }
}

function dispatch(element: glassEasel.Element, source: Event, type: string, points: Point[]): boolean {
  const first = points[0];
  const detail = type === 'tap' || type === 'longpress' ? { x: first?.pageX ?? 0, y: first?.pageY ?? 0 } : {};
  const event = eventOf(type, detail, source, points);
  glassEasel.Event.dispatchEvent(element, event);
  return event.defaultPrevented();
}

function eventOf(type: string, detail: unknown, source: Event, points: Point[]): glassEasel.Event<unknown> {
  const ended = type === 'touchend' || type === 'touchcancel';
  return new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    originalEvent: source,
    extraFields: { touches: ended ? [] : points, changedTouches: points },
  });
}

function pointsOf(event: Event, screen: HTMLElement, node = event.target): Point[] {
  const canvas = node instanceof Element ? node.closest('wx-canvas')?.getBoundingClientRect() : undefined;
  const viewport = screen.querySelector('.page-frame:not([hidden]) > .page-viewport');
  const origin = viewport?.getBoundingClientRect() ?? screen.getBoundingClientRect();
  const scrolled = viewport?.querySelector('.page-scroll')?.scrollTop ?? 0;
  const sources: { identifier?: number; clientX: number; clientY: number }[] =
    event instanceof TouchEvent ? [...event.changedTouches] : event instanceof MouseEvent ? [event] : [];
  return sources.map(({ identifier = 0, clientX, clientY }) => {
    const x = clientX - origin.left;
    const y = clientY - origin.top;
    const within = canvas ? { x: clientX - canvas.left, y: clientY - canvas.top } : {};
    return { identifier, ...within, clientX: x, clientY: y, pageX: x, pageY: y + scrolled };
  });
}

/** Whether anything on the way up listens; the engine keeps listeners in a field that its typings hide. */
function hears(element: glassEasel.Element, type: string): boolean {
  for (let at: glassEasel.Element | null = element; at; at = at.getComposedParent()) {
    const target = (at as unknown as { _$eventTarget?: { listeners: Record<string, unknown> } })._$eventTarget;
    if (target?.listeners[type]) return true;
  }
  return false;
}
