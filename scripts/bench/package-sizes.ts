import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
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

/** Weighs what is uploaded of each function: its files, each deflated as in a zip. @returns bytes by function */
export async function measureFunctions(functionsDir: string): Promise<[name: string, bytes: number][]> {
  const folders = (await readdir(functionsDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    folders.map(async ({ name }): Promise<[string, number]> => {
      const files = await readdir(path.join(functionsDir, name));
      const sizes = files.map(
        async (file) => deflateRawSync(await readFile(path.join(functionsDir, name, file))).length,
      );
      return [name, (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)];
    }),
  );
}
