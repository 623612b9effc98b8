import fc from 'fast-check';
import {
  add,
  compare,
  fraction,
  multiply,
  toDecimal,
} from '../../../../../../cloudfunctions/shared/universal/ledger/count/fraction';
import { lotOrder, resultOf } from '../../../../../../cloudfunctions/shared/universal/ledger/count/result';
import { encodeEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { ResultRules } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/result-rules';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { close, fullRules, jury, plainRules, rulesText, stateOf, vote, voidOf, withdrawalOf } from '../sample-log';

const lot = { closeRoot: plainHasher.empty() };
/** `place candidate score`, one a line, winners with a star. */
function ranking(texts: string[], draw?: string): string[] {
  const result = resultOf(stateOf(texts), { ...lot, ...(draw === undefined ? {} : { draw }) });
  return result.ranking.map(({ rank, candidate, score, won }) => `${rank} ${candidate} ${score}${won ? ' *' : ''}`);
}
const ruled = (result: Partial<ResultRules>): string =>
  encodeEntry({
    ...fullRules,
    result: { seats: 1, decimals: 2, votes: { weight: 1, by: 'maximum' }, ties: [], ...result },
  });

describe('fractions', () => {
  const part = fc.record({ n: fc.nat(2 ** 25), d: fc.integer({ min: 1, max: 2 ** 25 }) });
  it('add, multiply and compare as whole numbers of any size do', () => {
    fc.assert(
      fc.property(part, part, (a, b) => {
        const [x, y] = [fraction(a.n, a.d), fraction(b.n, b.d)];
        const [n, d] = [BigInt(a.n) * BigInt(b.d), BigInt(b.n) * BigInt(a.d)];
        expect(Math.sign(compare(x, y))).toBe(n < d ? -1 : n > d ? 1 : 0);
        const sum = add(x, y);
        expect(BigInt(sum.n) * BigInt(a.d) * BigInt(b.d)).toBe((n + d) * BigInt(sum.d));
        const product = multiply(x, y);
        expect(BigInt(product.n) * BigInt(a.d) * BigInt(b.d)).toBe(BigInt(a.n) * BigInt(b.n) * BigInt(product.d));
      }),
    );
  });

  it('compare without overflow at the edge of safe integers', () => {
    const large = Number.MAX_SAFE_INTEGER;
    expect(compare({ n: large - 2, d: large - 1 }, { n: large - 1, d: large })).toBeLessThan(0);
    expect(compare({ n: large - 1, d: large }, { n: large - 1, d: large })).toBe(0);
  });

  it.each([
    [1, 3, 2, 0, '0.33'],
    [2, 3, 2, 2, '66.67'],
    [1, 2, 0, 0, '1'],
    [1, 1, 2, 2, '100.00'],
    [5, 1000, 2, 0, '0.01'],
    [4999, 1_000_000, 2, 0, '0.00'],
    [0, 1, 3, 2, '0.000'],
  ])('%d/%d is written with %d decimals, moved by %d, as %s', (n, d, decimals, shift, text) => {
    expect(toDecimal(fraction(n, d), decimals, shift)).toBe(text);
  });

  it('refuse what they cannot tell exactly', () => {
    expect(() => fraction(2 ** 53)).toThrow(RangeError);
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => multiply(fraction(1, 2 ** 40 - 1), fraction(1, 2 ** 40 - 3))).toThrow(RangeError);
    expect(() => toDecimal({ n: 2 ** 52 + 1, d: 2 ** 53 - 1 }, 2)).toThrow(RangeError);
  });
});

describe('the result', () => {
  it('mixes votes and jury by their weights', () => {
    const texts = [
      rulesText,
      ...[vote(1, 'a'), vote(2, 'a'), vote(3, 'b')],
      close(3),
      ...[jury('一', ['a', 5, 5], ['b', 10, 10]), jury('二', ['b', 10, 10], ['c', 1, 2])],
    ];
    // a: (3 · 2/2 + 10/20) / 4; b: (3 · 1/2 + 40/40) / 4; c: (0 + 3/20) / 4
    expect(ranking(texts)).toEqual(['1 a 87.50 *', '2 b 62.50', '3 c 3.75']);
  });

  it.each([
    ['maximum', ['1 a 100.00 *', '2 b 33.33', '3 c 0.00']],
    ['ballots', ['1 a 75.00 *', '2 b 25.00', '3 c 0.00']],
    ['rank', ['1 a 100.00 *', '2 b 66.67', '3 c 33.33']],
  ] as const)('measures votes by %s', (by, expected) => {
    const votes = [vote(1, 'a'), vote(2, 'a'), vote(3, 'a'), vote(4, 'b')];
    expect(ranking([ruled({ votes: { weight: 1, by } }), ...votes, close(4)])).toEqual(expected);
  });

  it('leaves ties shared when nothing declared decides them, and whoever shares the last place wins', () => {
    const votes = [vote(1, 'c'), vote(2, 'b'), close(2)];
    expect(ranking([ruled({}), ...votes])).toEqual(['1 b 100.00 *', '1 c 100.00 *', '3 a 0.00']);
  });

  it('breaks equal scores by votes, then by the jury’s criterion, then by lot', () => {
    const most = {
      weight: 1,
      most: 10,
      criteria: [
        { id: 'innovation', weight: 1 },
        { id: 'satisfaction', weight: 1 },
      ],
    };
    const byVotes = ruled({ jury: most, ties: [{ by: 'votes' }] });
    // Both have 1/2 of 1: a by votes alone, b by the jury alone.
    const crossed = [vote(1, 'a'), close(1), jury('j', ['a', 0, 0], ['b', 10, 10])];
    expect(ranking([byVotes, ...crossed]).slice(0, 2)).toEqual(['1 a 50.00 *', '2 b 50.00']);
    const bySatisfaction = ruled({ jury: most, ties: [{ by: 'votes' }, { by: 'jury', criterion: 'satisfaction' }] });
    const level = [vote(1, 'a', 'b'), close(1), jury('j', ['a', 6, 4], ['b', 4, 6])];
    expect(ranking([bySatisfaction, ...level]).slice(0, 2)).toEqual(['1 b 75.00 *', '2 a 75.00']);
  });

  it('draws by lot only once the announced draw is known, in an order that anyone can compute', () => {
    const texts = [ruled({ ties: [{ by: 'lot', draw: '福彩3D' }] }), vote(1, 'a', 'b', 'c'), close(1)];
    expect(ranking(texts).map((line) => line[0])).toEqual(['1', '1', '1']);
    const drawn = ranking(texts, '042');
    const order = ['a', 'b', 'c'].sort((x, y) =>
      lotOrder({ ...lot, draw: '042' }, x) < lotOrder({ ...lot, draw: '042' }, y) ? -1 : 1,
    );
    expect(drawn.map((line) => line[2])).toEqual(order);
    expect(drawn.map((line) => line[0])).toEqual(['1', '2', '3']);
  });

  it.each([
    ['maximum', ['1 b 100.00 *', '2 c 50.00']],
    ['ballots', ['1 b 50.00 *', '2 c 25.00']],
    ['rank', ['1 b 100.00 *', '2 c 50.00']],
  ] as const)('by %s is as if a withdrawn candidate had never stood, and tells its votes beside', (by, expected) => {
    const votes = [vote(1, 'a'), vote(2, 'a', 'b'), vote(3, 'a', 'b'), vote(4, 'c'), close(4)];
    const texts = [ruled({ votes: { weight: 1, by } }), ...votes, withdrawalOf('a')];
    expect(ranking(texts)).toEqual(expected);
    const result = resultOf(stateOf(texts), lot);
    expect(result).toMatchObject({ ballots: 4, withdrawn: [{ candidate: 'a', votes: 3, voided: 0 }] });
    expect(resultOf(stateOf([...texts.slice(0, -1)]), lot)).not.toHaveProperty('withdrawn');
  });

  it('of a poll whose candidates are all withdrawn ranks nobody', () => {
    const all = ['a', 'b', 'c'].map(withdrawalOf);
    const result = resultOf(stateOf([rulesText, vote(1, 'a'), ...all, close(1)]), lot);
    expect(result.ranking).toEqual([]);
    expect(result.withdrawn?.map(({ candidate, votes }) => [candidate, votes])).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 0],
    ]);
  });

  it('tells voids by reason and candidate', () => {
    const votes = [vote(1, 'a'), vote(2, 'a', 'b'), vote(3, 'c'), close(3)];
    const voids = [voidOf(2), voidOf(1, { reason: '重复身份' }), voidOf(3)];
    expect(resultOf(stateOf([rulesText, ...votes, ...voids]), lot)).toMatchObject({
      ballots: 0,
      voided: 3,
      voids: [
        { reason: '机器投票', ballots: 2 },
        { reason: '重复身份', ballots: 1 },
      ],
      ranking: [
        { candidate: 'a', votes: 0, voided: 2, score: '0.00' },
        { candidate: 'b', votes: 0, voided: 1 },
        { candidate: 'c', votes: 0, voided: 1 },
      ],
    });
  });

  it('of rules without a result is the order of votes, and names no winner', () => {
    expect(ranking([encodeEntry(plainRules), vote(1, 'c'), vote(2, 'c', 'b'), close(2)])).toEqual([
      '1 c 2',
      '2 b 1',
      '3 a 0',
    ]);
  });
});
