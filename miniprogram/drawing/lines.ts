/** How wide a text would be. */
type Measure = (text: string) => number;

/** A line does not begin with these. */
const closing = /^[，。、；：？！）」』》”’…%]/;
/** One of these may hang over a line's end: all its ink is in its left half. */
const hanging = /[，。、；：？！）」』》”’]$/;

/** Pieces that are not broken: a run of Latin letters or digits, else one character. */
function piecesOf(text: string): string[] {
  return text.match(/[A-Za-z0-9.,:%–-]+|[\s\S]/gu) ?? [];
}

/**
 * Breaks a text into at most so many lines. What does not fit ends in an ellipsis.
 * @param width in the measure's units; a closing mark may hang over by less than itself
 */
export function linesOf(text: string, width: number, most: number, measure: Measure): string[] {
  const fits = (each: string): boolean => measure(each.replace(hanging, '')) <= width;
  const lines: string[] = [];
  let line: string[] = [];
  for (const piece of piecesOf(text.trim())) {
    const longer = line.join('') + piece;
    if (line.length === 0 || measure(longer) <= width || (closing.test(piece) && fits(longer))) line.push(piece);
    else {
      const carried = closing.test(piece) ? carriedWith(line) : [];
      lines.push(line.slice(0, line.length - carried.length).join(''));
      line = [...carried, piece.trim()];
    }
  }
  if (line.length > 0) lines.push(line.join(''));
  const kept = lines.slice(0, most).map((each) => (fits(each) ? each : cut(each, width, measure)));
  return lines.length > most ? [...kept.slice(0, -1), cut(`${lines[most - 1] ?? ''}…`, width, measure)] : kept;
}

/** The end of a line that goes to the next with a closing mark that finds no room: down to what the mark stands behind. */
function carriedWith(line: readonly string[]): string[] {
  let from = line.length - 1;
  while (from > 0 && closing.test(line[from] ?? '')) from -= 1;
  return from > 0 ? line.slice(from) : [];
}

/** A text in one line, its end left out where it is too long. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  // By code points, so that none is cut in half.
  const all = Array.from(text.replace(/…$/, ''));
  while (all.length > 1 && measure(`${all.join('')}…`) > width) all.pop();
  return `${all.join('')}…`;
}
