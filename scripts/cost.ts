import { parseArgs } from 'node:util';
import { estimate, usualAssumptions, type Poll } from './cost/estimate';
import { pointsOf, readPrices, usesOf, usualPrices } from './cost/prices';

const help = `Says what a poll costs in CloudBase, and which limit of a plan comes first.

  npm run cost -- --voters N [--days D] …

  --voters 20000     how many vote
  --days 7           how long, and in how many hours of a day: --hours 14
  --ballots 1        how many each casts in all
  --looks 2          how often each opens the poll without casting, and the ranking: --rankings 1
  --step 20          how many ballots the count waits for: 20, or 1 where each is counted by itself
  --candidates 20    how many, and how large a picture of each is: --picture 250 (KB; 1600 px)
  --peak 5           how many of a hundred come in the busiest ten minutes
  --voter-ms 100     what a call takes in the cloud
  --prices FILE      other prices and plans than scripts/local-cloud/prices.json, in its form
  --json             as JSON

Calls are what the tests counted (scripts/cost/operations.ts). Seconds, bytes and how people behave are assumptions.
`;

/** Each option: what it is without being told, the least, and by what it is multiplied. */
const numbers = {
  voters: { usual: undefined, least: 1, of: 1 },
  days: { usual: 7, least: 0.01, of: 1 },
  hours: { usual: 14, least: 1, of: 1 },
  ballots: { usual: 1, least: 0, of: 1 },
  looks: { usual: 2, least: 0, of: 1 },
  rankings: { usual: 1, least: 0, of: 1 },
  step: { usual: 20, least: 1, of: 1 },
  candidates: { usual: 20, least: 1, of: 1 },
  picture: { usual: 250, least: 0, of: 1000 },
  peak: { usual: 5, least: 0, of: 0.01 },
  'voter-ms': { usual: 100, least: 1, of: 0.001 },
} as const;

function readNumber(name: keyof typeof numbers, text: string | undefined): number {
  const { usual, least, of } = numbers[name];
  if (text === undefined && usual === undefined) throw new Error(`--${name} is missing; --help shows what there is`);
  const value = text === undefined ? (usual ?? NaN) : Number(text);
  const most = name === 'hours' ? 24 : name === 'peak' ? 100 : 1e9;
  if (!(text?.trim() !== '' && value >= least && value <= most))
    throw new Error(`--${name}: a number from ${least} to ${most.toLocaleString('en')} is wanted, and not "${text}"`);
  return value * of;
}

function main(): void {
  const names = Object.keys(numbers).map((name) => [name, { type: 'string' }] as const);
  const { values } = parseArgs({
    options: {
      ...(Object.fromEntries(names) as Record<keyof typeof numbers, { type: 'string' }>),
      prices: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(help);
  const read = (name: keyof typeof numbers): number => readNumber(name, values[name]);
  const poll: Poll = {
    voters: read('voters'),
    days: read('days'),
    hours: read('hours'),
    ballots: read('ballots'),
    looks: read('looks'),
    rankings: read('rankings'),
    step: read('step'),
    candidates: read('candidates'),
    picture: read('picture'),
    peak: read('peak'),
  };
  const prices = readPrices(values.prices ?? usualPrices);
  const use = estimate(poll, { ...usualAssumptions, voterSeconds: read('voter-ms') });
  const points = pointsOf(use, prices, poll.days);
  const total = Object.values(points).reduce((all, each) => all + each, 0);
  const plans = Object.entries(prices.plans).map(([name, plan]) => ({
    name,
    uses: usesOf(use, plan, total, poll.days),
  }));
  const yuan = total / prices.pointsPerYuan;
  if (values.json) return console.log(JSON.stringify({ poll, use, points, total, yuan, plans, asOf: prices.asOf }));

  const row = (name: string, figure: string): void => console.log(`  ${name.padEnd(34)}${figure}`);
  console.log(`${round(poll.voters)} voters in ${poll.days} days, with prices of ${prices.asOf}:`);
  for (const [name, times] of Object.entries(use.operations)) if (times > 0) row(name, `${round(times)} times`);
  row('database calls', round(use.databaseCalls));
  row('invocations', round(use.invocations));
  row('in the busiest ten minutes', `${use.databaseCallsPerSecond.toFixed(1)} database calls a second`);
  console.log('Points:');
  for (const [name, amount] of Object.entries(points)) row(name, round(amount));
  row('together', `${round(total)}, which is ¥${yuan.toFixed(2)}`);
  for (const { name, uses } of plans) {
    console.log(`Plan ${name}:`);
    for (const { name: what, used, limit } of uses)
      row(what, `${short(used)} of ${short(limit)}, ${((100 * used) / limit).toFixed(0)} %`);
    const [first] = uses;
    if (first !== undefined) console.log(`  ${verdict(first, poll.voters)}`);
  }
  console.log(`Sources:\n${prices.sources.map((source) => `  ${source}`).join('\n')}`);
}

function verdict({ name, used, limit }: { name: string; used: number; limit: number }, voters: number): string {
  if (used <= limit)
    return `It is enough. ${name} would come first, at about ${round((voters * limit) / used)} voters.`;
  return name === 'database calls a second'
    ? `${name} come first: people queue in the busiest minutes (see docs/operations.md), and nothing is lost.`
    : `${name} come first, at about ${round((voters * limit) / used)} voters; beyond it the environment stops, unless overrun is paid for.`;
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function short(value: number): string {
  return value >= 100 ? round(value) : value.toFixed(value >= 10 ? 1 : 2);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
