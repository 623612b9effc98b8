import path from 'node:path/posix';

/** Built path of the stylesheet that `name`, in an `@import`, means in `file`. */
export function importedStyle(name: string, file: string): string {
  return name.startsWith('/') ? name.slice(1) : path.join(path.dirname(file), name);
}
