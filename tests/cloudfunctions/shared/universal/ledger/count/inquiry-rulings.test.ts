import type { InquiryRulingEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/inquiry-ruling';
import { LogState } from '../../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { resultOf } from '../../../../../../cloudfunctions/shared/universal/ledger/count/result';
import type { Tally } from '../../../../../../cloudfunctions/shared/universal/ledger/count/tally';
import {
  encodeEntry,
  type BallotEntry,
} from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { fairRules, inquiryRuling, reportOf } from '../sample-inquiry';
import { candidates, close, foldTexts, restoreOf, stateOf, vote, voidOf, wholeRules } from '../sample-log';

const rules = encodeEntry(fairRules);
const voted = [rules, vote(1, 'a'), vote(2, 'a', 'b'), vote(3, 'b'), vote(4, 'c')];
const closed = [...voted, close(4)];
const voided = [...closed, inquiryRuling('void', [1, 2]), inquiryRuling('void', [4], { inquiry: 2 })];

describe('a ruling by an inquiry', () => {
  it('takes a list of ballots out of the count, and puts back some of them', () => {
    const state = stateOf([...voided, inquiryRuling('restore', [2])]);
    expect([state.votes, state.voidedVotes, state.voided]).toEqual([[1, 2, 0], [1, 0, 1], 2]);
    const result = resultOf(state, { closeRoot: new Uint8Array(32) });
    expect(result).toMatchObject({ ballots: 2, voided: 2, voids: [{ reason: '未打开页面的程序投票', ballots: 2 }] });
  });

  it('may void again what it restored, for another reason', () => {
    const again = inquiryRuling('void', [2], { reason: '平台判定为高风险账号', inquiry: 3 });
    const state = stateOf([
      ...voided,
      inquiryRuling('restore', [2]),
      again,
      inquiryRuling('restore', [2], { inquiry: 3 }),
    ]);
    expect([...state.voids]).toEqual([['未打开页面的程序投票', 2]]);
  });

  it.each([
    ['while people vote', [...voted, inquiryRuling('void', [1])], 'RULING_WHILE_OPEN'],
    ['of the first version', [...closed, voidOf(1)], 'RULING_VERSION'],
    ['a restore of the first version', [...voided, restoreOf(1)], 'RULING_VERSION'],
    [
      'where nothing was declared',
      [encodeEntry(wholeRules), vote(1, 'a'), close(1), inquiryRuling('void', [1])],
      'RULING_VERSION',
    ],
    ['on an entry that is no ballot', [...closed, inquiryRuling('void', [1, 5])], 'NOT_A_BALLOT'],
    ['behind the end of the log', [...closed, inquiryRuling('void', [1, 99])], 'NOT_A_BALLOT'],
    ['on a ballot that is void', [...voided, inquiryRuling('void', [2, 3])], 'ALREADY_VOID'],
    ['on a ballot that counts', [...voided, inquiryRuling('restore', [2, 3])], 'NOT_VOID'],
    ['on what another inquiry voided', [...voided, inquiryRuling('restore', [2, 4])], 'OTHER_INQUIRY'],
    ['by one person', [...closed, inquiryRuling('void', [1], { approver: '甲' })], 'ONE_PERSON_ALONE'],
    ['for a reason of its own', [...closed, inquiryRuling('void', [1], { reason: '票太多' })], 'REASON_NOT_DECLARED'],
  ])('is refused %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });

  it('that is refused for one ballot has moved none', () => {
    const state = stateOf(voided);
    const before = state.tally();
    const entry = parseEntry(inquiryRuling('void', [3, 4]));
    if (typeof entry === 'string') throw new Error(entry);
    expect(state.apply(entry, candidates)).toBe('ALREADY_VOID');
    expect({ ...state.tally(), size: before.size }).toEqual(before);
  });

  it('is remembered by a tally, with the inquiry that made it', () => {
    // As the database keeps it.
    const tally = JSON.parse(JSON.stringify(stateOf(voided).tally())) as Tally;
    const rulings = voided.slice(closed.length).map((text) => parseEntry(text) as InquiryRulingEntry);
    const resumed = (): LogState => {
      const state = LogState.resume(fairRules, candidates, tally);
      state.recallVoids(rulings);
      for (const [index, text] of voted.entries()) if (index > 0) state.recall(index, parseEntry(text) as BallotEntry);
      return state;
    };
    expect(resumed().tally()).toEqual(stateOf(voided).tally());
    const apply = (text: string): [unknown, number] => {
      const state = resumed();
      const entry = parseEntry(text);
      return [typeof entry === 'string' ? entry : state.apply(entry), state.voided];
    };
    expect(apply(inquiryRuling('restore', [1, 2]))).toEqual([null, 1]);
    expect(apply(inquiryRuling('restore', [1, 4]))).toEqual(['OTHER_INQUIRY', 3]);
    expect(apply(inquiryRuling('void', [3]))).toEqual([null, 4]);
  });

  it('counts 5,000 ballots in five entries, and its tally is no longer for many inquiries', () => {
    const many = Array.from({ length: 6_000 }, (_, index) => vote(index + 1, 'a'));
    const lists = [0, 1, 2, 3, 4].map((part) => Array.from({ length: 1_000 }, (_, at) => part * 1_000 + at + 1));
    const state = stateOf([rules, ...many, close(6_000), ...lists.map((list) => inquiryRuling('void', list))]);
    expect([state.voided, state.votes[0]]).toEqual([5_000, 1_000]);
    expect(state.tally().voids).toEqual([{ reason: '未打开页面的程序投票', ballots: 5_000 }]);
  });
});

describe('the text of one', () => {
  it('has its fields in one order', () => {
    expect(inquiryRuling('void', [7, 19], { inquiry: 3 })).toBe(
      '{"v":2,"kind":"void","inquiry":3,"indexes":[7,19],"reason":"未打开页面的程序投票","clause":"第七条",' +
        `"report":"${reportOf('第一次核查')}","proposer":"甲","approver":"乙"}`,
    );
  });

  it.each<[string, Parameters<typeof inquiryRuling>[1], Parameters<typeof inquiryRuling>[2]]>([
    ['nobody', [], {}],
    ['a ballot twice', [1, 1], {}],
    ['ballots out of order', [2, 1], {}],
    ['half a ballot', [1.5], {}],
    ['a place below zero', [-1], {}],
    ['more than a thousand', Array.from({ length: 1_001 }, (_, at) => at), {}],
    ['inquiry 0', [1], { inquiry: 0 }],
    ['a report that is no hash', [1], { report: 'ab' }],
    ['no reason', [1], { reason: '' }],
  ])('that names %s is malformed', (_, indexes, more) => {
    expect(parseEntry(inquiryRuling('void', indexes, more))).toBe('ENTRY_MALFORMED');
  });

  it('may name a thousand ballots', () => {
    expect(
      parseEntry(
        inquiryRuling(
          'void',
          Array.from({ length: 1_000 }, (_, at) => at),
        ),
      ),
    ).toHaveProperty('v', 2);
  });
});
