import { buildSync } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A fresh folder that the system clears away. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'gongping-'));
}

/**
 * Builds the probe as two functions: `probe` (20 s, no timer, the given open APIs) and `brief` (1 s, a timer each second
 * named `tick`).
 */
export function buildProbes(openapi: string[] = []): string {
  const folder = temporaryFolder();
  const probe = path.join(folder, 'probe');
  mkdirSync(probe);
  buildSync({
    entryPoints: [path.join(__dirname, '../fixtures/probe.ts')],
    outfile: path.join(probe, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  cpSync(probe, path.join(folder, 'brief'), { recursive: true });
  writeFileSync(path.join(probe, 'config.json'), JSON.stringify({ timeout: 20, permissions: { openapi } }));
  const triggers = [{ name: 'tick', type: 'timer', config: '* * * * * * *' }];
  writeFileSync(path.join(folder, 'brief/config.json'), JSON.stringify({ timeout: 1, triggers }));
  return folder;
}
