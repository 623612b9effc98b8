import { writeSync } from 'node:fs';
import type { Phone } from './phone';

/** What the counting page keeps. */
interface CountingWindow {
  effort: Effort;
}

/** What a person's fingers did. */
export interface Effort {
  taps: number;
  /** Characters that were written, as a reader counts them; a picked file is none. */
  typed: number;
}

/**
 * Counts from now on what a person's finger does: taps, entering a field that was not tapped, which tests do by filling it, and the
 * characters that come to stand in a field.
 * @returns how many there were; they are printed as well, so that whoever runs the journeys sees them change
 */
export async function countEffort(phone: Phone, journey: string): Promise<() => Promise<Effort>> {
  await phone.page.evaluate(() => {
    const counting = globalThis as unknown as CountingWindow;
    const effort = { taps: 0, typed: 0 };
    counting.effort = effort;
    let lastClick = -Infinity;
    const values = new WeakMap<EventTarget, string[]>();
    const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'file');
    addEventListener(
      'click',
      (event) => {
        // A label hands its click on, and scripts click too.
        if (!event.isTrusted) return;
        effort.taps += 1;
        lastClick = event.timeStamp;
      },
      true,
    );
    addEventListener(
      'focusin',
      ({ target, timeStamp }) => {
        if (!isField(target)) return;
        values.set(target, Array.from(target.value));
        if (timeStamp - lastClick > 100) effort.taps += 1;
      },
      true,
    );
    addEventListener(
      'input',
      ({ target }) => {
        if (!isField(target)) return;
        // What was there and stays was not written.
        const [before, now] = [values.get(target) ?? [], Array.from(target.value)];
        const kept = now.findIndex((character, at) => character !== before[at]);
        effort.typed += kept < 0 ? 0 : now.length - kept;
        values.set(target, now);
      },
      true,
    );
  });
  const began = performance.now();
  return async () => {
    const effort = await phone.page.evaluate(() => (globalThis as unknown as CountingWindow).effort);
    // The tests' own console fails them on what nobody expected.
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    writeSync(
      process.stdout.fd,
      `effort: ${journey}: ${effort.taps} taps, ${effort.typed} characters, ${seconds} s of this machine\n`,
    );
    return effort;
  };
}
