import fc from 'fast-check';
import { parseByJson, parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { vote } from '../sample-log';

const ballot = vote(0x1234, 'a', 'b-1', 'c_2');

describe('a ballot', () => {
  it('is read the quick way as the slow one reads it, whatever is changed in its text', () => {
    const character = fc.constantFrom(...('ab09"\\,:[]{} \u0001é𝄞'.match(/./gu) ?? []));
    fc.assert(
      fc.property(fc.nat(ballot.length), fc.nat(3), fc.array(character, { maxLength: 4 }), (at, removed, added) => {
        const text = ballot.slice(0, at) + added.join('') + ballot.slice(at + removed);
        expect(parseEntry(text)).toEqual(parseByJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('with a name that never ends is refused at once', () => {
    expect(parseEntry(ballot.replace('c_2"]}', 'x'.repeat(20_000)))).toBe('ENTRY_MALFORMED');
  });
});
