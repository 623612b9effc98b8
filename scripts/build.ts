// `npm run build`: writes dist/cloudfunctions, dist/miniprogram and dist/website, which are what gets deployed.
import path from 'node:path';
import { buildFunctions } from './build/functions';
import { buildMiniprogram } from './build/miniprogram';
import { buildWebsite } from './build/website';
import { describeSizes, packageSizes } from './build/miniprogram/sizes';

async function main(): Promise<void> {
  const miniprogram = await buildMiniprogram();
  for (const folder of [await buildFunctions(), miniprogram, await buildWebsite()]) {
    console.log(`built ${path.relative(process.cwd(), folder)}`);
  }
  console.log(describeSizes(await packageSizes(miniprogram)));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
