// WeChat hands what a page shows from the process where scripts run to the one that draws, as text. On a slow phone each kilobyte of it
// is a wait of the finger, so a page hands over what is other than before, and never too much at once.

/** The most that one setData carries, bytes as UTF-8: what is longer goes in several, which others may come between. */
export const mostAtOnce = 24 * 1024;

interface Showing {
  data: object;
  setData(change: Record<string, unknown>, drawn?: () => void): void;
}

/**
 * Shows what is wanted: only what differs from what is shown is set, by its path.
 * @param wanted as setData takes it, paths among it
 * @param drawn called once it is on screen
 */
export function setChanged(page: Showing, wanted: Readonly<Record<string, unknown>>, drawn?: () => void): void {
  const parts = inParts(changedPaths(page.data, wanted));
  if (drawn !== undefined && parts.length === 0) drawn();
  for (const [index, part] of parts.entries()) page.setData(part, index === parts.length - 1 ? drawn : undefined);
}

/** What of the wanted differs from what is shown, as paths for setData. */
export function changedPaths(shown: object, wanted: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(wanted)) compare(path, at(shown, path), value, paths);
  return paths;
}

/** What stands at a path; undefined for nothing. */
function at(shown: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).reduce<unknown>((value, name) => {
    if (name === '') return value;
    return isThing(value) ? (value as Record<string, unknown>)[name] : undefined;
  }, shown);
}

function compare(path: string, shown: unknown, wanted: unknown, paths: Record<string, unknown>): void {
  if (Object.is(shown, wanted)) return;
  if (Array.isArray(shown) && Array.isArray(wanted) && shown.length > 0 && shown.length <= wanted.length) {
    wanted.forEach((item: unknown, index) => {
      const before: unknown = shown[index];
      // Another item in the place of one is a new one to the list: nothing of the old one is kept.
      if (isThing(before) && idOf(before) !== idOf(item)) paths[`${path}[${index}]`] = item;
      else compare(`${path}[${index}]`, before, item, paths);
    });
  } else if (isRecord(shown) && isRecord(wanted) && Object.keys(shown).every((name) => wanted[name] !== undefined)) {
    for (const [name, value] of Object.entries(wanted)) compare(`${path}.${name}`, shown[name], value, paths);
  } else if (!isSame(shown, wanted)) paths[path] = wanted;
}

/** Whether two values are written alike, where neither can be gone into: a list that became shorter, a list that is empty. */
function isSame(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) && one.length === 0 && other.length === 0;
}

function isThing(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isThing(value) && !Array.isArray(value);
}

function idOf(value: unknown): unknown {
  return isRecord(value) ? value['id'] : undefined;
}

/** The same paths in as many calls as it takes for none to carry more than `most` bytes; what is longer by itself goes in pieces. */
export function inParts(paths: Readonly<Record<string, unknown>>, most = mostAtOnce): Record<string, unknown>[] {
  const parts: Record<string, unknown>[] = [];
  let part: Record<string, unknown> = {};
  let filled = 0;
  for (const [path, value] of inPieces(paths, most)) {
    const bytes = bytesOf(path) + weight(value) + 4;
    if (filled > 0 && filled + bytes > most) {
      parts.push(part);
      part = {};
      filled = 0;
    }
    part[path] = value;
    filled += bytes;
  }
  return filled === 0 ? parts : [...parts, part];
}

/** What is too long for one call as something shorter in its place, and what is then put into that. */
function* inPieces(paths: Readonly<Record<string, unknown>>, most: number): Generator<[path: string, value: unknown]> {
  for (const [path, value] of Object.entries(paths)) {
    if (!isThing(value) || weight(value) <= most) yield [path, value];
    else if (Array.isArray(value)) {
      yield [path, []];
      yield* inPieces(Object.fromEntries(value.map((item: unknown, index) => [`${path}[${index}]`, item])), most);
    } else {
      const isHeavy = ([, inner]: [string, unknown]): boolean => isThing(inner) && weight(inner) > most / 8;
      const inner = Object.entries(value);
      const heavy = inner.filter(isHeavy);
      yield [
        path,
        { ...value, ...Object.fromEntries(heavy.map(([name, own]) => [name, Array.isArray(own) ? [] : {}])) },
      ];
      yield* inPieces(Object.fromEntries(heavy.map(([name, own]) => [`${path}.${name}`, own])), most);
    }
  }
}

/** Of a value as it is handed over, bytes. */
function weight(value: unknown): number {
  return bytesOf(JSON.stringify(value) ?? '');
}

/** How long a text is as UTF-8. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Half of a pair is two of its four.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
