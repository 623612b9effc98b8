import type * as glassEasel from 'glass-easel';
import { inFrameUnits } from '../../compile/units';
import { defineBuiltIn, type BuiltIn } from './define';

export function definePageMeta(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'page-meta', {
    properties: {
      pageStyle: String,
      pageFontSize: String,
      rootFontSize: String,
      backgroundColor: String,
      rootBackgroundColor: String,
      backgroundTextStyle: String,
      backgroundColorTop: String,
      backgroundColorBottom: String,
      pageOrientation: String,
      scrollTop: String,
    },
    attached: apply,
    changed: { pageStyle: apply, pageFontSize: apply, rootBackgroundColor: apply, backgroundColor: apply },
  });
  defineBuiltIn(space, 'navigation-bar', {
    properties: { title: String, loading: Boolean, frontColor: String, backgroundColor: String },
    attached: (self) => announce(self),
    changed: { title: announce, frontColor: announce, backgroundColor: announce },
  });
}

/** Styles the page that the element stands in. */
function apply(self: BuiltIn): void {
  const page = self.host.closest<HTMLElement>('wx-page');
  if (!page) return;
  const fontSize = self.data['pageFontSize'];
  page.setAttribute(
    'style',
    inFrameUnits(`${String(self.data['pageStyle'] ?? '')}${fontSize ? `;font-size:${String(fontSize)}` : ''}`),
  );
  const background = self.data['rootBackgroundColor'] || self.data['backgroundColor'];
  const scroll = page.closest<HTMLElement>('.page-scroll');
  if (scroll && background) scroll.style.background = String(background);
}

/** The bar belongs to the phone; it listens for this event on the page's frame. */
function announce(self: BuiltIn): void {
  const { title, frontColor, backgroundColor } = self.data;
  self.host.dispatchEvent(
    new CustomEvent('navigationbar', { bubbles: true, detail: { title, frontColor, backgroundColor } }),
  );
}
