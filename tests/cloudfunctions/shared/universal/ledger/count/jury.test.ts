import { LogState } from '../../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { resultOf } from '../../../../../../cloudfunctions/shared/universal/ledger/count/result';
import {
  encodeEntry,
  type ResultEntry,
} from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { Tally } from '../../../../../../cloudfunctions/shared/universal/ledger/count/tally';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import type { WholeRulesEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import {
  candidates,
  callOffText,
  close,
  foldTexts,
  jury as openSheet,
  noticeRules,
  noticeText,
  resultText,
  rulesText,
  stateOf,
  vote,
  wholeRules,
  withdrawalOf,
} from '../sample-log';
import { excluded, handedInText, inOrder, juryRules, revealed, rulesWithJury, type SampleSheet } from '../sample-jury';

const rules = encodeEntry(rulesWithJury());
const sheets: SampleSheet[] = ['1号评委', '2号评委', '3号评委'].map((juror, at) => ({
  juror,
  scores: [
    ['a', 90 - at, 80],
    ['b', 70, 60 + at],
    ['c', 50, 50],
  ],
}));
const [one, two] = sheets as [SampleSheet, SampleSheet];
const submitted = [rules, vote(1, 'a'), ...sheets.map((each) => handedInText(each)), close(1)];
const whole = [...submitted, ...sheets.map(revealed)];
const end = (texts: readonly string[]): ResultEntry => resultOf(stateOf(texts), { closeRoot: new Uint8Array(32) });
const endText = (texts: readonly string[]): string => encodeEntry(end(texts));
const shown = ({ ranking }: ResultEntry): string[] =>
  ranking.map(({ candidate, score, rank }) => `${rank}. ${candidate} ${score}`);

describe('a jury’s sheets', () => {
  it('are handed in while people vote, and revealed behind the close', () => {
    expect(shown(end(whole))).toEqual(['1. a 89.78', '2. b 46.48', '3. c 35.00']);
    expect(foldTexts([...whole, endText(whole)])).toBeInstanceOf(LogState);
  });

  const again = { ...one, scores: [...one.scores.slice(0, 2), ['c', 0, 0]] } as SampleSheet;
  it.each([
    ['a first sheet that is numbered 2', [rules, handedInText(one, 2)], 'SHEET_NUMBER'],
    ['the same number again', [rules, handedInText(one), handedInText(again)], 'SHEET_NUMBER'],
    ['a sheet when the first is public', [...whole, handedInText(again, 2)], 'SHEET_AFTER_LOCK'],
    ['a sheet that is public while people vote', [rules, handedInText(one), revealed(one)], 'JURY_WHILE_OPEN'],
    ['a sheet that was never handed in', [rules, close(0), revealed(one)], 'JURY_WITHOUT_SHEET'],
    ['the same sheet again', [...submitted, revealed(one), revealed(one)], 'JUROR_TWICE'],
    ['a later juror first', [...submitted, revealed(two), revealed(one)], 'JURY_OUT_OF_ORDER'],
    ['changed points', [...submitted, revealed(again)], 'SHEET_MISMATCH'],
    ['another salt', [...submitted, revealed({ ...one, salt: 'cd'.repeat(16) })], 'SHEET_MISMATCH'],
    [
      'the version before the one handed in last',
      [rules, handedInText(one), handedInText(again, 2), close(0), revealed(one)],
      'SHEET_MISMATCH',
    ],
    ['a candidate without points', sealed({ ...one, scores: one.scores.slice(1) }), 'SHEET_INCOMPLETE'],
    ['a candidate both scored and recused', sealed({ ...one, recused: ['b'] }), 'SHEET_INCOMPLETE'],
    ['a recusal of a stranger', sealed({ ...one, recused: ['z'] }), 'CANDIDATE_UNKNOWN'],
    ['points for a stranger', sealed({ ...one, scores: [...one.scores, ['z', 1, 1]] }), 'CANDIDATE_UNKNOWN'],
    ['a point too many', sealed({ ...one, scores: [['a', 101, 0]] }), 'POINTS_OUT_OF_RANGE'],
    ['points for fewer criteria', sealed({ ...one, scores: [['a', 1]] }), 'POINTS_OUT_OF_RANGE'],
    ['an exclusion by one person', [rules, excluded('1号评委', '甲')], 'ONE_PERSON_ALONE'],
    ['a second exclusion', [rules, excluded('1号评委'), excluded('1号评委')], 'ALREADY_EXCLUDED'],
    ['a sheet without a jury', [encodeEntry(wholeRules), handedInText(one)], 'JURY_NOT_DECLARED'],
    ['an exclusion without a jury', [encodeEntry(wholeRules), excluded('甲')], 'JURY_NOT_DECLARED'],
    ['a sealed sheet under older rules', [rulesText, handedInText(one)], 'SHEET_VERSION'],
    ['a revealed sheet under older rules', [rulesText, close(0), revealed(one)], 'SHEET_VERSION'],
    ['an exclusion under older rules', [rulesText, excluded('甲')], 'SHEET_VERSION'],
    ['a sheet that nobody handed in before', [rules, close(0), openSheet('甲', ['a', 1, 1])], 'SHEET_VERSION'],
    ['a result while a sheet is hidden', [...whole.slice(0, -1), endText(whole)], 'SHEETS_NOT_REVEALED'],
    ['a result without any sheet', [rules, close(0), endText(whole)], 'SHEETS_NOT_REVEALED'],
    [
      'a result of excluded jurors alone',
      [...whole, ...sheets.map(({ juror }) => excluded(juror)), endText(whole)],
      'SHEETS_NOT_REVEALED',
    ],
  ])('refuses %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });

  it('may leave out whoever was withdrawn before', () => {
    const less = { ...one, scores: one.scores.slice(0, 2) };
    const texts = [rules, withdrawalOf('c'), handedInText(less), close(0), revealed(less)];
    expect(shown(end(texts))).toEqual(['1. a 60.20', '2. b 46.20']);
  });

  it('need not be public of who was excluded, and do not count if they are', () => {
    const hidden = [...submitted, excluded('3号评委'), revealed(one), revealed(two)];
    const open = [...whole, excluded('3号评委')];
    expect(end(hidden).ranking).toEqual(end(open).ranking);
    expect(stateOf(open).rulings).toMatchObject([{ kind: 'exclude', juror: '3号评委' }]);
  });

  it('make what was put up stale when a juror is excluded', () => {
    const noticed = [
      encodeEntry({ ...rulesWithJury(), notice: noticeRules.notice } as WholeRulesEntry),
      ...whole.slice(1),
    ];
    const up = [...noticed, noticeText(noticed)];
    expect(foldTexts([...up, resultText(noticed)])).toBeInstanceOf(LogState);
    expect(foldTexts([...up, excluded('1号评委'), resultText([...up, excluded('1号评委')])])).toBe(
      'RESULT_NOT_AS_NOTICED',
    );
    expect(end(noticed).ranking[0]).toMatchObject({ public: '100.00', jury: '85.40', score: '89.78' });
  });

  it('say nothing of what was called off', () => {
    expect(foldTexts([...submitted, callOffText()])).toBeInstanceOf(LogState);
    expect(foldTexts([...submitted, callOffText(), revealed(one)])).toBe('AFTER_CALL_OFF');
  });

  it('are recalled by a count that goes on from a tally, which holds no points', () => {
    const texts = [...whole, excluded('2号评委')];
    let state = LogState.start();
    for (const [index, text] of texts.entries()) {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(entry);
      expect(state.apply(entry, candidates)).toBeNull();
      if (index === 0) continue;
      const kept = JSON.stringify(state.tally());
      expect(kept).not.toContain('90');
      state = LogState.resume(rulesWithJury(), candidates, JSON.parse(kept) as Tally);
      for (const place of state.jury.forgotten) {
        const sheet = parseEntry(texts[place] ?? '');
        if (typeof sheet === 'string' || sheet.kind !== 'jury') throw new Error('a sheet');
        state.recallSheet(sheet);
      }
    }
    expect(resultOf(state, { closeRoot: new Uint8Array(32) })).toEqual(end(texts));
    const forgetful = LogState.resume(rulesWithJury(), candidates, state.tally());
    expect(() => resultOf(forgetful, { closeRoot: new Uint8Array(32) })).toThrow('without the sheets');
  });

  it('order what votes and points leave equal by the jury, then by a criterion', () => {
    const level: SampleSheet = {
      juror: '1',
      scores: [
        ['a', 40, 50],
        ['b', 50, 35],
        ['c', 0, 0],
      ],
    };
    const byJury = rulesWithJury({}, { ties: [{ by: 'jury' }, { by: 'jury', criterion: 'effect' }] });
    const texts = [encodeEntry(byJury), handedInText(level), close(0), revealed(level)];
    // 60 × 40 + 40 × 50 = 60 × 50 + 40 × 35.
    expect(shown(end(texts))).toEqual(['1. a 30.80', '2. b 30.80', '3. c 0.00']);
  });

  it('count as announced: 52,000, 9,000 and 8,000 votes, 80, 92 and 90 points', () => {
    const given: SampleSheet = {
      juror: '1',
      scores: [
        ['a', 80],
        ['b', 92],
        ['c', 90],
      ],
    };
    const criteria = [{ id: 'all', name: '总评', weight: 1 }];
    const scoresBy = (by: 'maximum' | 'rank'): string[] => {
      const entry = rulesWithJury({ criteria }, { votes: { weight: 30, by } });
      const state = stateOf([encodeEntry(entry), handedInText(given), close(0), revealed(given)]);
      [52_000, 9_000, 8_000].forEach((votes, number) => (state.votes[number] = votes));
      return resultOf(state, { closeRoot: new Uint8Array(32) }).ranking.map(({ score }) => score);
    };
    expect(scoresBy('maximum')).toEqual(['86.00', '69.59', '67.62']);
    expect(scoresBy('rank')).toEqual(['86.00', '84.40', '73.00']);
  });

  it('are ranked by exact values where rounded ones are the same', () => {
    const jurors = ['1', '2', '3'].map((juror, at): SampleSheet => ({
      juror,
      scores: [
        ['a', 80, 80],
        ['b', 80, 80 + Number(at === 0)],
        ['c', 0, 0],
      ],
    }));
    const entry = rulesWithJury({ drop: { top: 0, bottom: 0 } }, { decimals: 0 });
    const texts = [encodeEntry(entry), ...jurors.map((each) => handedInText(each)), close(0), ...jurors.map(revealed)];
    expect(shown(end(texts))).toEqual(['1. b 56', '2. a 56', '3. c 0']);
  });

  it('that are equal at the edge are dropped by the juror’s name, by code points', () => {
    // Equal totals with other points: which of them goes decides the mean by a criterion.
    const given: [string, number, number][] = [
      ['𝄞', 0, 90],
      ['～', 60, 0],
      ['甲', 60, 0],
    ];
    const jurors = given.map(([juror, a, b]): SampleSheet => ({
      juror,
      scores: [
        ['a', a, b],
        ['b', 36, 0],
        ['c', 36, 0],
      ],
    }));
    const jury = { ...juryRules, drop: { top: 1, bottom: 0 }, least: 1 };
    const entry = rulesWithJury(jury, { ties: [{ by: 'jury', criterion: 'innovation' }] });
    const submissions = jurors.map((each) => handedInText(each));
    const texts = [encodeEntry(entry), ...submissions, close(0), ...inOrder(jurors).map(revealed)];
    // 𝄞 is the last of the equal three, though its UTF-16 units are not: 60 and 60 are left of a, and the mean is 60.
    expect(shown(end(texts))).toEqual(['1. a 25.20', '2. b 15.12', '2. c 15.12']);
    expect(inOrder(jurors).map(({ juror }) => juror)).toEqual(['甲', '～', '𝄞']);
  });

  it('whose scores would be too fine are told so', () => {
    const entry = rulesWithJury({ weight: 100 }, { votes: { weight: 100, by: 'maximum' } });
    const state = stateOf([encodeEntry(entry), handedInText(one), close(0), revealed(one)]);
    state.votes[0] = 450_359_963;
    const result = parseEntry(endText(whole));
    if (typeof result === 'string' || result.kind !== 'result') throw new Error('a result');
    expect(state.apply(result, candidates)).toBe('SCORE_TOO_FINE');
  });
});

function sealed(sheet: SampleSheet): string[] {
  return [rules, handedInText(sheet), close(0), revealed(sheet)];
}
