import { encodeEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { rulesEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/make-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import type { Poll, PublicRules } from '../../../../../../cloudfunctions/shared/universal/poll';
import { juryRules } from '../sample-jury';
import { candidates, foldTexts, fullRules, vote, voidOf, jury, close, wholeRules, widestRules } from '../sample-log';
import { narrowRules, wrongRules } from '../whole-rules-cases';

const widest = encodeEntry(widestRules);

describe('rules of version 3', () => {
  it('have their fields in this order', () => {
    expect(widest).toBe(
      '{"v":3,"kind":"rules","poll":"p1","start":1795132800000,"end":1795305600000,' +
        '"rules":{"period":"once","ballotsPerPeriod":1,"choices":{"min":1,"max":3}},' +
        '"countPolicy":{"kind":"live","step":1},"candidates":["a","b","c"],' +
        `"candidateList":"${widestRules.candidateList}","voidReasons":["机器投票","重复身份"],` +
        '"result":{"groups":[{"id":"y","seats":1},{"id":"x","seats":2}],"decimals":2,"votes":{"weight":30,"by":"maximum"},' +
        '"jury":{"weight":70,"most":100,"criteria":[{"id":"innovation","name":"创新","weight":60},' +
        '{"id":"effect","name":"效果","weight":40}],"drop":{"top":1,"bottom":1},"least":3,"names":"numbered"},' +
        '"ties":[{"by":"votes"},{"by":"jury","criterion":"effect"},{"by":"jury"},' +
        '{"by":"lot","draw":"福彩3D 第2026123期","digits":3}],"levels":[{"name":"一等奖","last":1},{"name":"二等奖","last":2}]},' +
        '"fairPlay":{"version":1,"flags":["platform","unvisited","machine"],"minRank":3,"paceSeconds":2,"alpha":10,"gate":[4,30]},' +
        '"notice":{"days":5},"from":{"origin":"gongping.example/p0","size":40,' +
        `"root":"${'a'.repeat(64)}","result":"${'b'.repeat(64)}","taken":["a","c"]}}`,
    );
    expect(parseEntry(widest)).toEqual(JSON.parse(widest));
  });

  it.each(narrowRules)('may have %s', (_, text) => {
    expect(parseEntry(text)).toEqual(JSON.parse(text));
  });

  it.each(wrongRules)('are refused with %s', (_, text, code) => {
    expect(parseEntry(text)).toBe(code);
  });

  it.each([
    [
      'a ballot where there is no vote',
      narrowRules.find(([what]) => what === 'a jury alone')?.[1] ?? '',
      vote(1, 'a'),
      'BALLOT_WITHOUT_VOTE',
    ],
    [
      'a void of the first version under fair play',
      encodeEntry({ ...wholeRules, fairPlay: widestRules.fairPlay } as typeof wholeRules),
      voidOf(1),
      'RULING_VERSION',
    ],
    [
      'a sheet of the first version',
      encodeEntry({ ...wholeRules, result: { ...widestRules.result } }),
      jury('评委', ['a', 1, 1]),
      'SHEET_VERSION',
    ],
  ])('take the versions that they ask for, not %s', (_, rules, text, code) => {
    expect(foldTexts([rules, text])).toBe(code);
  });

  it.each([
    ['a notice', { notice: { days: 5 } }, 'RESULT_VERSION'],
    ['a jury', { result: widestRules.result }, 'SHEETS_NOT_REVEALED'],
  ])('with %s take no result of the first version', (_, more, code) => {
    const end = '{"v":1,"kind":"result","ballots":0,"voided":0,"voids":[],"ranking":[]}';
    expect(foldTexts([encodeEntry({ ...wholeRules, ...more }), close(0), end])).toBe(code);
  });
});

describe('a poll’s rules', () => {
  const poll: Poll & PublicRules = {
    id: 'p1',
    stages: { voting: fullRules.start, verifying: fullRules.end },
    rules: fullRules.rules,
    countPolicy: { kind: 'live', step: 1 },
    result: {
      seats: 1,
      decimals: 2,
      votes: { weight: 1, by: 'maximum' },
      ties: [{ by: 'lot', draw: '福彩3D', at: Date.UTC(2026, 10, 23, 13, 15), digits: 3 }, { by: 'votes' }],
    },
    voidReasons: ['机器投票'],
  };

  it('are written as version 3', () => {
    expect(parseEntry(rulesEntry(poll, candidates))).toMatchObject({
      v: 3,
      countPolicy: { kind: 'live', step: 1 },
      candidateList: fullRules.sheet,
      result: { ties: [{ by: 'lot', draw: '福彩3D，2026年11月23日 21:15', digits: 3 }] },
    });
  });

  it('of a jury alone hold nothing of a vote', () => {
    const { votes: _, ...result } = poll.result;
    const judged = { ...poll, result: { ...result, jury: juryRules, ties: [{ by: 'jury' as const }] } };
    const entry = parseEntry(rulesEntry(judged, candidates));
    expect(entry).toMatchObject({ v: 3, result: { jury: juryRules, ties: [{ by: 'jury' }] } });
    for (const ofVote of ['rules', 'countPolicy']) expect(entry).not.toHaveProperty(ofVote);
  });

  it('of before that version 3 cannot say stay version 2', () => {
    const before = { ...poll, result: { ...poll.result, votes: { weight: 1000, by: 'maximum' as const } } };
    expect(parseEntry(rulesEntry(before, candidates))).toMatchObject({ v: 2, sheet: fullRules.sheet });
  });
});
