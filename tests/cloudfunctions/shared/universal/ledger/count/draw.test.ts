import { isDrawMissing, tiedForLot } from '../../../../../../cloudfunctions/shared/universal/ledger/count/ranking';
import { LogState } from '../../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { lotOrder, resultOf } from '../../../../../../cloudfunctions/shared/universal/ledger/count/result';
import {
  encodeEntry,
  type ResultEntry,
} from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import type { WholeResultRules } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/whole-result';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import {
  candidates,
  close,
  drawn,
  foldTexts,
  rulesText,
  stateOf,
  vote,
  voidOf,
  wholeRules,
  withdrawalOf,
} from '../sample-log';

const lot = { closeRoot: plainHasher.empty() };
const rules = encodeEntry(wholeRules);
const ruled = (result: Partial<WholeResultRules>): string =>
  // Parts of one variant put over another are the test's to keep right.
  encodeEntry({ ...wholeRules, result: { ...wholeRules.result, ...result } as WholeResultRules });
const allAlike = [vote(1, 'a', 'b', 'c'), close(1)];
const result = (texts: string[]): ResultEntry => resultOf(stateOf(texts), lot);
const endOf = (texts: string[]): string => encodeEntry(result(texts));

describe('a public draw', () => {
  it('decides what the rules leave to it, in the order that anyone can compute', () => {
    const order = ['a', 'b', 'c'].sort((x, y) =>
      lotOrder({ ...lot, draw: '042' }, x) < lotOrder({ ...lot, draw: '042' }, y) ? -1 : 1,
    );
    const { draw, ranking } = result([rules, ...allAlike, drawn('042')]);
    expect(draw).toBe('042');
    expect(ranking.map(({ candidate, rank, won }) => [candidate, rank, won])).toEqual(
      order.map((candidate, at) => [candidate, at + 1, at === 0]),
    );
  });

  it.each([
    ['while the vote is open', [rules, drawn('042')], 'DRAW_WHILE_OPEN'],
    [
      'that the rules do not speak of',
      [ruled({ ties: [{ by: 'votes' }] }), ...allAlike, drawn('042')],
      'DRAW_NOT_DECLARED',
    ],
    [
      'under older rules, which do not say how many digits it has',
      [rulesText, ...allAlike, drawn('042')],
      'DRAW_NOT_DECLARED',
    ],
    ['again', [rules, ...allAlike, drawn('042'), drawn('043')], 'DRAW_TWICE'],
    ['again in the same words', [rules, ...allAlike, drawn('042'), drawn('042')], 'DRAW_TWICE'],
    ['of two digits in place of three', [rules, ...allAlike, drawn('42')], 'DRAW_MALFORMED'],
    ['of four digits in place of three', [rules, ...allAlike, drawn('0042')], 'DRAW_MALFORMED'],
    ['with a space', [rules, ...allAlike, drawn('04 ')], 'DRAW_MALFORMED'],
    ['in wide digits', [rules, ...allAlike, drawn('０４２')], 'DRAW_MALFORMED'],
    ['in Arabic digits', [rules, ...allAlike, drawn('٠٤٢')], 'DRAW_MALFORMED'],
    ['by one person', [rules, ...allAlike, drawn('042', '甲')], 'ONE_PERSON_ALONE'],
    [
      'behind the result',
      [rules, vote(1, 'a'), close(1), endOf([rules, vote(1, 'a'), close(1)]), drawn('042')],
      'AFTER_RESULT',
    ],
  ])('cannot be entered %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });

  it('that is needed holds the result up until it is there', () => {
    const texts = [rules, ...allAlike];
    expect(tiedForLot(stateOf(texts))).toEqual([['a', 'b', 'c']]);
    expect(foldTexts([...texts, endOf(texts)])).toBe('DRAW_MISSING');
    const withDraw = [...texts, drawn('042')];
    expect(stateOf([...withDraw, endOf(withDraw)])).toMatchObject({ hasResult: true });
  });

  it.each([
    ['behind the last seat', [rules, vote(1, 'a'), close(1)]],
    ['that votes decide', [rules, vote(1, 'a', 'b'), vote(2, 'a'), close(2)]],
    ['that the rules leave shared', [ruled({ ties: [] }), ...allAlike]],
    ['that a withdrawal ended', [rules, vote(1, 'a', 'b'), close(1), withdrawalOf('a')]],
    ['that a void ended', [rules, vote(1, 'a', 'b'), vote(2, 'b'), vote(3, 'a'), close(3), voidOf(2)]],
  ])('is not waited for by a tie %s', (_, texts) => {
    expect(isDrawMissing(stateOf(texts))).toBe(false);
    expect(stateOf([...texts, endOf(texts)])).toMatchObject({ hasResult: true });
  });

  it.each([
    ['at the first of two seats', ruled({ seats: 2 }), [vote(1, 'a', 'b'), close(1)], [['a', 'b']]],
    ['at the second', ruled({ seats: 2 }), [vote(1, 'a'), close(1)], [['b', 'c']]],
    [
      'in each group that has seats of its own',
      encodeEntry({
        ...wholeRules,
        result: {
          ...wholeRules.result,
          seats: undefined,
          groups: [
            { id: 'y', seats: 1 },
            { id: 'x', seats: 1 },
          ],
        },
      } as typeof wholeRules),
      [vote(1, 'c'), close(1)],
      [['a', 'b']],
    ],
  ])('is needed by a tie %s', (_, first, texts, tied) => {
    expect(tiedForLot(stateOf([first, ...texts]))).toEqual(tied);
  });

  it('is known to a count that goes on from a tally', () => {
    const state = LogState.start();
    const entries = [rules, ...allAlike, drawn('042')].map((text) => parseEntry(text));
    for (const entry of entries) {
      if (typeof entry === 'string') throw new Error(entry);
      expect(state.apply(entry, candidates)).toBeNull();
    }
    const tally = JSON.parse(JSON.stringify(state.tally())) as ReturnType<LogState['tally']>;
    const resumed = LogState.resume(wholeRules, candidates, tally);
    expect(resumed.draw).toEqual(state.draw);
    expect(isDrawMissing(resumed)).toBe(false);
  });
});

describe('a ranking by groups with seats of their own', () => {
  const byGroup = encodeEntry({
    ...wholeRules,
    result: {
      groups: [
        { id: 'y', seats: 1 },
        { id: 'x', seats: 1 },
      ],
      decimals: 0,
      votes: { weight: 1, by: 'maximum' },
      ties: [],
    },
  });

  it('goes group by group, with ranks and the most votes within', () => {
    const { ranking } = result([byGroup, vote(1, 'a'), vote(2, 'a'), vote(3, 'b'), vote(4, 'c'), close(4)]);
    expect(ranking.map(({ candidate, rank, score, won }) => [candidate, rank, score, won])).toEqual([
      ['c', 1, '100', true],
      ['a', 1, '100', true],
      ['b', 2, '50', false],
    ]);
  });

  it('leaves nobody without a group', () => {
    expect(foldTexts([byGroup.replace('{"id":"y","seats":1},', '')])).toBe('GROUP_WITHOUT_SEATS');
  });
});
