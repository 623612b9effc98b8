/** Whether a font has a character. @param codePoint of Unicode */
export type Coverage = (codePoint: number) => boolean;

/** Of the table `cmap`: the forms that have all of Unicode and, where a font has no character beyond, its first plane. */
const wholeForm = 12;
const planeForm = 4;

/**
 * Reads what characters a font has, from its table `cmap`: so that a text which it cannot write is refused, while a renderer would write
 * boxes in silence.
 * @param font OpenType
 * @throws when it has no such table in a form that is known here
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOf(view, 'cmap');
  const forms = new Map<number, number>();
  for (let n = 0; n < view.getUint16(cmap + 2); n++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * n + 4);
    forms.set(view.getUint16(at), at);
  }
  const whole = forms.get(wholeForm);
  const plane = forms.get(planeForm);
  const ranges =
    whole !== undefined ? wholeRanges(view, whole) : plane !== undefined ? planeRanges(view, plane) : undefined;
  if (ranges === undefined) throw new Error('the font’s table of characters has an unknown form');
  return (codePoint) => isIn(ranges, codePoint);
}

function tableOf(view: DataView, wanted: string): number {
  for (let n = 0; n < view.getUint16(4); n++) {
    const at = 12 + 16 * n;
    const tag = String.fromCharCode(...Array.from({ length: 4 }, (_, place) => view.getUint8(at + place)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${wanted}`);
}

/** First and last of each run of characters, in order. */
type Ranges = readonly (readonly [first: number, last: number])[];

function wholeRanges(view: DataView, at: number): Ranges {
  return Array.from({ length: view.getUint32(at + 12) }, (_, n) => {
    const group = at + 16 + 12 * n;
    return [view.getUint32(group), view.getUint32(group + 4)] as const;
  });
}

/** Runs that end in the same place as they map to nothing (0xFFFF) are left out; no font of ours maps within a run to nothing. */
function planeRanges(view: DataView, at: number): Ranges {
  const count = view.getUint16(at + 6) / 2;
  return Array.from({ length: count }, (_, n) => {
    const last = view.getUint16(at + 14 + 2 * n);
    return [view.getUint16(at + 16 + 2 * count + 2 * n), last] as const;
  }).filter(([first]) => first !== 0xffff);
}

function isIn(ranges: Ranges, codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first = 0, last = 0] = ranges[middle] ?? [];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}
