import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { estimate, type Poll } from '../../../scripts/cost/estimate';
import { pointsOf, readPrices, usesOf, usualPrices } from '../../../scripts/cost/prices';
import { runScript } from '../../support/run-script';

const district: Poll = {
  voters: 20_000,
  days: 7,
  hours: 14,
  ballots: 1,
  looks: 2,
  rankings: 1,
  step: 20,
  candidates: 20,
  picture: 250_000,
  peak: 0.05,
};
const prices = readPrices(usualPrices);

test('prices have a date and say where they are from', () => {
  expect(prices.asOf).toMatch(/^\d{4}-\d{2}$/);
  expect(prices.sources.join(' ')).toMatch(/https:\/\//);
  expect(Object.keys(prices.plans)).toEqual(['entry', 'personal']);
});

test('nearly every figure grows with the voters, and what runs anyway does not', () => {
  const one = estimate(district);
  const two = estimate({ ...district, voters: 40_000 });
  for (const name of ['cdnGigabytes', 'databaseGigabytes'] as const) expect(two[name] / one[name]).toBeCloseTo(2);
  expect(two.databaseCalls).toBeGreaterThan(1.75 * one.databaseCalls);
  expect(two.databaseCalls).toBeLessThan(2 * one.databaseCalls);
  const nobody = estimate({ ...district, voters: 1, looks: 0, rankings: 0 });
  expect(nobody.databaseCalls).toBeGreaterThan(7 * 24 * 60);
});

test.each([
  ['pictures that everybody fetches', {}, 'CDN traffic a month, GB'],
  ['a crowd within ten minutes', { picture: 1_000, peak: 1 }, 'database calls a second'],
  ['a year of daily ballots', { picture: 0, days: 30, ballots: 30 }, 'invocations a month'],
])('%s: that limit comes first', (_, change, first) => {
  const poll = { ...district, ...change };
  const use = estimate(poll);
  const points = Object.values(pointsOf(use, prices, poll.days)).reduce((all, each) => all + each, 0);
  const [foremost, ...others] = usesOf(use, prices.plans['entry'] ?? {}, points, poll.days);
  expect(foremost?.name).toBe(first);
  for (const { used, limit } of others)
    expect(used / limit).toBeLessThanOrEqual((foremost?.used ?? 0) / (foremost?.limit ?? 1));
});

test('the command says calls, points, yuan and what comes first by plan', async () => {
  const { status, stdout } = await runScript('cost.ts', '--voters', '20000', '--peak', '100');
  expect(status).toBe(0);
  expect(stdout).toMatch(/20,000 voters in 7 days, with prices of \d{4}-\d{2}/);
  expect(stdout).toMatch(/ballot\.cast +20,000 times/);
  expect(stdout).toMatch(/together +[\d,]+, which is ¥\d+\.\d\d/);
  expect(stdout).toMatch(/Plan entry:/);
  expect(stdout).toMatch(/come first/);
});

test.each([
  [[], '--voters is missing'],
  [['--voters', 'many'], '--voters: a number from 1'],
  [['--voters', ''], '--voters: a number from 1'],
  [['--voters', '10', '--hours', '25'], '--hours: a number from 1 to 24'],
  [['--voters', '10', '--prices', '/nowhere.json'], '/nowhere.json cannot be read'],
  [['--voters', '10', '--people', '3'], '--people'],
])('%j is refused in a sentence', async (args, said) => {
  const { status, stdout, stderr } = await runScript('cost.ts', ...args);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('other prices are taken from a file, and a wrong one is named by its field', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongping-prices-'));
  const file = path.join(folder, 'prices.json');
  const own = JSON.parse(readFileSync(usualPrices, 'utf8')) as { points: Record<string, unknown>; plans: object };
  writeFileSync(file, JSON.stringify({ ...own, plans: { ours: { pointsMonth: 10 } } }));
  const { stdout } = await runScript('cost.ts', '--voters', '100', '--prices', file);
  expect(stdout).toMatch(/Plan ours:\n +points a month/);
  writeFileSync(file, JSON.stringify({ ...own, points: { ...own.points, invocations10k: 'cheap' } }));
  const refused = await runScript('cost.ts', '--voters', '100', '--prices', file);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('points.invocations10k');
});
