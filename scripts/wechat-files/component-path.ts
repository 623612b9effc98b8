import path from 'node:path/posix';

/**
 * Finds a component as WeChat does: absolute, relative to the file that uses it, or in miniprogram_npm.
 * @param used the value in `usingComponents`
 * @param user built path of the page or component that uses it, without extension
 * @param exists tells whether a component (path without extension) is there
 * @returns its built path without extension, or null
 */
export function resolveComponent(used: string, user: string, exists: (component: string) => boolean): string | null {
  const candidates = used.startsWith('/')
    ? [used.slice(1)]
    : [path.join(path.dirname(user), used), ...(used.startsWith('.') ? [] : [`miniprogram_npm/${used}`])];
  const withIndex = candidates.flatMap((candidate) => [candidate, `${candidate}/index`]);
  return withIndex.find(exists) ?? null;
}
