// `npm test`, `npm run test:all` and `npm run test:unit`, each [-- PATH … or other arguments of jest's].
import { prepare } from './test-run/prepare';
import { report, runFiles, runJest, sumOf, type Counts } from './test-run/run-jest';
import { withSharedBrowser } from './test-run/shared-browser';
import { allTestFiles, isInMainPart } from './test-run/test-files';

const help = `Runs tests, once what they need is there: packages, built bundles, a browser.

  npm test                    what everything stands on: rules, functions, races, a kill, components, the main journeys
  npm run test:all            all tests
  npm run test:unit           what needs neither a cloud nor a browser
  npm test -- PATH …          the files whose paths have this in them, whatever part they are in
  npm test -- PATH -t NAME    any of jest's arguments
`;

/** Which tests are meant when no path is given. */
type Part = 'main' | 'all' | 'unit';

async function run(part: Part, args: readonly string[]): Promise<Counts> {
  const all = allTestFiles();
  const isNamed = (file: string): boolean =>
    args.some((arg) => !arg.startsWith('-') && new RegExp(arg.replace(/^\.\//, '')).test(file));
  if (part === 'unit') return runJest([...args, '--selectProjects', 'unit', 'component']);
  if (args.length > 0) {
    const named = all.filter(isNamed);
    return runWith(named.length > 0 ? named : all, () => runJest(args));
  }
  const main = all.filter(isInMainPart);
  return runWith(part === 'main' ? main : all, async () => {
    const counts = await runFiles(main);
    // What is most likely to fail, and soonest, comes first.
    return part === 'main' ? counts : sumOf(counts, await runFiles(all.filter((file) => !main.includes(file))));
  });
}

/** Runs once there is what these tests need. */
async function runWith(files: readonly string[], tests: () => Promise<Counts>): Promise<Counts> {
  const { hasBrowser } = await prepare(files);
  return hasBrowser && files.length > 1 ? withSharedBrowser(tests) : tests();
}

async function main(): Promise<void> {
  const [first = '', ...rest] = process.argv.slice(2);
  const part = /^--(all|unit)$/.exec(first)?.[1] as 'all' | 'unit' | undefined;
  const args = part === undefined ? process.argv.slice(2) : rest;
  if (args[0] === '--help') console.log(help);
  else report(await run(part ?? 'main', args));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  report({ passed: 0, failed: 1 });
});
