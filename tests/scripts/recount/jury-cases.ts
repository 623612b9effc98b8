import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import {
  excluded,
  handedInText,
  revealed,
  rulesWithJury,
  type SampleSheet,
} from '../../cloudfunctions/shared/universal/ledger/sample-jury';
import {
  callOffText,
  candidates,
  close,
  drawn,
  resultText,
  vote,
  wholeRules,
  withdrawalOf,
} from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { inserted, signed, spliced, swapped, type Mutation } from './mutation-kit';
import { bundleOf, complete } from './sample-bundle';

const rules = rulesWithJury({ least: 1 }, { ties: [{ by: 'jury' }, { by: 'lot', draw: '福彩3D', digits: 3 }] });
const labels = ['1号评委', '2号评委', '3号评委'];
const sheets = labels.map((juror, at): SampleSheet => ({
  juror,
  scores: [['a', 90 - at * at, 80], ['b', 70, 60 + at], ...(at === 2 ? [] : [['c', 50, 50] as [string, ...number[]]])],
  recused: at === 2 ? ['c'] : [],
  salt: `${at}f`.repeat(16),
}));
const sheet = (at: number): SampleSheet => sheets[at] ?? { juror: '', scores: [] };
/** What the second juror handed in before the sheet was opened again. */
const first: SampleSheet = { ...sheet(1), scores: [['a', 1, 1], ...sheet(1).scores.slice(1)], salt: 'ee'.repeat(16) };
const voted = [encodeEntry(rules), vote(1, 'a'), handedInText(sheet(0)), handedInText(first), vote(2, 'b')];
const submitted = [...voted, handedInText(sheet(1), 2), close(2), handedInText(sheet(2))];
const poll = { candidates, entries: [...submitted, ...sheets.map(revealed)], published: [1, 5, 7, 8] };
const { texts, result } = complete(poll, true);

const sign = (changed: readonly string[]): string => signed(changed, { result, published: poll.published });
const changed = (at: number, from: string, to: string): string[] => {
  const text = texts[at] ?? '';
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${text}`);
  return spliced(texts, at, 1, text.replace(from, to));
};
/** The result of the same log under other rules, written behind it. */
const wrongDrop = encodeEntry(rulesWithJury({ least: 1, drop: { top: 0, bottom: 0 } }, { ties: rules.result.ties }));
const otherwise = resultText([wrongDrop, ...texts.slice(1, -1)]);
/** By an organiser with the key who is not content with what a jury gave. */
export const juryMutations: readonly Mutation[] = [
  ['change a point', sign(changed(8, '"a",90,80', '"a",91,80')), 'SHEET_MISMATCH'],
  ['swap a salt', sign(changed(8, '0f0f', '0f1f')), 'SHEET_MISMATCH'],
  ['score whom the juror was recused from', sign(changed(10, '"recused":["c"]', '"recused":[]')), 'SHEET_MISMATCH'],
  ['reveal the version before', sign(spliced(texts, 9, 1, revealed(first))), 'SHEET_MISMATCH'],
  ['reveal under another name', sign(changed(10, '3号', '4号')), 'JURY_WITHOUT_SHEET'],
  ['hand in when sheets are public', sign(inserted(texts, 9, handedInText(sheet(1), 3))), 'SHEET_AFTER_LOCK'],
  ['count a juror twice', sign(inserted(texts, 9, texts[8] ?? '')), 'JUROR_TWICE'],
  ['leave out what was handed in', sign(spliced(texts, 7, 1)), 'JURY_WITHOUT_SHEET'],
  ['leave out a version', sign(spliced(texts, 3, 1)), 'SHEET_NUMBER'],
  ['leave out a sheet', sign(spliced(texts, 10, 1)), 'SHEETS_NOT_REVEALED'],
  ['reveal in another order', sign(swapped(texts, 8, 9)), 'JURY_OUT_OF_ORDER'],
  ['reveal while people vote', sign(inserted(texts, 4, texts[8] ?? '')), 'JURY_WHILE_OPEN'],
  ['drop other sheets than announced', sign(spliced(texts, -1, 1, otherwise)), 'RESULT_MISMATCH'],
  [
    'say who won by the votes alone',
    signed(texts.slice(0, -1), { result: { ...result, ranking: [] } }),
    'RESULT_MISMATCH',
  ],
  ['exclude a juror and award the same', sign(inserted(texts, -1, excluded('1号评委'))), 'RESULT_MISMATCH'],
  ['exclude a juror alone', sign(inserted(texts, -1, excluded('1号评委', '甲'))), 'ONE_PERSON_ALONE'],
  ['exclude a juror twice', sign([...submitted, excluded('甲'), excluded('甲')]), 'ALREADY_EXCLUDED'],
  ['exclude without a jury', sign([encodeEntry(wholeRules), excluded('甲')]), 'JURY_NOT_DECLARED'],
  ['hand in without a jury', sign([encodeEntry(wholeRules), handedInText(sheet(0))]), 'JURY_NOT_DECLARED'],
  ['score nobody', signSheet({ ...sheet(0), scores: [] }), 'SHEET_INCOMPLETE'],
  ['score and recuse', signSheet({ ...sheet(0), recused: ['a'] }), 'SHEET_INCOMPLETE'],
  ['recuse from a stranger', signSheet({ ...sheet(0), recused: ['z'] }), 'CANDIDATE_UNKNOWN'],
  ['give more points than there are', signSheet({ ...sheet(0), scores: [['a', 101, 1]] }), 'POINTS_OUT_OF_RANGE'],
  ['give one point less than criteria', signSheet({ ...sheet(0), scores: [['a', 1]] }), 'POINTS_OUT_OF_RANGE'],
  ['end before the lock', signed(submitted, { result, published: poll.published }), 'SHEETS_NOT_REVEALED'],
  ['end without a juror', sign([...voted.slice(0, 2), close(1), texts.at(-1) ?? '']), 'SHEETS_NOT_REVEALED'],
  ['sort recusals wrongly', sign(changed(10, '"recused":["c"]', '"recused":["c","b"]')), 'ENTRY_MALFORMED'],
  ['reveal without a salt', sign(changed(8, `,"salt":"${'0f'.repeat(16)}"`, '')), 'ENTRY_MALFORMED'],
  ['write a salt in capitals', sign(changed(8, '0f0f', '0F0F')), 'ENTRY_MALFORMED'],
  ['hand in half a hash', sign(changed(2, '"hash":"', '"hash":"ab')), 'ENTRY_MALFORMED'],
  ['hand in a version of nothing', sign(changed(2, '"n":1', '"n":0')), 'SHEET_NUMBER'],
  [
    'exclude without a clause',
    sign([...submitted, excluded('甲').replace('"clause":"第八条",', '')]),
    'ENTRY_MALFORMED',
  ],
  ['hand in with a remark', sign(changed(2, '"}', '","note":"x"}')), 'ENTRY_NOT_CANONICAL'],
  ['reveal in a version to come', sign(changed(8, '"v":2', '"v":3')), 'ENTRY_VERSION_UNKNOWN'],
];

function signSheet(changedSheet: SampleSheet): string {
  return sign([encodeEntry(rules), handedInText(changedSheet), close(0), revealed(changedSheet)]);
}

const tied = [encodeEntry(rules), handedInText(level()), close(0), revealed(level())];

function level(): SampleSheet {
  return {
    juror: '甲',
    scores: [
      ['a', 50, 50],
      ['b', 50, 50],
      ['c', 0, 0],
    ],
  };
}

/** Bundles of polls with a jury that are as they have to be. */
export const soundJuries: readonly (readonly [what: string, bundle: string])[] = [
  ['a jury with a sheet that was opened again', bundleOf(poll)],
  ['a jury of which one was excluded', bundleOf({ ...poll, entries: [...poll.entries, excluded('2号评委')] })],
  [
    'a jury of which one was excluded, and never revealed',
    bundleOf({ ...poll, entries: [...submitted, excluded('3号评委'), ...sheets.slice(0, 2).map(revealed)] }),
  ],
  ['a jury that was called off before the lock', bundleOf({ ...poll, entries: [...submitted, callOffText()] })],
  ['a jury that leaves a tie to a lot', bundleOf({ candidates, entries: [...tied, drawn('042')], published: [] })],
  [
    'a jury that need not score who was withdrawn',
    bundleOf({
      candidates,
      published: [],
      entries: [encodeEntry(rules), withdrawalOf('c'), handedInText(less()), close(0), revealed(less())],
    }),
  ],
];

function less(): SampleSheet {
  return {
    juror: '甲',
    scores: [
      ['a', 50, 50],
      ['b', 60, 50],
    ],
  };
}
