import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../../../../cloudfunctions/shared/universal/ledger/base64';
import { decodeUtf8, encodeUtf8 } from '../../../../../cloudfunctions/shared/universal/ledger/utf8';

describe('UTF-8', () => {
  it('is written as TextEncoder writes it, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff)), (points) => {
        const text = points.map((point) => String.fromCodePoint(point)).join('');
        expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  it('is read as a strict TextDecoder reads it, and refused where that refuses', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const decode = (bytes: Uint8Array): string | null => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    // Leading and following bytes at the edges of what is allowed, so that every rule is met often.
    const byte = fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xe6, 0xed, 0xf0, 0xf4, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 5 }), (bytes) => {
        expect(decodeUtf8(Uint8Array.from(bytes))).toBe(decode(Uint8Array.from(bytes)));
      }),
      { numRuns: 2000 },
    );
    expect(decodeUtf8(encodeUtf8('公评 𝄞'))).toBe('公评 𝄞');
  });
});

describe('base64', () => {
  it('is written and read back as Buffer does', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AAAA\n', 'A-_A', 'AA==AAAA', '===='])('refuses %j', (text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
