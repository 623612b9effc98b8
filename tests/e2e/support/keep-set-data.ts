import type { Page } from 'playwright-core';

/** Runs before the preview's own script, which writes its hooks once and is then told to keep what it hears. */
export function keepSetData(): void {
  const kept: object[] = [];
  let hooks: { watchSetData(listener: (call: object) => void): void } | undefined;
  Object.defineProperty(window, '__setData', { value: kept });
  Object.defineProperty(window, '__preview', {
    get: () => hooks,
    set(written: typeof hooks) {
      hooks = written;
      written?.watchSetData((call) => kept.push(call));
    },
  });
}

/** What pages and components handed from where scripts run to where is drawn since the mini-program was opened, call by call. */
export async function setDataCalls(page: Page): Promise<{ of: string; bytes: number }[]> {
  return page.evaluate(() => (globalThis as unknown as { __setData: { of: string; bytes: number }[] }).__setData);
}
