import fc from 'fast-check';
import {
  BundleLines,
  longestLine,
  type BundleLine,
} from '../../../../../../cloudfunctions/shared/universal/ledger/bundle/bundle-lines';
import { decodeUtf8 } from '../../../../../../cloudfunctions/shared/universal/ledger/utf8';

/** What comes of a file that is read in pieces of these lengths, over and over. */
function read(file: Buffer, lengths: readonly number[]): { lines: BundleLine[]; isWhole: boolean } {
  const cut = new BundleLines(decodeUtf8);
  const lines: BundleLine[] = [];
  for (let at = 0, turn = 0; at < file.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    lines.push(...cut.take(file.subarray(at, at + length)));
    at += length;
  }
  return { lines, isWhole: cut.isWhole };
}

const part = fc.constantFrom('公', 'a', '\n', '\ufeff', '\ufffd', '𝄞', '\r').map((text) => Buffer.from(text));
const broken = fc
  .constantFrom([0xff], [0xe5, 0x85], [0xed, 0xa0, 0x80], [0xc0, 0x80])
  .map((bytes) => Buffer.from(bytes));

describe('a file’s lines', () => {
  it('are the same however its pieces fall', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, broken)),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (parts, lengths) => {
          const file = Buffer.concat(parts);
          expect(read(file, lengths).lines).toEqual(read(file, [Math.max(1, file.length)]).lines);
        },
      ),
    );
  });

  it('give back the file where it is well-formed and ends in a newline', () => {
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 9 }), (parts, length) => {
        const file = Buffer.concat([...parts, Buffer.from('\n')]);
        const { lines, isWhole } = read(file, [length]);
        expect(lines.map((line) => `${typeof line === 'string' ? line : ''}\n`).join('')).toBe(file.toString());
        expect(isWhole).toBe(true);
      }),
    );
  });

  it('end at the first that is no UTF-8', () => {
    expect(read(Buffer.from('a\nb\xff\nc\n', 'latin1'), [100]).lines).toEqual(['a', { broken: 'NOT_UTF8' }]);
    expect(read(Buffer.from('a\n\xe5\x85', 'latin1'), [100])).toEqual({ lines: ['a'], isWhole: false });
  });

  it('may have 128 KiB, whatever is in them', () => {
    for (const filling of ['x', '公', '𝄞']) {
      const line = filling.repeat(Math.floor(longestLine / Buffer.byteLength(filling))).padEnd(0);
      const padded = line + 'x'.repeat(longestLine - Buffer.byteLength(line));
      expect(read(Buffer.from(`${padded}\nb\n`), [7000]).lines).toEqual([padded, 'b']);
      expect(read(Buffer.from(`${padded}x\nb\n`), [7000]).lines).toEqual([{ broken: 'TOO_LONG' }]);
      expect(read(Buffer.from(`${padded}x\nb\n`), [1_000_000]).lines).toEqual([{ broken: 'TOO_LONG' }]);
      expect(read(Buffer.from(`${padded}x`), [1_000_000]).lines).toEqual([{ broken: 'TOO_LONG' }]);
    }
  });

  it('of a film are one, and nothing of it is kept', () => {
    const cut = new BundleLines(decodeUtf8);
    const piece = Buffer.alloc(64 * 1024, 'x');
    const lines = Array.from({ length: 1000 }, () => cut.take(piece)).flat();
    expect(lines).toEqual([{ broken: 'TOO_LONG' }]);
  });
});
