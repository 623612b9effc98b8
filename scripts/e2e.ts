// `npm run e2e [-- NAME]`: the browser journeys alone, or those of them that are called NAME or begin with `NAME-`.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './test-run/prepare';
import { report, runFiles } from './test-run/run-jest';
import { withSharedBrowser } from './test-run/shared-browser';

const root = path.resolve(__dirname, '..');
const journeys = path.join(root, 'tests/e2e');
const screenshots = path.join(root, 'screenshots');
const ENDING = '.test.ts';

function helpOf(names: readonly string[]): string {
  return `Walks through the mini-program in Chromium as people would, and leaves screenshots in screenshots/.

  npm run e2e [-- NAME]

  NAME    one of ${[...names].sort().join(', ')},
          or what several begin with, such as organiser; all of them without one
  --help  this text
`;
}

async function main(): Promise<void> {
  const names = readdirSync(journeys)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  const [wanted, ...args] = process.argv.slice(2);
  if (wanted === '--help') {
    console.log(helpOf(names));
    return;
  }
  const chosen = names.filter((name) => wanted === undefined || name === wanted || name.startsWith(`${wanted}-`));
  if (chosen.length === 0) {
    throw new Error(`There is no journey "${wanted}". There are: ${names.sort().join(', ')}.`);
  }
  for (const name of chosen) rmSync(path.join(screenshots, name), { recursive: true, force: true });

  const files = chosen.map((name) => `tests/e2e/${name}${ENDING}`);
  await prepare(files);
  const counts = await withSharedBrowser(() => runFiles(files, ['--runInBand', '--verbose', ...args]));
  console.log(
    `Screenshots: ${chosen.map((name) => path.relative(process.cwd(), path.join(screenshots, name))).join(', ')}`,
  );
  report(counts);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  report({ passed: 0, failed: 1 });
});
