import { encodeEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { wholeRules, widestRules } from './sample-log';

const widest = encodeEntry(widestRules);
const plain = encodeEntry(wholeRules);

/** @throws when there is nothing to put something else in place of: the case would test nothing */
function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${text}`);
  return text.replace(from, to);
}
const criterion = (id: string, weight: number): string => `{"id":"${id}","name":"项","weight":${weight}}`;
const criteria = (count: number, weight: number): string =>
  changed(
    widest,
    JSON.stringify(widestRules.result.jury?.criteria),
    `[${['effect', ...Array.from({ length: count - 1 }, (_, at) => `c${at}`)].map((id) => criterion(id, weight)).join(',')}]`,
  );
const withoutVote = [
  [`"rules":${JSON.stringify(wholeRules.rules)},`, ''],
  ['"countPolicy":{"kind":"live","step":1},', ''],
  ['"votes":{"weight":30,"by":"maximum"},', ''],
  ['{"by":"votes"},', ''],
].reduce((text, [from = '', to = '']) => changed(text, from, to), widest);

/** Rules of version 3 that are as they have to be. */
export const narrowRules: readonly (readonly [what: string, text: string])[] = [
  ['all that there is', widest],
  ['a vote alone', plain],
  ['a jury alone', withoutVote],
  ['a count that moves by 20', changed(plain, '"afterClose"', '"live"')],
  ['a count a day', changed(plain, '{"kind":"afterClose"}', '{"kind":"daily","at":"23:59"}')],
  ['ten criteria of ten', criteria(10, 10)],
  ['100 points', changed(widest, '"most":100', '"most":1')],
  ['nobody taken over', changed(widest, '"taken":["a","c"]', '"taken":[]')],
  ['one flag', changed(widest, '"flags":["platform","unvisited","machine"]', '"flags":["machine"]')],
  ['no ties', changed(plain, JSON.stringify(wholeRules.result.ties), '[]')],
  ['no reasons', changed(plain, '["机器投票","重复身份"]', '[]')],
];

type Wrong = readonly [what: string, text: string, code: 'ENTRY_MALFORMED' | 'ENTRY_NOT_CANONICAL'];
const malformed = (what: string, from: string, to: string, text = widest): Wrong => [
  what,
  changed(text, from, to),
  'ENTRY_MALFORMED',
];
const uncanonical = (what: string, from: string, to: string, text = widest): Wrong => [
  what,
  changed(text, from, to),
  'ENTRY_NOT_CANONICAL',
];

/** Rules of version 3 with one thing wrong. */
export const wrongRules: readonly Wrong[] = [
  malformed('neither vote nor jury', '"votes":{"weight":1,"by":"maximum"},', '', plain),
  malformed('a vote without rules for ballots', `"rules":${JSON.stringify(wholeRules.rules)},`, '', plain),
  malformed('a vote without a count policy', '"countPolicy":{"kind":"afterClose"},', '', plain),
  malformed(
    'rules for ballots without a vote',
    '"candidates":',
    `"rules":${JSON.stringify(wholeRules.rules)},"candidates":`,
    withoutVote,
  ),
  malformed('a tie by votes without a vote', '"ties":[', '"ties":[{"by":"votes"},', withoutVote),
  malformed('a tie by the jury without a jury', '{"by":"votes"}', '{"by":"jury"}', plain),
  malformed('a tie by a criterion that is none', '"criterion":"effect"', '"criterion":"mood"'),
  malformed('a tie by a criterion that is null', '"criterion":"effect"', '"criterion":null'),
  malformed('a lot without digits', ',"digits":3', '', plain),
  malformed('a lot of no digits', '"digits":3', '"digits":0', plain),
  malformed('a lot of endless digits', '"digits":3', '"digits":21', plain),
  malformed(
    'a lot before other ties',
    '[{"by":"votes"},{"by":"lot","draw":"福彩3D 第2026123期，12月9日 21:15","digits":3}]',
    '[{"by":"lot","draw":"福彩3D","digits":3},{"by":"votes"}]',
    plain,
  ),
  malformed('two lots', '{"by":"votes"}', '{"by":"lot","draw":"体彩","digits":5}', plain),
  malformed('seats and groups', '"groups":[', '"seats":1,"groups":['),
  malformed('neither seats nor groups', '"seats":1,', '', plain),
  malformed('no groups', '"groups":[{"id":"y","seats":1},{"id":"x","seats":2}]', '"groups":[]'),
  malformed('two groups of one id', '{"id":"y","seats":1}', '{"id":"x","seats":1}'),
  malformed('a group without seats', '{"id":"y","seats":1}', '{"id":"y","seats":0}'),
  malformed('half a seat', '"seats":1', '"seats":1.5', plain),
  malformed('a share of 101', '"weight":30', '"weight":101'),
  malformed('a jury’s share of nothing', '"weight":70', '"weight":0'),
  malformed('101 points', '"most":100', '"most":101'),
  malformed('no points', '"most":100', '"most":0'),
  malformed('criteria that weigh more than 100', '"weight":60', '"weight":61'),
  ['eleven criteria', criteria(11, 1), 'ENTRY_MALFORMED'],
  malformed('no criteria', JSON.stringify(widestRules.result.jury?.criteria), '[]'),
  malformed('a criterion twice', '"id":"innovation"', '"id":"effect"'),
  malformed('a criterion without a name', '"name":"创新",', ''),
  malformed('four sheets dropped', '"top":1', '"top":4'),
  malformed('nothing said of dropping', '"drop":{"top":1,"bottom":1},', ''),
  malformed('no least', '"least":3', '"least":0'),
  malformed('a least of 51', '"least":3', '"least":51'),
  malformed('names in another way', '"names":"numbered"', '"names":"secret"'),
  malformed('names in a list', '"names":"numbered"', '"names":["numbered"]'),
  malformed('levels that do not end with the seats', '{"name":"二等奖","last":2}', '{"name":"二等奖","last":3}'),
  malformed('levels that do not ascend', '{"name":"一等奖","last":1}', '{"name":"一等奖","last":2}'),
  malformed('no levels', `"levels":${JSON.stringify(widestRules.result.levels)}`, '"levels":[]'),
  malformed('votes measured in a list', '"by":"maximum"', '"by":["maximum"]'),
  ...[
    'null',
    'true',
    '""',
    '[]',
    '7',
    '-1',
    '"2"',
    '2.5',
    '9'.repeat(5000),
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  ].map((decimals): Wrong => malformed(`decimals ${decimals.slice(0, 20)}`, '"decimals":2', `"decimals":${decimals}`)),
  malformed('a step of 20, which is what rules without one mean', '"step":1', '"step":20'),
  malformed('a step that is null', '"step":1', '"step":null'),
  malformed('a count at 24:00', '{"kind":"afterClose"}', '{"kind":"daily","at":"24:00"}', plain),
  uncanonical('a step that a hidden count has', '"kind":"afterClose"', '"kind":"afterClose","step":1', plain),
  malformed('a list that is no hash', widestRules.candidateList, widestRules.candidateList.slice(1)),
  malformed(
    'two groups of ballots with one id',
    '"choices":{"min":1,"max":3}',
    '"choices":{"min":1,"max":3},"groups":[{"id":"x","name":"甲","min":0,"max":1},{"id":"x","name":"乙","min":0,"max":1}]',
  ),
  malformed('no flags', '["platform","unvisited","machine"]', '[]'),
  malformed('flags in another order', '"platform","unvisited"', '"unvisited","platform"'),
  malformed('a flag of its own', '"unvisited"', '"disliked"'),
  malformed('fair play of a later version', '"fairPlay":{"version":1', '"fairPlay":{"version":2'),
  malformed('a rank of 5', '"minRank":3', '"minRank":5'),
  malformed('no pace', '"paceSeconds":2', '"paceSeconds":0'),
  malformed('an alpha of all', '"alpha":10', '"alpha":1001'),
  malformed('a gate of one', '"gate":[4,30]', '"gate":[4]'),
  malformed('fair play that is null', `"fairPlay":${JSON.stringify(widestRules.fairPlay)}`, '"fairPlay":null'),
  malformed('a notice of no day', '"days":5', '"days":0'),
  malformed('a notice that is a list', '{"days":5}', '[5]'),
  malformed('an origin with a space', 'gongping.example/p0', 'gongping example/p0'),
  malformed('an origin of no entries', '"size":40', '"size":0'),
  malformed('an origin without a root', `"root":"${'a'.repeat(64)}",`, ''),
  malformed('a stranger taken over', '"taken":["a","c"]', '"taken":["a","z"]'),
  malformed('one taken over twice', '"taken":["a","c"]', '"taken":["a","a"]'),
  uncanonical('fields in another order', '"alpha":10,"gate":[4,30]', '"gate":[4,30],"alpha":10'),
  uncanonical('a field of version 2', '"candidateList":', `"sheet":"${widestRules.candidateList}","candidateList":`),
  uncanonical('a field within a field', '"drop":{"top":1', '"drop":{"middle":0,"top":1'),
];
