/** What programs write between fields, then what people type there by hand on a Chinese keyboard. */
const written = [',', ';', '\t', '|'] as const;
const typed = ['，', '；'] as const;

/** Enough to see what parts fields. */
const sampleLength = 64 * 1024;
const sampleLines = 200;

/**
 * Finds what parts the fields of a text: what stands in most lines equally often. A title, remarks and short lines above the
 * header do not decide, as they would where the first line does.
 * @param text lines end in "\n"
 */
export function guessDelimiter(text: string): string {
  const lines = plainLines(text.slice(0, sampleLength));
  // What is typed by hand is punctuation as well, so nearly all lines have to agree on it.
  return bestOf(written, lines, 1) ?? bestOf(typed, lines, Math.max(2, lines.length * 0.7)) ?? ',';
}

/** @returns undefined when none of them parts so many lines alike */
function bestOf(delimiters: readonly string[], lines: readonly string[], least: number): string | undefined {
  let best: { delimiter: string; agreeing: number; fields: number } | undefined;
  for (const delimiter of delimiters) {
    const { agreeing, fields } = agreement(lines, delimiter);
    const isBetter = !best || agreeing > best.agreeing || (agreeing === best.agreeing && fields > best.fields);
    if (agreeing >= least && isBetter) best = { delimiter, agreeing, fields };
  }
  return best?.delimiter;
}

/** In how many lines it stands the same number of times, and how many fields these have. */
function agreement(lines: readonly string[], delimiter: string): { agreeing: number; fields: number } {
  const linesByFields = new Map<number, number>();
  for (const line of lines) {
    const fields = line.split(delimiter).length;
    if (fields > 1) linesByFields.set(fields, (linesByFields.get(fields) ?? 0) + 1);
  }
  let most = { agreeing: 0, fields: 0 };
  for (const [fields, agreeing] of linesByFields) {
    if (agreeing > most.agreeing || (agreeing === most.agreeing && fields > most.fields)) most = { agreeing, fields };
  }
  return most;
}

/** Lines with content; what stands in quotation marks is left out, line ends included. */
function plainLines(sample: string): string[] {
  const plain = sample.replace(/"[^"]*"/g, '');
  return plain
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, sampleLines);
}
