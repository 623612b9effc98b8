import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { compileApp, type CompiledApp } from './built-app';

/** Compiles a built mini-program when it is asked for first, and again whenever a file of it has changed. */
export function cachedCompiler(folder: string): () => CompiledApp {
  let known: { state: string; app: CompiledApp } | null = null;
  return () => {
    const state = stateOf(folder);
    if (known?.state !== state) known = { state, app: compileApp(folder) };
    return known.app;
  };
}

function stateOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const { mtimeMs, size } = statSync(file);
      return `${file} ${mtimeMs} ${size}`;
    })
    .sort()
    .join('\n');
}
