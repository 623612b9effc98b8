import { parseArgs } from 'node:util';
import { startBenchCloud, type BenchCloud } from './bench-cloud';
import { measureCasting } from './casting';
import { measureColdStart } from './cold-start';
import { measurePackages } from './package-sizes';
import { measureReading } from './reading';
import { kilobytes, milliseconds } from './statistics';

const help = `Measures what this project promises about speed and size, as ratios within one run.

  npm run bench [-- NAME …]

  casting    casts through the function host beside bare inserts with the same SDK in the same host
  reading    reading the standings at 1,000 and at 200,000 ballots; how fast those are counted
  coldstart  loading each function's bundle beside the plain SDK; bundle sizes
  packages   sizes of the mini-program's packages

All of them without a NAME: about three minutes on two cores.
`;

function print(name: string, figures: string, aim?: string): void {
  console.log(`${name.padEnd(34)}${figures}${aim === undefined ? '' : `   (aim ${aim})`}`);
}

async function casting(cloud: BenchCloud): Promise<void> {
  const { cast, bare, ratio } = await measureCasting(cloud);
  print('casts per second', cast.perSecond.toFixed(0));
  print('bare inserts per second', bare.perSecond.toFixed(0));
  print('ratio of casts to bare inserts', ratio.perSecond.toFixed(2), '≥ 0.9');
  print('p50', `${milliseconds(cast.p50)} beside ${milliseconds(bare.p50)}, ratio ${ratio.p50.toFixed(2)}`);
  print('p99', `${milliseconds(cast.p99)} beside ${milliseconds(bare.p99)}, ratio ${ratio.p99.toFixed(2)}`);
}

async function reading(cloud: BenchCloud): Promise<void> {
  const { sizes, p50, countedPerSecond } = await measureReading(cloud);
  for (const [index, size] of sizes.entries()) {
    print(`standings of ${size.toLocaleString('en')} ballots`, milliseconds(p50[index] ?? NaN));
  }
  const ratio = (p50.at(-1) ?? NaN) / (p50[0] ?? NaN);
  print('ratio of the largest to the smallest', ratio.toFixed(2), 'about 1');
  print('ballots counted per second', countedPerSecond.toFixed(0), '≥ 334, which is 20,000 a minute');
}

async function coldStart(cloud: BenchCloud): Promise<void> {
  for (const name of ['voter', 'scheduler']) {
    const { bytes, load, sdk } = await measureColdStart(cloud.functionsDir, name);
    const times = `${milliseconds(load)} beside ${milliseconds(sdk)}`;
    print(`cold start of ${name}`, `${kilobytes(bytes)}, ${times}, ratio ${(load / sdk).toFixed(2)}`, '≤ 0.6');
  }
}

async function packages(): Promise<void> {
  const { packages: sizes, total } = await measurePackages();
  for (const [name, bytes] of Object.entries(sizes)) {
    print(`package ${name}`, kilobytes(bytes), name === 'main' ? '≤ 500 KB' : undefined);
  }
  print('all packages', kilobytes(total), '≤ 2,048 KB');
}

const parts = { casting, reading, coldstart: coldStart, packages };
type Part = keyof typeof parts;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (values.help) return console.log(help);
  const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined)
    throw new Error(`there is no benchmark ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  // The names were checked above.
  const chosen = (positionals.length > 0 ? positionals : Object.keys(parts)) as Part[];
  const cloud = await startBenchCloud();
  try {
    for (const name of chosen) await parts[name](cloud);
  } finally {
    await cloud.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
