import type * as glassEasel from 'glass-easel';
import { defineBuiltIn, text, type BuiltIn, type BuiltInDefinition } from './define';

export function defineScrolling(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'scroll-view', scrollView);
  defineBuiltIn(space, 'swiper', swiper);
  defineBuiltIn(space, 'swiper-item', { properties: { itemId: String, skipHiddenItemLayout: Boolean } });
}

const scrollView: BuiltInDefinition = {
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    upperThreshold: [null, 50],
    lowerThreshold: [null, 50],
    scrollTop: [null, undefined],
    scrollLeft: [null, undefined],
    scrollIntoView: String,
    scrollIntoViewOffset: Number,
    scrollWithAnimation: Boolean,
    enableBackToTop: Boolean,
    enableFlex: Boolean,
    enhanced: Boolean,
    bounces: Boolean,
    showScrollbar: [Boolean, true],
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    scrollAnchoring: Boolean,
    type: String,
    enablePassive: Boolean,
    refresherEnabled: Boolean,
    refresherTriggered: Boolean,
    refresherThreshold: Number,
    refresherDefaultStyle: String,
    refresherBackground: String,
    usingSticky: Boolean,
    clip: Boolean,
  },
  create(self) {
    let before = { left: 0, top: 0 };
    self.host.addEventListener('scroll', () => {
      const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = self.host;
      const deltaX = before.left - scrollLeft;
      const deltaY = before.top - scrollTop;
      before = { left: scrollLeft, top: scrollTop };
      self.emit('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY });
      const upper = Number(self.data['upperThreshold']);
      const lower = Number(self.data['lowerThreshold']);
      if (deltaY > 0 && scrollTop <= upper) self.emit('scrolltoupper', { direction: 'top' });
      if (deltaX > 0 && scrollLeft <= upper) self.emit('scrolltoupper', { direction: 'left' });
      if (deltaY < 0 && scrollHeight - scrollTop - clientHeight <= lower)
        self.emit('scrolltolower', { direction: 'bottom' });
      if (deltaX < 0 && scrollWidth - scrollLeft - clientWidth <= lower)
        self.emit('scrolltolower', { direction: 'right' });
    });
  },
  changed: {
    scrollX: (self, value: boolean) => self.host.toggleAttribute('data-x', value),
    scrollY: (self, value: boolean) => self.host.toggleAttribute('data-y', value),
    enableFlex: (self, value: boolean) => self.host.toggleAttribute('data-flex', value),
    showScrollbar: (self, value: boolean) => self.host.toggleAttribute('data-bare', !value),
    scrollTop: (self, value: unknown) => later(() => scrollTo(self, { top: Number(value) }), value),
    scrollLeft: (self, value: unknown) => later(() => scrollTo(self, { left: Number(value) }), value),
    scrollIntoView: (self, value: string) =>
      later(() => {
        const target = self.host.querySelector(`#${CSS.escape(value)}`);
        if (!target) return;
        const from = self.host.getBoundingClientRect();
        const to = target.getBoundingClientRect();
        scrollTo(self, {
          ...(self.data['scrollY'] ? { top: self.host.scrollTop + to.top - from.top } : {}),
          ...(self.data['scrollX'] ? { left: self.host.scrollLeft + to.left - from.left } : {}),
        });
      }, value),
  },
};

/** Properties change before the children are drawn. */
function later(act: () => void, value: unknown): void {
  if (value !== undefined && value !== null && value !== '') window.setTimeout(act);
}

function scrollTo(self: BuiltIn, to: ScrollToOptions): void {
  self.host.scrollTo({ ...to, behavior: self.data['scrollWithAnimation'] ? 'smooth' : 'instant' });
}

const swiper: BuiltInDefinition = {
  properties: {
    current: Number,
    currentItemId: String,
    autoplay: Boolean,
    interval: [Number, 5000],
    duration: [Number, 500],
    circular: Boolean,
    vertical: Boolean,
    previousMargin: String,
    nextMargin: String,
    displayMultipleItems: [Number, 1],
    snapToEdge: Boolean,
    easingFunction: String,
    indicatorDots: Boolean,
    indicatorColor: [String, 'rgba(0,0,0,.3)'],
    indicatorActiveColor: [String, '#000'],
  },
  attached(self) {
    const track = trackOf(self);
    // A keyboard scrolls what a finger swipes.
    track.tabIndex = 0;
    let settle = 0;
    track.addEventListener('scroll', () => {
      window.clearTimeout(settle);
      settle = window.setTimeout(() => arrive(self), 80);
    });
    const timer = window.setInterval(
      () => {
        const count = track.children.length;
        if (self.data['autoplay'] && count > 1) go(self, (currentOf(self) + 1) % count);
      },
      Math.max(1000, Number(self.data['interval'])),
    );
    timers.set(self.host, timer);
    window.setTimeout(() => {
      go(self, Number(self.data['current']), 'instant');
      drawDots(self);
    });
  },
  detached(self) {
    window.clearInterval(timers.get(self.host));
  },
  changed: {
    current: (self, value: number) => later(() => go(self, value), value),
    vertical: (self, value: boolean) => self.host.toggleAttribute('data-vertical', value),
    indicatorDots: (self) => drawDots(self),
  },
};

const timers = new WeakMap<HTMLElement, number>();
const shown = new WeakMap<HTMLElement, number>();

function trackOf(self: BuiltIn): HTMLElement {
  return self.host.querySelector<HTMLElement>(':scope > swiper-track') ?? self.host;
}

function currentOf(self: BuiltIn): number {
  const track = trackOf(self);
  const vertical = Boolean(self.data['vertical']);
  const size = vertical ? track.clientHeight : track.clientWidth;
  return size === 0 ? 0 : Math.round((vertical ? track.scrollTop : track.scrollLeft) / size);
}

function go(self: BuiltIn, index: number, behavior: ScrollBehavior = 'smooth'): void {
  const track = trackOf(self);
  if (index === currentOf(self)) return;
  if (self.data['vertical']) track.scrollTo({ top: index * track.clientHeight, behavior });
  else track.scrollTo({ left: index * track.clientWidth, behavior });
}

function arrive(self: BuiltIn): void {
  const current = currentOf(self);
  drawDots(self);
  if (current === (shown.get(self.host) ?? Number(self.data['current']))) return;
  shown.set(self.host, current);
  const source = self.data['autoplay'] ? 'autoplay' : 'touch';
  const currentItemId = text(self, 'currentItemId');
  self.emit('change', { current, source, currentItemId });
  self.emit('animationfinish', { current, source, currentItemId });
}

function drawDots(self: BuiltIn): void {
  const existing = self.host.querySelector(':scope > swiper-dots');
  if (!self.data['indicatorDots']) {
    existing?.remove();
    return;
  }
  const dots = existing ?? self.host.appendChild(document.createElement('swiper-dots'));
  const count = trackOf(self).children.length;
  const current = currentOf(self);
  dots.replaceChildren(
    ...Array.from({ length: count }, (_, index) => {
      const dot = document.createElement('i');
      dot.style.background = text(self, index === current ? 'indicatorActiveColor' : 'indicatorColor');
      return dot;
    }),
  );
}
