import { readFile } from 'node:fs/promises';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/**
 * A file of the built website, as a static host would serve it: a folder is its index.html.
 * @param name below the website's folder, "recount/" for instance
 * @returns null when there is none
 */
export async function websiteFile(websiteDir: string, name: string): Promise<{ type: string; body: Buffer } | null> {
  const file = path.join(websiteDir, name.endsWith('/') ? `${name}index.html` : name);
  const type = types[path.extname(file)];
  if (!file.startsWith(websiteDir + path.sep) || type === undefined) return null;
  try {
    return { type, body: await readFile(file) };
  } catch {
    return null;
  }
}
