import { wholeBetween, type Random } from '../../../../scripts/random/random';
import { pick } from '../pick';
import { damageJson } from './damage-json';

/** What an editor does to a file's lines; half of the time the count of lines at its end is put right. */
export function damageLines(random: Random, bundle: string): string {
  const lines = bundle.trimEnd().split('\n');
  const count = wholeBetween(random, 1, 2);
  for (let turn = 0; turn < count; turn++) change(random, lines);
  if (random() < 0.7) {
    const at = lines.length - 1;
    if (lines[at]?.startsWith('end ')) lines[at] = `end ${at}`;
  }
  return lines.map((line) => `${line}\n`).join('');
}

function change(random: Random, lines: string[]): void {
  // Heads, checkpoints and the end are few among many entries, and worth as much.
  const special = lines.flatMap((line, at) => (line.startsWith('entry ') ? [] : [at]));
  const at = random() < 0.6 ? pick(random, special) : wholeBetween(random, 0, lines.length - 1);
  const line = lines[at] ?? '';
  switch (wholeBetween(random, 0, 11)) {
    case 0:
      lines.splice(at, 1);
      return;
    case 1:
      lines.splice(at, 0, line);
      return;
    case 2: {
      const other = wholeBetween(random, 0, lines.length - 1);
      [lines[at], lines[other]] = [lines[other] ?? '', line];
      return;
    }
    case 3:
      lines.splice(at, 1);
      lines.splice(wholeBetween(random, 0, lines.length), 0, line);
      return;
    case 4:
      lines[at] = damageJson(random, line);
      return;
    case 5:
      lines[at] = pick(random, [
        ` ${line}`,
        `${line} `,
        `${line}\r`,
        line.replace(' ', '  '),
        line.replace(' ', '\t'),
        line.toUpperCase(),
      ]);
      return;
    case 6:
      lines.splice(
        at,
        0,
        pick(random, ['', ' ', '# note', 'end', 'end 0', 'rules', 'entry', 'checkpoint ""', 'key x', '{}']),
      );
      return;
    case 7:
      lines.push(line);
      return;
    case 8:
      // Checkpoints differ in how their string is written.
      lines[at] = line.replace(/^checkpoint "(.*)"$/, (whole, note: string) =>
        pick(random, [
          `checkpoint  "${note}"`,
          `checkpoint "${note}" `,
          whole.replace('\\n', '\\u000a'),
          whole.replace('—', '\\u2014'),
          whole.replace('/', '\\/'),
        ]),
      );
      return;
    case 9:
      lines[at] = line.replace(/^(entry )(\d+)/, (_, word: string, index: string) =>
        pick(random, [
          `${word}0${index}`,
          `${word}${Number(index) + 1}`,
          `${word}+${index}`,
          `${word}${'9'.repeat(17)}`,
          word,
        ]),
      );
      return;
    case 10:
      lines[at] = line.padEnd(
        pick(random, [65_000, 70_000, 131_072, 131_073, 200_000, 3_000_000]),
        pick(random, ['x', '公', ' ']),
      );
      return;
    default:
      lines[at] = line.slice(0, wholeBetween(random, 0, line.length));
  }
}
