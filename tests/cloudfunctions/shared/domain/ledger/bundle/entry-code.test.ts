import fc from 'fast-check';
import { bytesToHex } from '@noble/hashes/utils.js';
import { entryCode } from '../../../../../../cloudfunctions/shared/domain/ledger/bundle/entry-code';
import { receiptCode } from '../../../../../../cloudfunctions/shared/domain/ledger/receipt/receipt-text';

describe('the code of an entry in a bundle', () => {
  it('is the one that its voter’s receipt shows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (leafHash) => {
        expect(entryCode(leafHash)).toBe(receiptCode(bytesToHex(leafHash)));
      }),
    );
  });
});
