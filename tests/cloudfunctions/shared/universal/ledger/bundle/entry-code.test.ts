import fc from 'fast-check';
import { bytesToHex } from '@noble/hashes/utils.js';
import { entryCode, entryCodeOfHex } from '../../../../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 40 bits in base 32, by arithmetic. */
function codeByArithmetic(leafHash: string): string {
  const bits = parseInt(leafHash.slice(0, 10), 16);
  let code = '';
  for (let place = 35; place >= 0; place -= 5) {
    if (place === 15) code += '-';
    code += alphabet.charAt(Math.floor(bits / 2 ** place) % 32);
  }
  return code;
}

describe('the code of an entry, in a bundle and on its voter’s receipt', () => {
  it('is the first 40 bits of its leaf hash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (leafHash) => {
        expect(entryCode(leafHash)).toBe(codeByArithmetic(bytesToHex(leafHash)));
        expect(entryCodeOfHex(bytesToHex(leafHash))).toBe(entryCode(leafHash));
      }),
    );
  });
});
