import { wholeBetween, type Random } from '../../../../scripts/random/random';
import { pick } from '../pick';

/** Bytes that look like something: ends of lines, broken and forbidden UTF-8, marks, quotes. */
const oddities = [
  '\r\n',
  '\r',
  '\n',
  '\n\n',
  '\0',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u200b',
  '\u202e',
  '\ufffd',
  '\u0301',
  '𝄞',
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '\\"',
  ' ',
  '\t',
]
  .map((text) => Buffer.from(text))
  .concat(
    [[0xff], [0xc0, 0x80], [0xe4, 0xb8], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xf0, 0x9d, 0x84]].map(
      (bytes) => Buffer.from(bytes),
    ),
  );

/** What a broken disk, a careless editor or a hostile hand does to a file's bytes. */
export function damageBytes(random: Random, whole: Buffer): Buffer {
  const at = wholeBetween(random, 0, whole.length);
  const [before, behind] = [whole.subarray(0, at), whole.subarray(at)];
  const few = wholeBetween(random, 1, 4);
  switch (wholeBetween(random, 0, 8)) {
    case 0: {
      const changed = Buffer.from(whole);
      const place = Math.min(at, whole.length - 1);
      changed[place] = (changed[place] ?? 0) ^ (1 << wholeBetween(random, 0, 7));
      return changed;
    }
    case 1:
      return Buffer.concat([before, pick(random, oddities), behind]);
    case 2:
      return Buffer.concat([before, behind.subarray(few)]);
    case 3:
      return Buffer.concat([before, pick(random, oddities), behind.subarray(few)]);
    case 4:
      return before;
    case 5:
      return Buffer.concat([whole, pick(random, oddities)]);
    case 6:
      return Buffer.concat([pick(random, oddities), whole]);
    case 7:
      // A replacement character where a byte is broken is what forgiving decoders see.
      return Buffer.from(whole.toString('latin1').replace(/[\x80-\xff]/, '\xff'), 'latin1');
    default:
      return Buffer.concat([before, before.subarray(-few * 10), behind]);
  }
}
