import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../browser/chromium';

/** The environment variable by which tests find it. */
const variable = 'SHARED_BROWSER';

/**
 * Runs something with one Chromium that all test files open their pages in, each in contexts of its own: starting one takes a second of a
 * core, and there are dozens of files. Without a Chromium here it just runs.
 */
export async function withSharedBrowser<Result>(run: () => Promise<Result>): Promise<Result> {
  const executablePath = findChromium();
  if (executablePath === undefined) return run();
  const server = await chromium.launchServer({ executablePath, args: [...chromiumFlags], handleSIGINT: false });
  process.env[variable] = server.wsEndpoint();
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(process.env, variable);
    await server.close();
  }
}
