/** How wide a text would be. */
export type Measure = (text: string) => number;

interface Manner {
  /** Whether a closing mark may hang over a line's end by less than itself: all its ink is in its left half. */
  hangs?: boolean;
  /** Whether a run of letters that is wider than a line goes on in the next one; else its end is left out. */
  splits?: boolean;
}

const hanging = /[，。、；：？！）」』》”’]$/;

/** What a line may be broken between: a run of letters or digits, else one character, with closing marks and a space behind it. */
function piecesOf(text: string): string[] {
  return text.match(/(?:[\w.,:/@%–-]+|\S)[，。、；：？！）」』》”’…%·]*\s?/gu) ?? [];
}

/**
 * Breaks a text into at most so many lines. Chinese breaks anywhere, but no line begins with a closing mark; a run of letters and
 * digits stays together where it fits. What does not fit ends in an ellipsis.
 * @param width in the measure's units
 */
export function breakLines(
  text: string,
  width: number,
  most: number,
  measure: Measure,
  { hangs = false, splits = true }: Manner = {},
): string[] {
  const fits = (line: string): boolean => measure(hangs ? line.replace(hanging, '') : line) <= width;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text.replace(/\s+/g, ' ').trim())) {
    if (line !== '' && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (splits && !fits(line.trimEnd()) && Array.from(line).length > 1) {
      const head = headThatFits(line, width, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
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

function headThatFits(text: string, width: number, measure: Measure): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && measure(head + character) > width) break;
    head += character;
  }
  return head;
}
