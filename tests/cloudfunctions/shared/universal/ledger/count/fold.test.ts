import fc from 'fast-check';
import { TagSet } from '../../../../../../cloudfunctions/shared/universal/ledger/count/tag-set';
import type { Tally } from '../../../../../../cloudfunctions/shared/universal/ledger/count/tally';
import {
  encodeEntry,
  type BallotEntry,
  type LogEntry,
} from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { LogState } from '../../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { resultOf } from '../../../../../../cloudfunctions/shared/universal/ledger/count/result';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import {
  candidates,
  close,
  foldTexts,
  fullRules,
  jury,
  restoreOf,
  rulesText,
  stateOf,
  tagOf,
  vote,
  voidOf,
  withdrawalOf,
} from '../sample-log';

const result = encodeEntry({ v: 1, kind: 'result', ballots: 0, voided: 0, voids: [], ranking: [] });
const withRules = (more: Partial<typeof fullRules>): string => encodeEntry({ ...fullRules, ...more });
const grouped = withRules({
  rules: {
    ...fullRules.rules,
    groups: [
      { id: 'x', name: '甲组', min: 1, max: 1 },
      { id: 'y', name: '乙组', min: 0, max: 1 },
    ],
  },
});
const daily = withRules({ rules: { ...fullRules.rules, period: 'daily' } });
const noJury = withRules({ result: { seats: 1, decimals: 0, votes: { weight: 1, by: 'ballots' }, ties: [] } });

const entryOf = (text: string): LogEntry => {
  const entry = parseEntry(text);
  if (typeof entry === 'string') throw new Error(entry);
  return entry;
};
function ballotAt(texts: readonly string[], index: number): BallotEntry {
  const entry = entryOf(texts[index] ?? '');
  if (entry.kind !== 'ballot') throw new Error('no ballot');
  return entry;
}
/** As a database gives it back. */
const plain = (tally: Tally): Tally => JSON.parse(JSON.stringify(tally)) as Tally;

describe('the count', () => {
  it('takes void ballots out and puts restored ones back', () => {
    const before = [rulesText, vote(1, 'a'), vote(2, 'a', 'b'), close(2)];
    expect(stateOf(before)).toMatchObject({ votes: [2, 1, 0], ballots: 2, voided: 0 });
    const afterVoid = stateOf([...before, voidOf(2)]);
    expect(afterVoid).toMatchObject({ votes: [1, 0, 0], voidedVotes: [1, 1, 0], voided: 1 });
    expect([...afterVoid.voids]).toEqual([['机器投票', 1]]);
    const again = stateOf([...before, voidOf(2), restoreOf(2, { reason: '申诉成立' })]);
    expect(again).toMatchObject({ votes: [2, 1, 0], voidedVotes: [0, 0, 0], voided: 0 });
    expect([...again.voids]).toEqual([]);
    expect(again.rulings.map((ruling) => [ruling.kind, 'index' in ruling && ruling.index])).toEqual([
      ['void', 2],
      ['restore', 2],
    ]);
  });

  it('keeps the votes of who is withdrawn, and takes ballots for it that were on their way', () => {
    const state = stateOf([rulesText, vote(1, 'a'), withdrawalOf('a'), vote(2, 'a', 'b'), close(2)]);
    expect(state).toMatchObject({ votes: [2, 1, 0], ballots: 2 });
    expect([...state.withdrawn]).toEqual([0]);
    expect(state.rulings).toMatchObject([{ kind: 'withdraw', candidate: 'a', reason: '本人申请退出' }]);
  });

  it('gathers the jury’s points, leaving out who abstained', () => {
    const state = stateOf([rulesText, jury('一', ['a', 8, 9], ['b', 1, 2]), jury('二', ['a', 10, 0])]);
    expect(state.jury.counted.map(([juror, sheet]) => [juror, ...sheet])).toEqual([
      ['一', [0, [8, 9]], [1, [1, 2]]],
      ['二', [0, [10, 0]]],
    ]);
  });

  it('goes on from the tally after any entry as if it had begun with the rules', () => {
    const ballots = fc.array(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(ballots, fc.nat(20), (votes, at) => {
        const texts = [
          rulesText,
          ...votes.map((choices, n) => vote(n, ...choices)),
          close(votes.length),
          voidOf(1),
          withdrawalOf('b'),
          voidOf(2),
          restoreOf(1),
          jury('一', ['a', 8, 9]),
        ];
        const cut = 1 + (at % (texts.length - 1));
        let state = LogState.start();
        for (const [index, text] of texts.entries()) {
          if (index === cut) state = LogState.resume(fullRules, candidates, plain(state.tally()));
          const entry = entryOf(text);
          if ((entry.kind === 'void' || entry.kind === 'restore') && entry.v === 1)
            state.recall(entry.index, ballotAt(texts, entry.index));
          expect(state.apply(entry, candidates)).toBeNull();
        }
        expect(state.tally()).toEqual(stateOf(texts).tally());
      }),
    );
  });

  it('goes on from a tally whatever its texts are, names that every object has among them', () => {
    const names = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'length', '0', '机器投票'];
    const text = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }));
    const isWritten = (each: string): boolean => !/[\ud800-\udfff]/u.test(each);
    fc.assert(
      fc.property(
        fc.uniqueArray(text.filter(isWritten), { minLength: 3, maxLength: 3 }),
        ([first = '', second = '', third = '']) => {
          const rules = { ...fullRules, voidReasons: [first, second] };
          const ruling = { clause: third, proposer: first, approver: second };
          const texts = [
            encodeEntry(rules),
            ...[vote(1, 'a'), vote(2, 'b'), vote(3, 'c'), close(3)],
            voidOf(1, { ...ruling, reason: first }),
            voidOf(2, { ...ruling, reason: second }),
            voidOf(3, { ...ruling, reason: first }),
            restoreOf(2, { ...ruling, reason: third }),
            jury(first, ['a', 1, 1]),
          ];
          let state = LogState.start();
          for (const [index, written] of texts.entries()) {
            const entry = entryOf(written);
            if ((entry.kind === 'void' || entry.kind === 'restore') && entry.v === 1)
              state.recall(entry.index, ballotAt(texts, entry.index));
            expect(state.apply(entry, candidates)).toBeNull();
            if (index > 0) state = LogState.resume(rules, candidates, plain(state.tally()));
          }
          const sheet = entryOf(texts.at(-1) ?? '');
          if (sheet.kind === 'jury') state.recallSheet(sheet);
          expect([...state.voids]).toEqual([[first, 2]]);
          expect(state.tally()).toEqual(stateOf(texts).tally());
          expect(resultOf(state, { closeRoot: new Uint8Array(32) }).voids).toEqual([{ reason: first, ballots: 2 }]);
          expect(state.apply(entryOf(jury(first, ['a', 1, 1])), candidates)).toBe('JUROR_TWICE');
        },
      ),
    );
  });

  it('goes on from a tally of before, whose voids were keyed by their reasons', () => {
    const texts = [rulesText, vote(1, 'a'), vote(2, 'b'), voidOf(1), voidOf(2)];
    const tally: Tally = { ...stateOf(texts).tally(), voids: { 机器投票: [1, 2] } };
    expect(LogState.resume(fullRules, candidates, plain(tally)).tally()).toEqual(stateOf(texts).tally());
  });

  it('takes nothing behind a result, though it went on from a tally', () => {
    const ended = LogState.resume(fullRules, candidates, stateOf([rulesText, close(0), result]).tally());
    expect(ended.apply(entryOf(jury('j', ['a', 1, 1])), candidates)).toBe('AFTER_RESULT');
  });

  it('that goes on from a tally knows no ballot that it was not told of', () => {
    const state = LogState.resume(fullRules, candidates, stateOf([rulesText, vote(1, 'a')]).tally());
    expect(state.apply(entryOf(voidOf(1)), candidates)).toBe('NOT_A_BALLOT');
  });

  it.each([
    ['a ballot before the rules', [vote(1, 'a')], 'RULES_NOT_FIRST'],
    ['rules twice', [rulesText, rulesText], 'RULES_TWICE'],
    ['a ballot after the close', [rulesText, close(0), vote(1, 'a')], 'BALLOT_AFTER_CLOSE'],
    ['two closes', [rulesText, close(0), close(0)], 'CLOSED_TWICE'],
    ['a close that counted otherwise', [rulesText, vote(1, 'a'), close(2)], 'CLOSE_COUNT_WRONG'],
    ['a result before the close', [rulesText, result], 'RESULT_BEFORE_CLOSE'],
    ['anything after the result', [rulesText, close(0), result, jury('j', ['a', 1, 1])], 'AFTER_RESULT'],
    ['a tag twice', [rulesText, vote(1, 'a'), vote(1, 'b')], 'TAG_TWICE'],
    ['a candidate that is none', [rulesText, vote(1, 'z')], 'CANDIDATE_UNKNOWN'],
    ['too few of a group', [grouped, vote(1, 'c')], 'GROUP_OUT_OF_RANGE'],
    ['too many of a group', [grouped, vote(1, 'a', 'b')], 'GROUP_OUT_OF_RANGE'],
    [
      'too many choices',
      [withRules({ rules: { ...fullRules.rules, choices: { min: 1, max: 1 } } }), vote(1, 'a', 'b')],
      'CHOICES_OUT_OF_RANGE',
    ],
    [
      'too few choices',
      [withRules({ rules: { ...fullRules.rules, choices: { min: 2, max: 2 } } }), vote(1, 'a')],
      'CHOICES_OUT_OF_RANGE',
    ],
    ['a ballot without a day', [daily, vote(1, 'a')], 'PERIOD_UNKNOWN'],
    ['a day outside the vote', [daily, vote(1, 'a').replace('once', '2026-11-19')], 'PERIOD_UNKNOWN'],
    ['a day that does not exist', [daily, vote(1, 'a').replace('once', '2026-11-31')], 'PERIOD_UNKNOWN'],
    ['a void of what is no ballot', [rulesText, voidOf(0)], 'NOT_A_BALLOT'],
    ['a void of what is not there yet', [rulesText, vote(1, 'a'), voidOf(3)], 'NOT_A_BALLOT'],
    ['a void of a void ballot', [rulesText, vote(1, 'a'), voidOf(1), voidOf(1)], 'ALREADY_VOID'],
    ['a restore of a ballot that counts', [rulesText, vote(1, 'a'), restoreOf(1)], 'NOT_VOID'],
    ['a void by one person', [rulesText, vote(1, 'a'), voidOf(1, { approver: '甲' })], 'ONE_PERSON_ALONE'],
    [
      'a void for a reason not declared',
      [rulesText, vote(1, 'a'), voidOf(1, { reason: '不喜欢' })],
      'REASON_NOT_DECLARED',
    ],
    ['a second withdrawal', [rulesText, withdrawalOf('a'), withdrawalOf('a')], 'ALREADY_WITHDRAWN'],
    ['a withdrawal of a candidate that is none', [rulesText, withdrawalOf('z')], 'CANDIDATE_UNKNOWN'],
    ['a withdrawal after the result', [rulesText, close(0), result, withdrawalOf('a')], 'AFTER_RESULT'],
    ['a jury that the rules do not know', [noJury, jury('j', ['a', 1])], 'JURY_NOT_DECLARED'],
    ['a juror’s second sheet', [rulesText, jury('j', ['a', 1, 1]), jury('j', ['b', 1, 1])], 'JUROR_TWICE'],
    ['more points than there are', [rulesText, jury('j', ['a', 11, 1])], 'POINTS_OUT_OF_RANGE'],
    ['points for fewer criteria', [rulesText, jury('j', ['a', 1])], 'POINTS_OUT_OF_RANGE'],
    ['points for a candidate that is none', [rulesText, jury('j', ['z', 1, 1])], 'CANDIDATE_UNKNOWN'],
  ])('refuses %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });

  it('takes a ballot that meets its groups, on a day of the vote', () => {
    expect(stateOf([grouped, vote(1, 'a', 'c')]).votes).toEqual([1, 0, 1]);
    expect(stateOf([daily, vote(1, 'a').replace('once', '2026-11-21')]).votes).toEqual([1, 0, 0]);
    expect(candidates).toHaveLength(3);
  });
});

describe('the set of tags', () => {
  it('knows every tag it has seen, through growth, and no other', () => {
    const tags = new TagSet(new Uint8Array(32));
    for (let n = 0; n < 5000; n++) expect(tags.add(tagOf(n * 0x10001))).toBe(true);
    for (let n = 0; n < 5000; n++) expect(tags.add(tagOf(n * 0x10001))).toBe(false);
    expect(tags.add(tagOf(3))).toBe(true);
    expect(tags.add('f'.repeat(32))).toBe(true);
    expect(tags.add('f'.repeat(32))).toBe(false);
  });
});
