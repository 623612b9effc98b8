import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { subpackagesOf, type AppConfig } from '../../wechat-files/app-config';

/** Bytes of one package of the built mini-program; the main package has an empty root. */
export interface PackageSize {
  root: string;
  files: number;
  bytes: number;
}

/** Sizes of a built mini-program, by package. WeChat refuses one over 2 MB. */
export async function packageSizes(outDir: string): Promise<PackageSize[]> {
  // The build has written it.
  const app = JSON.parse(await readFile(path.join(outDir, 'app.json'), 'utf8')) as AppConfig;
  const roots = ['', ...subpackagesOf(app).map(({ root }) => root)];
  const sizes = new Map(roots.map((root) => [root, { root, files: 0, bytes: 0 }]));
  for (const entry of await readdir(outDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const built = path.relative(outDir, file).split(path.sep).join('/');
    const root = roots.find((candidate) => candidate !== '' && built.startsWith(`${candidate}/`)) ?? '';
    const size = sizes.get(root);
    if (!size) continue;
    size.files += 1;
    size.bytes += (await stat(file)).size;
  }
  return [...sizes.values()];
}

/** One line for each package, and one for all. */
export function describeSizes(sizes: readonly PackageSize[]): string {
  const lines = sizes.map(
    ({ root, files, bytes }) => `  ${root || 'main package'}: ${kilobytes(bytes)}, ${files} files`,
  );
  return [...lines, `  together: ${kilobytes(sizes.reduce((sum, { bytes }) => sum + bytes, 0))}`].join('\n');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
