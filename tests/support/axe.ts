import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is used of axe in the page. */
interface AxeWindow {
  axe: {
    run(options: object): Promise<{
      violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
    }>;
  };
}

/**
 * Rules that are off by themselves and hold here: a name contains what is seen of it, or who speaks to their phone cannot say it.
 */
const options = {
  rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};

/** What axe finds wrong with the page as it stands, one line for each element. */
export async function axeComplaints(page: Page): Promise<string[]> {
  await restOf(page);
  const has = await page.evaluate(() => 'axe' in globalThis);
  // Evaluated, not added to the page: the website's pages let no script in that is not their own.
  if (!has) await page.evaluate(source);
  const { violations } = await page.evaluate((wanted) => (globalThis as unknown as AxeWindow).axe.run(wanted), options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${lastLine(failureSummary)}`),
  );
}

/** Resolves when nothing moves any more: what still comes into sight has not its own colours yet. */
export async function restOf(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

function lastLine(summary: string): string {
  return summary.split('\n').at(-1)?.trim() ?? '';
}
