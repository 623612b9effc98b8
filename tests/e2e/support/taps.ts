import type { Phone } from './phone';

/** What the counting page keeps. */
interface CountingWindow {
  taps: number;
}

/**
 * Counts from now on what a person's finger does: taps, and entering a field that was not tapped, which tests do by filling it.
 * @returns how many there were
 */
export async function countTaps(phone: Phone): Promise<() => Promise<number>> {
  await phone.page.evaluate(() => {
    const counting = globalThis as unknown as CountingWindow;
    counting.taps = 0;
    let lastClick = -Infinity;
    addEventListener(
      'click',
      (event) => {
        // A label hands its click on, and scripts click too.
        if (!event.isTrusted) return;
        counting.taps += 1;
        lastClick = event.timeStamp;
      },
      true,
    );
    addEventListener(
      'focusin',
      ({ target, timeStamp }) => {
        const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
        if (isField && timeStamp - lastClick > 100) counting.taps += 1;
      },
      true,
    );
  });
  return () => phone.page.evaluate(() => (globalThis as unknown as CountingWindow).taps);
}
