import fc from 'fast-check';
import {
  ballotEntry,
  closeEntry,
  decodeEntry,
  rulesEntry,
} from '../../../../cloudfunctions/shared/domain/ledger/entry';
import { leafHash } from '../../../../cloudfunctions/shared/domain/ledger/leaf';
import { promiseFor, receiptCode, receiptText } from '../../../../cloudfunctions/shared/domain/receipt';
import { emptyTally, fold } from '../../../../cloudfunctions/shared/domain/tally';

const poll = {
  id: 'p1',
  stages: { voting: 1, verifying: 2 },
  rules: { period: 'once' as const, ballotsPerPeriod: 1, choices: { min: 1, max: 2 } },
  countPolicy: { kind: 'live' as const },
};
const rules = rulesEntry(poll, ['a', 'b', 'c']);
const vote = (tag: string, ...choices: string[]): string => ballotEntry({ tag, period: 'once', choices });

describe('a log entry', () => {
  it('is the same text whatever order things came in', () => {
    expect(vote('t', 'b', 'a')).toBe('{"v":1,"kind":"ballot","tag":"t","period":"once","choices":["a","b"]}');
    expect(
      rulesEntry({ ...poll, rules: { choices: { max: 2, min: 1 }, ballotsPerPeriod: 1, period: 'once' } }, [
        'a',
        'b',
        'c',
      ]),
    ).toBe(rules);
  });

  it('reads back as it was written', () => {
    expect(decodeEntry(vote('t', 'a'))).toEqual({ v: 1, kind: 'ballot', tag: 't', period: 'once', choices: ['a'] });
  });

  it.each(['{"v":1,"kind":"gift"}', '{"v":2,"kind":"ballot"}', '{}', 'null', 'not json'])('is never %s', (text) => {
    expect(() => decodeEntry(text)).toThrow();
  });

  it('hashes as RFC 6962 wants it', () => {
    expect(leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });
});

describe('the count', () => {
  it('is a fold over the log', () => {
    const tally = fold(emptyTally, [rules, vote('1', 'a', 'b'), vote('2', 'b')]);
    expect(tally).toEqual({ size: 3, ballots: 2, votes: { a: 1, b: 2, c: 0 }, closed: false });
  });

  it('does not depend on where batches are cut', () => {
    const ballots = fc.array(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), { maxLength: 30 });
    fc.assert(
      fc.property(ballots, fc.nat(30), (votes, cut) => {
        const entries = [rules, ...votes.map((choices, index) => vote(String(index), ...choices))];
        const at = Math.min(cut, entries.length);
        expect(fold(fold(emptyTally, entries.slice(0, at)), entries.slice(at))).toEqual(fold(emptyTally, entries));
      }),
    );
  });

  it('leaves the tally before it as it was', () => {
    const before = fold(emptyTally, [rules]);
    fold(before, [vote('1', 'a')]);
    expect(before.votes).toEqual({ a: 0, b: 0, c: 0 });
  });

  it.each([
    ['a ballot before the rules', [vote('1', 'a')]],
    ['rules twice', [rules, rules]],
    ['a ballot after the close', [rules, closeEntry(0), vote('1', 'a')]],
  ])('refuses %s', (_, entries) => {
    expect(() => fold(emptyTally, entries)).toThrow();
  });
});

describe('a receipt', () => {
  it('has a code of eight characters that nobody misreads', () => {
    expect(receiptCode('0000000000ff')).toBe('0000-0000');
    expect(receiptCode('ffffffffff00')).toBe('ZZZZ-ZZZZ');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(receiptCode(leafHash(text))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('promises the same instant to every cast of an hour, and at least ten minutes', () => {
    const hour = Date.UTC(2026, 10, 23, 1);
    for (const minutes of [0, 30, 59]) {
      const castAt = hour + minutes * 60_000;
      expect(promiseFor(castAt)).toBe(hour + 70 * 60_000);
      expect(promiseFor(castAt) - castAt).toBeGreaterThan(10 * 60_000);
    }
  });

  it('is signed over its origin, leaf hash and promise', () => {
    expect(receiptText({ origin: 'o/p', leafHash: 'ab', promisedAt: 5 })).toBe('gongping receipt v1\no/p\nab\n5\n');
  });
});
