import { readdirSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildMiniprogram } from '../build/miniprogram';
import type { Preview } from '../preview/server';
import { onChange } from './on-change';

/**
 * Builds the mini-program anew whenever a file of it is saved, and shows it in the phone: a changed style without touching the page, all
 * else by loading the same page again. A build that fails leaves what is there.
 * @param options.sources folder that holds app.json
 * @param options.shared folders beside it whose code it takes
 * @returns ends it
 */
export function watchApp(options: {
  sources: string;
  shared: readonly string[];
  appDir: string;
  preview: Pick<Preview, 'tell'>;
}): () => void {
  const { sources, shared, appDir, preview } = options;
  const next = `${appDir}.next`;
  return onChange([sources, ...shared], async () => {
    const startedAt = performance.now();
    const before = contentOf(appDir);
    await buildMiniprogram(sources, next);
    const after = contentOf(next);
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (file) => before.get(file) !== after.get(file),
    );
    // What the functions alone use is no affair of the phone's.
    if (changed.length === 0) return rm(next, { recursive: true });
    await rm(appDir, { recursive: true, force: true });
    await rename(next, appDir);
    preview.tell(changed.every((file) => file.endsWith('.wxss')) ? 'style' : 'app');
    console.log(`The mini-program was built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
}

/** What a built mini-program consists of, by file. */
function contentOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}
