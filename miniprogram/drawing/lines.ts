/** How wide a text would be. */
type Measure = (text: string) => number;

/** One of these may hang over a line's end: all its ink is in its left half. */
const hanging = /[，。、；：？！）」』》”’]$/;

/** Pieces that are not broken: a run of Latin letters or digits, else one character, with the closing marks behind it. */
function piecesOf(text: string): string[] {
  return text.match(/(?:[A-Za-z0-9.,:%–-]+|[\s\S])[，。、；：？！）」』》”’…%]*/gu) ?? [];
}

/**
 * Breaks a text into at most so many lines. What does not fit ends in an ellipsis.
 * @param width in the measure's units; a closing mark may hang over by less than itself
 */
export function linesOf(text: string, width: number, most: number, measure: Measure): string[] {
  const fits = (each: string): boolean => measure(each.replace(hanging, '')) <= width;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text.trim())) {
    if (line === '' || fits(line + piece)) line += piece;
    else {
      lines.push(line);
      line = piece.trim();
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most).map((each) => (fits(each) ? each : cut(each, width, measure)));
  return lines.length > most ? [...kept.slice(0, -1), cut(`${lines[most - 1] ?? ''}…`, width, measure)] : kept;
}

/** A text in one line, its end left out where it is too long. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  // By code points, so that none is cut in half.
  const all = Array.from(text.replace(/…$/, ''));
  while (all.length > 1 && measure(`${all.join('')}…`) > width) all.pop();
  return `${all.join('')}…`;
}
