import { LogState } from '../../../../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { encodeEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import {
  callOffText,
  candidates,
  close,
  drawn,
  endOfDayBehind,
  foldTexts,
  noticeDay,
  noticeRules,
  noticeText,
  resultText,
  restoreOf,
  revocationOf,
  rulesText,
  stateOf,
  vote,
  voidOf,
  wholeRules,
  widestRules,
  withdrawalOf,
} from '../sample-log';

const day = 24 * 60 * 60 * 1000;
const rules = encodeEntry(noticeRules);
/** a: 4 votes, b: 2, c: 1; 3 and 4 are for a alone. */
const counted = [rules, vote(1, 'a', 'b'), vote(2, 'a', 'b', 'c'), vote(3, 'a'), vote(4, 'a'), close(4)];
const noticed = [...counted, noticeText(counted)];
const awarded = [...noticed, resultText(noticed)];
/** Behind the first notice, what happened since and a notice of what follows from that. */
const again = (texts: string[], more: Parameters<typeof noticeText>[1]): string[] => [
  ...noticed,
  ...texts,
  noticeText([...noticed, ...texts], more),
];
const end = (texts: string[]): string[] => [...texts, resultText(texts)];

describe('a notice', () => {
  it('says what the log adds up to, each part of it with the rules’ decimals', () => {
    const [, ...fields] = noticed.at(-1)?.split('"from":') ?? [];
    expect(fields.join('')).toBe(
      `${noticeDay},"until":${endOfDayBehind(5)},"ballots":4,"voided":0,"voids":[],"ranking":[` +
        '{"candidate":"a","votes":4,"voided":0,"public":"100.00","score":"100.00","rank":1,"won":true},' +
        '{"candidate":"b","votes":2,"voided":0,"public":"50.00","score":"50.00","rank":2,"won":false},' +
        '{"candidate":"c","votes":1,"voided":0,"public":"25.00","score":"25.00","rank":3,"won":false}],' +
        '"proposer":"甲","approver":"乙"}',
    );
  });

  it('is followed by the result that it says, of version 2', () => {
    expect(awarded.at(-1)).toContain('{"v":2,"kind":"result","ballots":4,');
    expect(stateOf(awarded)).toMatchObject({ hasResult: true, award: { notices: [{ n: 1 }] } });
  });

  it.each([
    ['by one person', [...counted, noticeText(counted, { approver: '甲' })], 'ONE_PERSON_ALONE'],
    ['while the vote is open', [rules, noticeText(counted)], 'NOTICE_WHILE_OPEN'],
    ['under rules that owe none', [encodeEntry(wholeRules), ...noticed.slice(1)], 'NOTICE_NOT_DECLARED'],
    ['under older rules', [rulesText, ...noticed.slice(1)], 'NOTICE_NOT_DECLARED'],
    [
      'while a jury’s sheets are not counted',
      [encodeEntry(withJury()), close(0), noticeText(counted)],
      'SHEETS_NOT_REVEALED',
    ],
    ['before a draw that it needs', [rules, vote(1, 'a', 'b'), close(1), noticeText(counted)], 'DRAW_MISSING'],
    ['with the second number', [...counted, noticeText(counted, { n: 2 })], 'NOTICE_OUT_OF_ORDER'],
    ['with the same number again', again([], { n: 1 }), 'NOTICE_OUT_OF_ORDER'],
    [
      'from before the one before it',
      again([], { from: noticeDay - 1, until: endOfDayBehind(9) }),
      'NOTICE_OUT_OF_ORDER',
    ],
    ['for four days of five', [...counted, noticeText(counted, { until: endOfDayBehind(4) })], 'NOTICE_MISSING'],
    [
      'for five days, that on which it goes up among them',
      [...counted, noticeText(counted, { from: endOfDayBehind(-1), until: endOfDayBehind(4) })],
      'NOTICE_MISSING',
    ],
    ['that ends before it begins', [...counted, noticeText(counted, { until: endOfDayBehind(-3) })], 'NOTICE_MISSING'],
    ['shorter than the one before it', again([], { until: endOfDayBehind(4) }), 'NOTICE_MISSING'],
    ['of other winners up to the earlier end', again([withdrawalOf('a')], { from: noticeDay + day }), 'NOTICE_MISSING'],
    ['less than three days behind a void', again([voidOf(3)], { from: noticeDay + 3 * day }), 'NOTICE_MISSING'],
    [
      'less than three days behind a withdrawal',
      again([withdrawalOf('c')], { from: noticeDay + 3 * day }),
      'NOTICE_MISSING',
    ],
    ['that goes up when the earlier one has ended', again([], { from: endOfDayBehind(5) }), 'NOTICE_MISSING'],
    ['behind the result', [...awarded, noticeText(noticed)], 'AFTER_RESULT'],
  ])('is refused %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });

  it.each([
    ['longer than it has to be', [...counted, noticeText(counted, { until: endOfDayBehind(30) })]],
    ['from the last instant of a day', [...counted, noticeText(counted, { from: endOfDayBehind(0) - 1 })]],
    ['again for longer', again([], { from: noticeDay + day, until: endOfDayBehind(9) })],
    ['with the same winners up to the earlier end', again([], { from: noticeDay + 5 * day })],
    ['three days behind a void', again([voidOf(3)], { from: noticeDay + 2 * day })],
    ['behind a restore, up to the earlier end', again([voidOf(3)], { until: endOfDayBehind(9) }).concat(restoredAt(9))],
    [
      'of other winners for its full length',
      again([withdrawalOf('a')], { from: noticeDay + 4 * day, until: endOfDayBehind(9) }),
    ],
  ])('may be up %s, and its result follows', (_, texts) => {
    expect(stateOf(end(texts))).toMatchObject({ hasResult: true });
  });

  it('of one day may be corrected for one day more', () => {
    const [first, ...rest] = [encodeEntry({ ...noticeRules, notice: { days: 1 } }), ...counted.slice(1)];
    const texts = [first, ...rest];
    const up = [...texts, noticeText(texts, { until: endOfDayBehind(1) }), voidOf(3)];
    expect(
      stateOf([...up, noticeText(up, { from: noticeDay + day, until: endOfDayBehind(2) })]).award.notices,
    ).toHaveLength(2);
  });

  it('that a draw is needed for stands behind it', () => {
    const texts = [rules, vote(1, 'a', 'b'), close(1), drawn('042')];
    expect(stateOf(end([...texts, noticeText(texts)]))).toMatchObject({ hasResult: true });
  });
});

describe('a result that a notice is owed for', () => {
  it.each([
    ['without one', end(counted), 'NOTICE_MISSING'],
    [
      'of the version without parts',
      [...noticed, (awarded.at(-1) ?? '').replace('"v":2', '"v":1').replace(/"public":"[\d.]+",/g, '')],
      'RESULT_VERSION',
    ],
    ['with a void behind the notice', end([...noticed, voidOf(3)]), 'RESULT_NOT_AS_NOTICED'],
    ['with a withdrawal behind it', end([...noticed, withdrawalOf('c')]), 'RESULT_NOT_AS_NOTICED'],
    [
      'that says what an earlier notice said',
      [...again([voidOf(3)], { from: noticeDay + day }), awarded.at(-1) ?? ''],
      'RESULT_NOT_AS_NOTICED',
    ],
    [
      'in version 2 where none is owed',
      [encodeEntry(wholeRules), ...counted.slice(1), awarded.at(-1) ?? ''],
      'RESULT_VERSION',
    ],
  ])('is refused %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });
});

describe('a revocation', () => {
  it('leaves the result, and is remembered', () => {
    const { award, result } = stateOf([...awarded, revocationOf('a')]);
    expect([...award.revoked]).toEqual(['a']);
    expect(result?.ranking[0]).toMatchObject({ candidate: 'a', won: true });
  });

  it.each([
    ['before the result', [...noticed, revocationOf('a')], 'REVOKE_BEFORE_RESULT'],
    ['of who did not win', [...awarded, revocationOf('b')], 'NOT_A_WINNER'],
    ['of nobody', [...awarded, revocationOf('z')], 'NOT_A_WINNER'],
    ['again', [...awarded, revocationOf('a'), revocationOf('a')], 'ALREADY_REVOKED'],
    ['by one person', [...awarded, revocationOf('a', '甲')], 'ONE_PERSON_ALONE'],
    [
      'under rules that owe no notice',
      [...end([encodeEntry(wholeRules), ...counted.slice(1)]), revocationOf('a')],
      'NOTICE_NOT_DECLARED',
    ],
  ])('is refused %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });
});

describe('calling off', () => {
  it.each([
    ['before the vote', [rules]],
    ['while people vote', [encodeEntry(wholeRules), vote(1, 'a')]],
    ['behind the close', counted],
    ['behind a notice', noticed],
  ])('is possible %s, and nothing comes behind it', (_, texts) => {
    const ended = [...texts, callOffText()];
    expect(stateOf(ended)).toMatchObject({ hasResult: false, award: { callOff: { reason: '主办单位撤销' } } });
    for (const text of [vote(9, 'a'), close(0), voidOf(1), resultText(texts), callOffText()]) {
      expect(foldTexts([...ended, text])).toBe('AFTER_CALL_OFF');
    }
  });

  it.each([
    ['behind the result', [...awarded, callOffText()], 'AFTER_RESULT'],
    ['under older rules', [rulesText, callOffText()], 'CALL_OFF_NOT_DECLARED'],
    ['by one person', [...counted, callOffText('甲')], 'ONE_PERSON_ALONE'],
  ])('is refused %s', (_, texts, code) => {
    expect(foldTexts(texts)).toBe(code);
  });
});

describe('a count that goes on from a tally', () => {
  it.each([
    ['behind a notice', noticed],
    ['behind a notice and a void', [...noticed, voidOf(3)]],
    ['behind the result', awarded],
    ['behind a revocation', [...awarded, revocationOf('a')]],
    ['behind a calling off', [...noticed, callOffText()]],
  ])('takes and refuses the same %s', (_, texts) => {
    const first = LogState.start();
    for (const text of texts) {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(entry);
      if (entry.kind === 'void') first.recall(3, { v: 1, kind: 'ballot', tag: '', period: '', choices: ['a'] });
      expect(first.apply(entry, candidates)).toBeNull();
    }
    const tally = JSON.stringify(first.tally());
    const next = [
      noticeText(noticed, { until: endOfDayBehind(4) }),
      noticeText(noticed, { from: noticeDay + 4 * day }),
      awarded.at(-1) ?? '',
      revocationOf('a'),
      revocationOf('b'),
      callOffText(),
    ];
    const answers = next.map((text) => {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(entry);
      return LogState.resume(noticeRules, candidates, JSON.parse(tally) as ReturnType<LogState['tally']>).apply(entry);
    });
    expect(answers).toEqual(
      next.map((text) => {
        const state = foldTexts([...texts, text]);
        return typeof state === 'string' ? state : null;
      }),
    );
  });
});

/** A ballot was voided, noticed, and is put back. */
function restoredAt(until: number): string[] {
  const texts = [...again([voidOf(3)], { until: endOfDayBehind(until) }), restoreOf(3)];
  return [restoreOf(3), noticeText(texts, { from: noticeDay + (until - 1) * day, until: endOfDayBehind(until) })];
}

function withJury() {
  const { jury } = widestRules.result;
  if (jury === undefined) throw new Error('a jury');
  return { ...noticeRules, result: { ...wholeRules.result, jury } };
}
