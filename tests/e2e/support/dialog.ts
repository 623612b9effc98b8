import type { Phone } from './phone';

/** A dialog that WeChat draws over the page: waits until it says all of this, and taps a button. */
export async function answerDialog({ page }: Phone, says: readonly (string | RegExp)[], button: string): Promise<void> {
  const dialog = page.locator('.modal').last();
  for (const text of says) await dialog.getByText(text).first().waitFor();
  // This one has to go: without a network the next may stand in its place at once.
  const answered = await dialog.elementHandle();
  await dialog.getByText(button, { exact: true }).tap();
  await answered?.waitForElementState('hidden');
}
