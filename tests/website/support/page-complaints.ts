import type { Page } from 'playwright-core';

/** The smallest side of anything that can be used, px. */
const smallestTarget = 44;

/**
 * What somebody who cannot see, or whose hand is unsteady, would complain of: no language, no main part, headings that skip a
 * level, things to use without a name or too small, ids that stand twice or are named and missing.
 */
export async function pageComplaints(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const complaints: string[] = [];
    const all = [...document.querySelectorAll('*')];
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    if (document.documentElement.lang === '') complaints.push('no language');
    if (document.querySelectorAll('main').length !== 1) complaints.push('not one main part');

    let level = 0;
    for (const heading of all.filter((each) => /^H[1-6]$/.test(each.tagName) && isShown(each))) {
      const next = Number(heading.tagName.slice(1));
      if (next > level + 1) complaints.push(`heading skips a level: ${heading.textContent ?? ''}`);
      level = next;
    }

    const ids = all.map(({ id }) => id).filter((id) => id !== '');
    complaints.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id twice: ${id}`));
    for (const attribute of ['for', 'aria-labelledby', 'aria-describedby']) {
      const named = all.flatMap((each) => each.getAttribute(attribute)?.split(' ') ?? []);
      complaints.push(...named.filter((id) => !ids.includes(id)).map((id) => `no element for ${attribute}: ${id}`));
    }

    for (const each of document.querySelectorAll('button, input, textarea, summary, a[href]')) {
      if (!isShown(each)) continue;
      // What is shown of a file's field is its label.
      const labels = 'labels' in each ? [...((each.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
      const text = [...labels, each].map((part) => part.textContent ?? '').join('');
      if (text.trim() === '') complaints.push(`no name: ${each.outerHTML.slice(0, 80)}`);
      const place = each.matches('.visually-hidden') ? labels[0] : each;
      const { width, height } = (place ?? each).getBoundingClientRect();
      if (Math.min(width, height) < smallest) complaints.push(`${width} × ${height}: ${each.outerHTML.slice(0, 80)}`);
    }
    for (const picture of document.querySelectorAll('svg, img')) {
      if (picture.getAttribute('aria-hidden') !== 'true') complaints.push('a picture that is read out');
    }
    for (const table of document.querySelectorAll('table')) {
      if (!table.querySelector('th[scope]')) complaints.push('a table without headings');
    }
    return complaints;
  }, smallestTarget);
}
