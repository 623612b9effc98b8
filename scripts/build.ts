// `npm run build`: writes dist/cloudfunctions, dist/miniprogram and dist/website, which are what gets deployed.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildFunctions } from './build/functions';
import { buildMiniprogram } from './build/miniprogram';
import { buildWebsite } from './build/website';
import { installationOf, readSettingsFile } from './deploy/settings';
import { programProblems } from './wechat-files/program-problems';
import { describeSizes, packageSizes } from './build/miniprogram/sizes';

const help = `Builds what gets deployed, and tells how large each package of the mini-program is.

  npm run build [-- --settings installation.json]

  --settings FILE       builds the mini-program for that installation, to be put up from DevTools; for the local cloud without it

  dist/cloudfunctions   the functions, a folder each, as CloudBase takes them
  dist/miniprogram      the mini-program, as WeChat DevTools takes it
  dist/website          the recount and the board, for any static host
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { settings: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const installation = values.settings === undefined ? undefined : installationOf(readSettingsFile(values.settings));
  const miniprogram = await buildMiniprogram(undefined, undefined, installation);
  if (installation !== undefined) console.log(`the mini-program is for ${installation.environment}`);
  for (const folder of [await buildFunctions(), miniprogram, await buildWebsite()]) {
    console.log(`built ${path.relative(process.cwd(), folder)}`);
  }
  // What WeChat would refuse, or show broken without a word, stops here and not on a phone.
  const problems = programProblems(miniprogram);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(describeSizes(await packageSizes(miniprogram)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
