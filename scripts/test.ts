// `npm test [-- JEST'S ARGUMENTS]`: sets up what is missing, builds what the tests run, runs every test there is.
import { buildFunctions } from './build/functions';
import { buildMiniprogram } from './build/miniprogram';
import { buildWebsite } from './build/website';
import { ensureBrowser } from './browser/ensure-browser';
import { report, runJest } from './test-run/run-jest';

async function main(): Promise<void> {
  ensureBrowser();
  await Promise.all([buildFunctions(), buildMiniprogram(), buildWebsite()]);
  report(await runJest(process.argv.slice(2)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  report({ passed: 0, failed: 1 });
});
