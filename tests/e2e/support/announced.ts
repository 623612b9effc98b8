import type { Phone } from './phone';

/** What the listening page keeps. */
interface ListeningWindow {
  announced: string[];
}

/** Notes from now on what a screen reader says unasked: each new text of a live region, an alert or a status. @returns what it was */
export async function listen(phone: Phone): Promise<() => Promise<string[]>> {
  await phone.page.evaluate(() => {
    const listening = globalThis as unknown as ListeningWindow;
    listening.announced = [];
    const live = '[aria-live]:not([aria-live=off]), [role=alert], [role=status]';
    const textOf = (region: Element): string => (region.textContent ?? '').replace(/\s+/g, ' ').trim();
    const said = new Map([...document.querySelectorAll(live)].map((region) => [region, textOf(region)]));
    new MutationObserver(() => {
      for (const region of document.querySelectorAll(live)) {
        const text = textOf(region);
        if (region.parentElement?.closest(live) || said.get(region) === text) continue;
        said.set(region, text);
        if (text !== '' && region.checkVisibility()) listening.announced.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return async () => phone.page.evaluate(() => (globalThis as unknown as ListeningWindow).announced);
}
