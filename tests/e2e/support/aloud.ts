import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Phone } from './phone';
import { pageAloud } from './reader';

const folder = path.resolve(__dirname, '../aloud');

/**
 * Compares what is read of the page on top with what is meant, which lies in `aloud/NAME.txt` and was read by a person.
 * `APPROVE_ALOUD=1` writes it anew: read it, word by word, before it is committed.
 */
export async function readsAsMeant(phone: Phone, name: string): Promise<void> {
  await phone.settles();
  const heard = `${inOrderOfNumber((await pageAloud(phone)).map(withoutChance)).join('\n')}\n`;
  const file = path.join(folder, `${name}.txt`);
  if (process.env['APPROVE_ALOUD'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, heard);
  }
  expect(heard).toBe(readFileSync(file, 'utf8'));
}

/** What a card begins with: its picture's number. */
const begins = /^ {2}(链接|复选框) \d\d /;

/** The candidates of a list stand in another order for each person and run: here by their number. */
function inOrderOfNumber(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => begins.test(line));
  const end = lines.findIndex((line, at) => at > first && !line.startsWith('  '));
  if (first < 0) return [...lines];
  const cards = lines.slice(first, end).reduce<string[]>((groups, line) => {
    const last = groups.at(-1);
    return last === undefined || begins.test(line) ? [...groups, line] : [...groups.slice(0, -1), `${last}\n${line}`];
  }, []);
  return [...lines.slice(0, first), ...cards.sort(), ...lines.slice(end)];
}

/** What is another in every run: codes of receipts, hashes, and the minute in which a test casts. */
function withoutChance(line: string): string {
  return line
    .replace(/\b(?=[0-9A-Z]*[A-Z])[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b\d{4}-\d{4}\b(?!-)/g, '····-····')
    .replace(/\b[0-9a-f]{16,}\b/g, '····')
    .replace(/10:[34]\d/g, '10:3·');
}
