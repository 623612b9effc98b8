import { writeSync } from 'node:fs';
import type { Phone } from './phone';

/** What the counting page keeps. */
interface CountingWindow {
  swipes: number;
}

/** How much of what scrolls one swipe of a thumb brings. */
const swipe = 0.7;

/**
 * Counts from now on the swipes that a person needs to reach what is tapped: at each tap, how far whatever holds it has been scrolled
 * since the last one, in swipes of a thumb.
 */
export async function countSwipes(phone: Phone): Promise<() => Promise<number>> {
  await phone.page.evaluate((part) => {
    const counting = globalThis as unknown as CountingWindow;
    counting.swipes = 0;
    const places = new WeakMap<Element, number>();
    addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted) return;
        for (let each = event.target as Element | null; each; each = each.parentElement) {
          if (each.scrollHeight <= each.clientHeight + 1) continue;
          const way = Math.abs(each.scrollTop - (places.get(each) ?? 0));
          places.set(each, each.scrollTop);
          // A few pixels are what the test's own aiming costs.
          if (way > 8) counting.swipes += Math.ceil(way / (each.clientHeight * part));
        }
      },
      true,
    );
  }, swipe);
  return async () => {
    const swipes = await phone.page.evaluate(() => (globalThis as unknown as CountingWindow).swipes);
    writeSync(process.stdout.fd, `effort: ${swipes} swipes\n`);
    return swipes;
  };
}
