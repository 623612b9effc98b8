import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { entryCode } from '../../../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';
import { plainHasher } from '../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { receiptText } from '../../../../../cloudfunctions/shared/universal/ledger/receipt/receipt-text';
import { promiseFor } from '../../../../../cloudfunctions/shared/domain/voting/receipt';

describe('a receipt', () => {
  it('has a code of eight characters that nobody misreads', () => {
    expect(entryCode(hexToBytes('0000000000ff'))).toBe('0000-0000');
    expect(entryCode(hexToBytes('ffffffffff00'))).toBe('ZZZZ-ZZZZ');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(entryCode(plainHasher.leaf(text))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('promises the same instant to every cast of an hour, and more than an hour', () => {
    const hour = Date.UTC(2026, 10, 23, 1);
    for (const minutes of [0, 30, 59]) {
      const castAt = hour + minutes * 60_000;
      expect(promiseFor(castAt)).toBe(hour + 130 * 60_000);
      expect(promiseFor(castAt) - castAt).toBeGreaterThan(70 * 60_000);
    }
  });

  it('is signed over its origin, leaf hash and promise', () => {
    expect(receiptText({ origin: 'o/p', leafHash: 'ab', promisedAt: 5 })).toBe('gongping receipt v1\no/p\nab\n5\n');
  });
});
