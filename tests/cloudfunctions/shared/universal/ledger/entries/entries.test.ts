import { closeEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/make-entry';
import {
  candidateSheet,
  encodeCandidate,
  parseCandidate,
} from '../../../../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { encodeEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import {
  candidates,
  fullRules,
  jury,
  plainRules,
  restoreOf,
  rulesText,
  vote,
  voidOf,
  withdrawalOf,
} from '../sample-log';

const firstRules = encodeEntry({
  ...plainRules,
  rules: {
    period: 'daily',
    ballotsPerPeriod: 3,
    choices: { min: 1, max: 1 },
    perCandidate: 2,
    groups: [{ id: 'x', name: '组', min: 0, max: 1 }],
  },
  countPolicy: { kind: 'daily', at: '20:00' },
});
const resultText = encodeEntry({
  v: 1,
  kind: 'result',
  ballots: 1,
  voided: 1,
  voids: [{ reason: '机器投票', ballots: 1 }],
  draw: '042',
  ranking: [{ candidate: 'a', votes: 1, voided: 1, score: '100.00', rank: 1, won: true }],
});

describe('an entry', () => {
  it.each([
    ['rules as the log has had them from the start', firstRules],
    ['rules with a result', rulesText],
    ['a ballot', vote(1, 'b', 'a')],
    ['a close', closeEntry(5)],
    ['a void', voidOf(3)],
    ['a restore', restoreOf(3)],
    ['a withdrawal', withdrawalOf('b')],
    ['a jury sheet', jury('评委一', ['a', 8, 9], ['b', 7, 7])],
    ['a result', resultText],
  ])('is read as it was written: %s', (_, text) => {
    const entry = parseEntry(text);
    if (typeof entry === 'string') throw new Error(entry);
    expect(encodeEntry(entry)).toBe(text);
    expect(JSON.parse(text)).toEqual(entry);
  });

  it('of rules keeps the first version’s text and adds to it', () => {
    expect(rulesText).toBe(
      '{"v":2,"kind":"rules","poll":"p1","start":1795132800000,"end":1795305600000,' +
        '"rules":{"period":"once","ballotsPerPeriod":1,"choices":{"min":1,"max":3}},' +
        '"countPolicy":{"kind":"afterClose"},"candidates":["a","b","c"],' +
        `"sheet":"${fullRules.sheet}","voidReasons":["机器投票","重复身份"],` +
        '"result":{"seats":1,"decimals":2,"votes":{"weight":3,"by":"maximum"},' +
        '"jury":{"weight":1,"most":10,"criteria":[{"id":"innovation","weight":1},{"id":"satisfaction","weight":1}]},' +
        '"ties":[{"by":"votes"},{"by":"jury","criterion":"satisfaction"},{"by":"lot","draw":"福彩3D 第2026123期"}]}}',
    );
  });

  it.each([
    ['of a kind that nobody knows', '{"v":1,"kind":"gift"}', 'ENTRY_KIND_UNKNOWN'],
    ['of a kind every object has', '{"v":1,"kind":"constructor"}', 'ENTRY_KIND_UNKNOWN'],
    ['of a later version', vote(1, 'a').replace('"v":1', '"v":2'), 'ENTRY_VERSION_UNKNOWN'],
    ['with a version in quotes', vote(1, 'a').replace('"v":1', '"v":"1"'), 'ENTRY_VERSION_UNKNOWN'],
    ['that is no JSON', 'vote for a', 'ENTRY_MALFORMED'],
    ['that is a list', '[]', 'ENTRY_MALFORMED'],
    ['that is null', 'null', 'ENTRY_MALFORMED'],
    ['with a white space', vote(1, 'a').replace(',', ', '), 'ENTRY_NOT_CANONICAL'],
    ['with fields in another order', '{"kind":"close","v":1,"ballots":5}', 'ENTRY_NOT_CANONICAL'],
    ['with a field more', vote(1, 'a').replace('}', ',"note":"x"}'), 'ENTRY_NOT_CANONICAL'],
    ['with a field twice', vote(1, 'a').replace('{', '{"v":1,'), 'ENTRY_NOT_CANONICAL'],
    ['with a number written otherwise', closeEntry(5).replace('5}', '5.0}'), 'ENTRY_NOT_CANONICAL'],
    ['with an escape that is not needed', vote(1, 'a').replace('"a"', '"\\u0061"'), 'ENTRY_NOT_CANONICAL'],
    ['with a short tag', vote(1, 'a').replace('"tag":"0', '"tag":"'), 'ENTRY_MALFORMED'],
    ['with a tag in capitals', vote(10, 'a').replace('a","p', 'A","p'), 'ENTRY_MALFORMED'],
    ['with unsorted choices', vote(1, 'a', 'b').replace('"a","b"', '"b","a"'), 'ENTRY_MALFORMED'],
    ['with a choice twice', vote(1, 'a', 'b').replace('"a","b"', '"a","a"'), 'ENTRY_MALFORMED'],
    ['without choices', vote(1, 'a').replace('"a"', ''), 'ENTRY_MALFORMED'],
    ['with a period that is none', vote(1, 'a').replace('once', 'never'), 'ENTRY_MALFORMED'],
    ['with a negative count', closeEntry(-5), 'ENTRY_MALFORMED'],
    ['with half a ballot', closeEntry(0.5), 'ENTRY_MALFORMED'],
    ['with a count beyond safe integers', closeEntry(2 ** 53), 'ENTRY_MALFORMED'],
    ['with a void of nothing', voidOf(-1), 'ENTRY_MALFORMED'],
    ['with a void without a reason', voidOf(1, { reason: '' }), 'ENTRY_MALFORMED'],
    ['with half a character', voidOf(1, { reason: '\ud834' }), 'ENTRY_MALFORMED'],
    ['with jury lines out of order', jury('j', ['b', 1], ['a', 1]), 'ENTRY_MALFORMED'],
    ['with half a point', jury('j', ['a', 0.5]), 'ENTRY_MALFORMED'],
    ['with rules that name a candidate twice', rulesText.replace('"b","c"', '"b","b"'), 'ENTRY_MALFORMED'],
    ['with a tie that nothing breaks', rulesText.replace('{"by":"votes"}', '{"by":"mood"}'), 'ENTRY_MALFORMED'],
    ['with a tie by a criterion that is none', rulesText.replace('"satisfaction"},{"b', '"x"},{"b'), 'ENTRY_MALFORMED'],
    ['with too many decimals', rulesText.replace('"decimals":2', '"decimals":7'), 'ENTRY_MALFORMED'],
    ['with a weight of zero', rulesText.replace('"votes":{"weight":3', '"votes":{"weight":0'), 'ENTRY_MALFORMED'],
    ['without seats', rulesText.replace('"seats":1', '"seats":0'), 'ENTRY_MALFORMED'],
    ['longer than a bundle of entries can tell', JSON.stringify('公'.repeat(22_000)), 'ENTRY_TOO_LONG'],
  ])('is refused %s', (_, text, code) => {
    expect(parseEntry(text)).toBe(code);
  });
});

describe('the candidates’ sheet', () => {
  it('changes with every name, number, group and place', () => {
    const [a, b, c] = candidates;
    if (!a || !b || !c) throw new Error('three candidates');
    const changed = [
      [{ ...a, name: '别名' }, b, c],
      [{ ...a, number: 9 }, b, c],
      [{ ...a, group: 'y' }, b, c],
      [b, a, c],
      [a, b],
    ].map(candidateSheet);
    expect(new Set([...changed, candidateSheet(candidates)]).size).toBe(6);
  });

  it('is read line by line, and only as it is written', () => {
    for (const candidate of candidates) expect(parseCandidate(encodeCandidate(candidate))).toEqual(candidate);
    for (const bad of [
      '',
      '[]',
      '{"id":"a"}',
      '{"id":"a","number":1, "name":"x"}',
      '{"id":"a b","number":1,"name":"x"}',
    ]) {
      expect(parseCandidate(bad)).toBeNull();
    }
  });
});
