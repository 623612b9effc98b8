import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildMiniprogram } from '../build/miniprogram';

export interface PackageSizes {
  /** Bytes by package; the main one is "main". */
  packages: Record<string, number>;
  total: number;
}

/** Builds the mini-program and weighs each of its packages, uncompressed, as WeChat's limits count them. */
export async function measurePackages(): Promise<PackageSizes> {
  const dir = await buildMiniprogram();
  // The build has checked app.json.
  const { subpackages = [] } = JSON.parse(await readFile(path.join(dir, 'app.json'), 'utf8')) as {
    subpackages?: { root: string }[];
  };
  const roots = subpackages.map(({ root }) => root.replace(/\/$/, ''));
  const packages: Record<string, number> = { main: 0 };
  let total = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = roots.find((root) => path.relative(dir, file).startsWith(`${root}${path.sep}`)) ?? 'main';
    const { size } = await stat(file);
    packages[name] = (packages[name] ?? 0) + size;
    total += size;
  }
  return { packages, total };
}
