/**
 * Breaks a text into lines that are at most `width` wide. Chinese breaks anywhere, but no line begins with a closing mark; a run of
 * letters and digits stays together where it fits.
 * @param widthOf how wide a text is
 * @param most more lines than that end in "…"
 */
export function fitLines(text: string, width: number, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
    // One run may be wider than a line by itself.
    while (widthOf(line) > width && Array.from(line).length > 1) {
      const head = headThatFits(line, width, widthOf);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const last = Array.from(lines[most - 1] ?? '');
  while (last.length > 0 && widthOf(`${last.join('')}…`) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

/** What a line may be broken between: a run of letters with the space behind it, or one character with the marks behind it. */
function pieces(text: string): string[] {
  return text.replace(/\s+/g, ' ').match(/[\w.,:/@-]+ ?|.[，。、；：！？）》」』”’…·]*/gsu) ?? [];
}

function headThatFits(text: string, width: number, widthOf: (text: string) => number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && widthOf(head + character) > width) break;
    head += character;
  }
  return head;
}
