// `npm run build`: writes dist/cloudfunctions and dist/miniprogram, which are what gets deployed.
import path from 'node:path';
import { buildFunctions } from './build/functions';
import { buildMiniprogram } from './build/miniprogram';

async function main(): Promise<void> {
  for (const folder of [await buildFunctions(), await buildMiniprogram()]) {
    console.log(`built ${path.relative(process.cwd(), folder)}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
