import { restOf } from '../../support/axe';
import type { Phone } from './phone';

/** 长辈版 shows no text smaller than this, px. */
const smallest = 18;
/** And none that stands out less from what is behind it. */
const faintest = 7;

/**
 * Complaints about the page on top as 长辈版 shows it: small text, faint text, and what would have to be pushed sideways. WeChat's own
 * bars are not ours, and what a screen reader passes over is drawing.
 */
export async function plainComplaints(phone: Phone): Promise<string[]> {
  await restOf(phone.page);
  return phone.screen.evaluate(
    (frame, { least, faint }) => {
      const numbers = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const light = ([red = 0, green = 0, blue = 0]: number[]): number => {
        const [r = 0, g = 0, b = 0] = [red, green, blue]
          .map((part) => part / 255)
          .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const groundOf = (node: Element | null): number[] => {
        for (let each = node; each; each = each.parentElement) {
          const parts = numbers(getComputedStyle(each).backgroundColor);
          if ((parts[3] ?? 1) > 0.99) return parts;
        }
        return [255, 255, 255];
      };
      const isSeen = (node: Element): boolean =>
        node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const found = new Set<string>();
      const texts = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement: holder, textContent } = texts.currentNode;
        const text = (textContent ?? '').trim();
        if (text === '' || !holder || !isSeen(holder) || !holder.closest('.page-scroll')) continue;
        if (holder.closest('[aria-hidden=true], svg, style')) continue;
        const { fontSize, color } = getComputedStyle(holder);
        if (Number.parseFloat(fontSize) < least) found.add(`small, ${fontSize}: ${text}`);
        const [high = 0, low = 0] = [light(numbers(color)), light(groundOf(holder))].sort((one, other) => other - one);
        const contrast = (high + 0.05) / (low + 0.05);
        if (contrast < faint) found.add(`faint, ${contrast.toFixed(2)}: ${text}`);
      }
      for (const node of frame.querySelectorAll('.page-scroll *')) {
        const pushes = /auto|scroll/.test(getComputedStyle(node).overflowX) && node.scrollWidth > node.clientWidth + 1;
        if (pushes && isSeen(node)) found.add(`sideways: ${node.className}`);
      }
      return [...found];
    },
    { least: smallest, faint: faintest },
  );
}
