import { readFileSync } from 'node:fs';
import path from 'node:path';

const bundleOf = (name: string): string =>
  readFileSync(path.resolve(__dirname, '../../../dist/cloudfunctions', name, 'index.js'), 'utf8');

/** Whether a bundle holds a text; esbuild writes what is not ASCII as escapes. */
function holds(name: string, text: string): boolean {
  const escapeOf = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return bundleOf(name).includes(text.replace(/[^ -~]/g, escapeOf));
}

/** What only organisers' work needs, by a text that minifying leaves alone. */
const ofOrganisers: [part: string, text: string][] = [
  ['their contract', 'candidate.import'],
  ['their refusals', 'FROZEN_AFTER_PUBLISHING'],
  ['the templates', '十佳为民服务实事'],
  ['the spreadsheet reader', 'spreadsheetml'],
  ['the content checks', 'msgSecCheck'],
  ['customer service', 'transfer_customer_service'],
  ['their collections', 'invitations'],
];

describe('the function that casts ballots', () => {
  it.each(ofOrganisers)('carries nothing of %s', (_, text) => {
    expect(['organiser', 'inbox'].some((name) => holds(name, text))).toBe(true);
    expect(holds('voter', text)).toBe(false);
  });

  it('stays small: what it loads is what a cold start waits for', () => {
    // 653 KB before organisers came; visits, public changes and standings are less than 3 KB of it.
    expect(Buffer.byteLength(bundleOf('voter'))).toBeLessThan(670 * 1024);
  });
});

it('no function but voter can sign a receipt or open a poll’s secret', () => {
  for (const name of ['organiser', 'participant', 'inbox', 'scheduler']) {
    expect([name, holds(name, 'MASTER_KEY'), holds(name, 'RECEIPT_KEY')]).toEqual([name, false, false]);
  }
});
