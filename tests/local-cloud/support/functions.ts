import { buildSync } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A fresh folder that the system clears away. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'gongping-'));
}

/** Builds the function `inbox`, which may answer in the customer service, into a folder of functions. */
export function addInbox(folder: string): void {
  const inbox = path.join(folder, 'inbox');
  mkdirSync(inbox);
  bundle('inbox', path.join(inbox, 'index.js'));
  writeFileSync(
    path.join(inbox, 'config.json'),
    JSON.stringify({ timeout: 20, permissions: { openapi: ['customerServiceMessage.send'] } }),
  );
}

/**
 * Builds the probe as two functions: `probe` (20 s, 128 MB, no timer, the given open APIs) and `brief` (1 s, a timer each second
 * named `tick`).
 */
export function buildProbes(openapi: string[] = []): string {
  const folder = temporaryFolder();
  const probe = path.join(folder, 'probe');
  mkdirSync(probe);
  bundle('probe', path.join(probe, 'index.js'));
  cpSync(probe, path.join(folder, 'brief'), { recursive: true });
  writeFileSync(
    path.join(probe, 'config.json'),
    JSON.stringify({ timeout: 20, memorySize: 128, permissions: { openapi } }),
  );
  const triggers = [{ name: 'tick', type: 'timer', config: '* * * * * * *' }];
  writeFileSync(path.join(folder, 'brief/config.json'), JSON.stringify({ timeout: 1, triggers }));
  return folder;
}

function bundle(fixture: string, outfile: string): void {
  buildSync({
    entryPoints: [path.join(__dirname, `../fixtures/${fixture}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
}
