import type { Page } from 'playwright-core';

/** The address of the page that calls any function of wx. */
export const tryPage = 'path=pages/try/try';

/** Lets page code call a function of wx, such as "fs.readFileSync"; the call starts in a tap. */
export async function startCall(page: Page, name: string, ...given: unknown[]): Promise<void> {
  await page.locator('#call input').fill(JSON.stringify([name, ...given]));
  await page.locator('#run').click();
}

/** What the call that was started came to: its result, or `{errMsg, errCode}`. */
export async function resultOf(page: Page): Promise<unknown> {
  const text = await page.locator('#result', { hasText: /./ }).innerText();
  return text === 'undefined' ? undefined : JSON.parse(text);
}

export async function call(page: Page, name: string, ...given: unknown[]): Promise<unknown> {
  await startCall(page, name, ...given);
  return resultOf(page);
}
