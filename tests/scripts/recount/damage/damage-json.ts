import { wholeBetween, type Random } from '../../../../scripts/random/random';
import { pick } from '../pick';

/** What stands in place of a number, or of any value. */
const numbers = [
  '-0',
  '1.0',
  '1e0',
  '10E-1',
  '01',
  '+1',
  '.5',
  '1.5',
  '-1',
  '1e400',
  '1e-400',
  '9007199254740991',
  '9007199254740992',
  '9007199254740993',
  '18446744073709551616',
  '9'.repeat(20),
  '9'.repeat(5000),
  `0.${'0'.repeat(5000)}1`,
  'NaN',
  'Infinity',
  '-Infinity',
  '0x1',
];
const values = [
  'null',
  'true',
  'false',
  '""',
  '[]',
  '{}',
  '[[]]',
  '"1"',
  '"\\ud800"',
  '"\\u0061"',
  '"\\/"',
  '"\u2028"',
  '"\ufffd"',
  '"e\u0301"',
  '"toString"',
  '"__proto__"',
  '["ballots"]',
  '["maximum"]',
  `${'['.repeat(40)}${']'.repeat(40)}`,
  `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `"${'公'.repeat(600)}"`,
  `"${'𝄞'.repeat(250)}"`,
  `"${'𝄞'.repeat(251)}"`,
  `"${'['.repeat(200)}"`,
];
const names = [
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"v"',
  '"kind"',
  '"note"',
  '""',
  '"\\u0076"',
  '"hasOwnProperty"',
];

/** Where in a text a pattern stands, one of its places. */
function place(random: Random, text: string, pattern: RegExp): { at: number; length: number } | null {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const one = pick(random, found);
  return { at: one.index, length: one[0].length };
}

function put(random: Random, text: string, pattern: RegExp, by: (old: string) => string): string {
  const found = place(random, text, pattern);
  if (found === null) return text;
  const end = found.at + found.length;
  return text.slice(0, found.at) + by(text.slice(found.at, end)) + text.slice(end);
}

/** Changes a JSON text so that it is another value, no value, or the same one written otherwise. */
export function damageJson(random: Random, text: string): string {
  switch (wholeBetween(random, 0, 10)) {
    case 0:
      return put(random, text, /(?<=[:[,])-?\d+/g, () => pick(random, numbers));
    case 1:
      return put(random, text, /(?<=[:[,])-?\d+/g, (old) => String(Number(old) + pick(random, [-1, 1, 2, 1000])));
    case 2:
      return put(random, text, /(?<=:)(?:"[^"]*"|\d+|\[[^[\]]*\]|\{[^{}]*\})/g, () => pick(random, values));
    case 3:
      return put(random, text, /(?<=[{,])"\w+":/g, () => `${pick(random, names)}:`);
    case 4:
      return put(random, text, /[{}[\],:]/g, (old) => pick(random, [` ${old}`, `${old} `, `\n${old}`, '', old + old]));
    case 5:
      return put(random, text, /(?<=\{)/g, () => `${pick(random, names)}:${pick(random, [...values, ...numbers])},`);
    case 6:
      return put(random, text, /,"\w+":(?:"[^"]*"|\d+|\[[^[\]]*\])/g, () => '');
    case 7: {
      // One field behind another.
      const fields = [...text.matchAll(/"\w+":(?:"[^"]*"|\d+)/g)];
      if (fields.length === 0) return text;
      const [a, b] = [pick(random, fields)[0], pick(random, fields)[0]];
      return text.replace(a, '\0').replace(b, a).replace('\0', b);
    }
    case 8:
      return put(
        random,
        text,
        /[a-z0-9\u4e00-\u9fff]/g,
        (old) => `\\u${old.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    case 9:
      return put(random, text, /"[^"]*"/g, (old) =>
        pick(random, [old.toUpperCase(), `${old.slice(0, -1)}\u0000"`, old.replace(/.(?=")/, '\ufffd'), '"']),
      );
    default:
      return put(random, text, /(?<=")[^"]*(?=")/g, () =>
        pick(random, ['toString', 'constructor', '__proto__', 'valueOf', ' ', 'a b', '公'.repeat(501), 'z']),
      );
  }
}
