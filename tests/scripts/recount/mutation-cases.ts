import { entryCode } from '../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatVerifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { narrowRules, wrongRules } from '../../cloudfunctions/shared/universal/ledger/whole-rules-cases';
import {
  close,
  drawn,
  rulesText,
  vote,
  voidOf,
  withdrawalOf,
} from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { bundleOf, checkpointOf, complete, signerOf } from './sample-bundle';

import { inquiryMutations } from './inquiry-cases';
import { juryMutations, soundJuries } from './jury-cases';
import { awardMutations, soundAwards } from './award-cases';
import { formMutations, lots } from './form-cases';
import {
  type Mutation,
  type Comparison,
  ballots,
  poll,
  signer,
  sound,
  lines,
  texts,
  whole,
  at,
  without,
  replaced,
  forged,
  signed,
  swapped,
  spliced,
  inserted,
} from './mutation-kit';

/** These rules, and a poll that ends at once. */
const signedEnd = (rules: string): string => signed([rules, close(0), texts.at(-1) ?? ''], { published: [] });

/** The same poll, of which the first candidate was withdrawn behind the close. */
const reduced = { ...poll, entries: [...poll.entries, withdrawalOf('a')] };
const { texts: reducedTexts, result: reducedResult } = complete(reduced, true);
const { texts: lotTexts, result: lotResult } = complete(lots, true);
const signedLots = (changed: readonly string[]): string => signed(changed, { result: lotResult, published: [1, 3] });
const otherDraw = complete({ ...lots, entries: [...lots.entries.slice(0, -1), drawn('043')] }, true).result;

const signedReduced = (changed: readonly string[]): string => signed(changed, { result: reducedResult });

export const mutations: readonly Mutation[] = [
  // By a stranger
  ['drop an entry', without('entry 3 '), 'ENTRY_MISSING'],
  ['drop the rules', without('rules '), 'ENTRY_MISSING'],
  ['drop an entry and close the gap', forged(spliced(texts, 2, 1)), 'ROOT_MISMATCH'],
  ['add an entry again', whole(inserted(lines, at('entry 4 '), lines[at('entry 3 ')] ?? '')), 'ENTRY_ADDED'],
  ['add a ballot and move the others', forged(inserted(texts, 2, vote(9, 'c'))), 'ROOT_MISMATCH'],
  [
    'add an entry behind what was signed',
    whole(
      inserted(
        bundleOf(poll, { isResultLogged: false }).trimEnd().split('\n'),
        -2,
        `entry 11 ${entryCode(nativeHasher.leaf(voidOf(3)))} ${voidOf(3)}`,
      ),
    ),
    'ENTRIES_NOT_COVERED',
  ],
  ['alter a ballot', replaced('entry 3 ', '["b"]', '["a"]'), 'ENTRY_ALTERED'],
  ['alter a ballot and its code', forged(spliced(texts, 3, 1, vote(3, 'a'))), 'ROOT_MISMATCH'],
  ['alter a void', replaced('entry 7 ', '"index":2', '"index":3'), 'ENTRY_ALTERED'],
  ['swap two entries', whole(swapped(lines, at('entry 4 '), at('entry 5 '))), 'ENTRY_OUT_OF_ORDER'],
  ['swap two entries and their numbers', forged(swapped(texts, 4, 5)), 'ROOT_MISMATCH'],
  ['change a count in the result', replaced('result ', '"votes":2', '"votes":3'), 'RESULT_MISMATCH'],
  ['change who won', replaced('result ', '"won":true', '"won":false'), 'RESULT_MISMATCH'],
  ['change a rule', replaced('rules ', '"max":3', '"max":2'), 'RULES_ALTERED'],
  [
    'change a rule and its code',
    forged(spliced(texts, 0, 1, rulesText.replace('"seats":1', '"seats":2'))),
    'ROOT_MISMATCH',
  ],
  ['rename a candidate', replaced('candidate ', '社区食堂', '社区食堂（新）'), 'CANDIDATES_ALTERED'],
  ['move a candidate to another group', replaced('candidate ', '"x"', '"y"'), 'CANDIDATES_ALTERED'],
  ['drop a candidate', without('candidate '), 'CANDIDATES_ALTERED'],
  [
    'put another key of the same name',
    replaced('key ', formatVerifierKey(signer.key), formatVerifierKey(signerOf(signer.key.name, 8).key)),
    'SIGNATURE_UNKNOWN',
  ],
  ['put a key that is none', replaced('key ', '+', '-'), 'BUNDLE_MALFORMED'],
  ['change a checkpoint’s size', replaced('checkpoint ', '\\n3\\n', '\\n4\\n'), 'SIGNATURE_INVALID'],
  ['break a checkpoint’s form', replaced('checkpoint ', '— ', '- '), 'NOTE_MALFORMED'],
  ['move a checkpoint', whole(swapped(lines, at('checkpoint '), at('entry 3 '))), 'CHECKPOINT_OUT_OF_PLACE'],
  ['cut the last line', whole(lines).replace(/end \d+\n$/, ''), 'BUNDLE_TRUNCATED'],
  ['cut the last newline', sound.slice(0, -1), 'BUNDLE_TRUNCATED'],
  ['miscount the lines', sound.replace(/end \d+\n$/, 'end 5\n'), 'BUNDLE_TRUNCATED'],
  ['leave nothing', '', 'BUNDLE_TRUNCATED'],
  ['put something behind the end', `${sound}more\n`, 'BUNDLE_MALFORMED'],
  ['put a line of another kind', replaced('candidate ', 'candidate ', 'gift '), 'BUNDLE_MALFORMED'],
  ['take another format', sound.replace('bundle v1', 'bundle v9'), 'BUNDLE_VERSION_UNKNOWN'],
  ['give any other file', '<html>\n', 'BUNDLE_MALFORMED'],
  ...formMutations,
  // By an organiser with the key
  [
    'sign a wrong result',
    signed(spliced(texts, -1, 1, (texts.at(-1) ?? '').replace('"votes":2', '"votes":9'))),
    'RESULT_MISMATCH',
  ],
  [
    'sign two checkpoints of one size',
    whole(
      inserted(
        lines,
        at('checkpoint ') + 1,
        `checkpoint ${JSON.stringify(checkpointOf([...texts.slice(0, 2), vote(9, 'c')], signer))}`,
      ),
    ),
    'FORKED_LOG',
  ],
  ['sign a log that does not go with its checkpoints', forged(spliced(texts, 1, 1, vote(8, 'a'))), 'ROOT_MISMATCH'],
  ['sign for another poll', signed(texts, { signer: signerOf('gongping.example/p2') }), 'POLL_MISMATCH'],
  ['count a voter twice', signed(inserted(texts, 2, vote(1, 'b'))), 'TAG_TWICE'],
  ['take ballots after the close', signed(inserted(texts, 7, vote(9, 'b'))), 'BALLOT_AFTER_CLOSE'],
  ['close with another count', signed(spliced(texts, 6, 1, close(6))), 'CLOSE_COUNT_WRONG'],
  ['void alone', signed(spliced(texts, 7, 1, voidOf(2, { approver: '甲' }))), 'ONE_PERSON_ALONE'],
  [
    'void for a reason made up later',
    signed(spliced(texts, 7, 1, voidOf(2, { reason: '不喜欢' }))),
    'REASON_NOT_DECLARED',
  ],
  ['write an entry of a new kind', signed(spliced(texts, 7, 1, '{"v":1,"kind":"gift"}')), 'ENTRY_KIND_UNKNOWN'],
  [
    'write an entry of a new version',
    signed(spliced(texts, 7, 1, close(1).replace('"v":1', '"v":3'))),
    'ENTRY_VERSION_UNKNOWN',
  ],
  [
    'write an entry with a white space',
    signed(spliced(texts, 7, 1, voidOf(2).replace(',', ', '))),
    'ENTRY_NOT_CANONICAL',
  ],
  ['write no entry', signed(spliced(texts, 7, 1, 'null')), 'ENTRY_MALFORMED'],
  ['drop a withdrawal', signedReduced(spliced(reducedTexts, -2, 1)), 'RESULT_MISMATCH'],
  ['withdraw twice', signedReduced(inserted(reducedTexts, -1, withdrawalOf('a'))), 'ALREADY_WITHDRAWN'],
  ['withdraw nobody', signedReduced(inserted(reducedTexts, -1, withdrawalOf('z'))), 'CANDIDATE_UNKNOWN'],
  ['rank who was withdrawn', signed(inserted(texts, -1, withdrawalOf('a'))), 'RESULT_MISMATCH'],
  [
    'withdraw without a reason',
    signedReduced(reducedTexts.map((text) => text.replace('本人申请退出', ''))),
    'ENTRY_MALFORMED',
  ],
  ['draw while the vote is open', signedLots(inserted(lotTexts, 1, drawn('042'))), 'DRAW_WHILE_OPEN'],
  ['draw twice', signedLots(inserted(lotTexts, 4, drawn('043'))), 'DRAW_TWICE'],
  ['draw too few digits', signedLots(spliced(lotTexts, 3, 1, drawn('42'))), 'DRAW_MALFORMED'],
  ['draw other digits than Latin ones', signedLots(spliced(lotTexts, 3, 1, drawn('٠٤٢'))), 'DRAW_MALFORMED'],
  ['draw alone', signedLots(spliced(lotTexts, 3, 1, drawn('042', '甲'))), 'ONE_PERSON_ALONE'],
  ['draw under rules without a lot of digits', signed(inserted(texts, -1, drawn('042'))), 'DRAW_NOT_DECLARED'],
  ['end without the draw', signedLots(spliced(lotTexts, 3, 1)), 'DRAW_MISSING'],
  ['end with what another draw gives', signedLots(spliced(lotTexts, 4, 1, encodeEntry(otherDraw))), 'RESULT_MISMATCH'],
  ...narrowRules
    .filter(([what]) => ['all that there is', 'a jury alone'].includes(what))
    .map(([what, text]): Mutation => [
      `end under rules that this version cannot count: ${what}`,
      signedEnd(text),
      'RESULT_VERSION',
    ]),
  ...awardMutations,
  ...juryMutations,
  ...inquiryMutations,
  ...wrongRules.map(([what, text, code]): Mutation => [`have rules with ${what}`, signedEnd(text), code]),
  ['never close', signed(texts.slice(0, 6)), 'NOT_CLOSED'],
];

const key = formatVerifierKey(signer.key);
const otherKey = formatVerifierKey(signerOf(signer.key.name, 8).key);
const held = checkpointOf(texts.slice(0, 6), signer);
const beyond = checkpointOf([...texts, ...texts], signer);
const strangers = checkpointOf(texts.slice(0, 6), signerOf(signer.key.name, 8));
const receipt = { origin: signer.key.name, leafHash: bytesToHex(nativeHasher.leaf(ballots[2] ?? '')) };
const othersReceipt = { ...receipt, origin: 'gongping.example/p2' };
const lostReceipt = { ...receipt, leafHash: bytesToHex(nativeHasher.leaf(vote(9, 'a'))) };

/** A bundle that is sound in itself: the organiser dropped a ballot and signed everything anew. */
const rewrittenTexts = complete({ ...poll, entries: spliced(poll.entries, 5, 2, close(4)) }, true).texts;
const rewritten = bundleOf({ ...poll, entries: rewrittenTexts.slice(0, -1) });

/** What only shows beside something that was kept elsewhere. */
export const comparisons: readonly Comparison[] = [
  { what: 'the key known from elsewhere', bundle: sound, given: { key }, code: null },
  { what: 'another key', bundle: sound, given: { key: otherKey }, code: 'KEY_MISMATCH' },
  { what: 'a checkpoint that was kept', bundle: sound, given: { held: [held] }, code: null },
  { what: 'a log rewritten and signed anew', bundle: rewritten, given: {}, code: null },
  { what: 'a forked log', bundle: rewritten, given: { held: [held] }, code: 'FORKED_LOG' },
  { what: 'a log cut short', bundle: sound, given: { held: [beyond] }, code: 'CHECKPOINT_BEYOND_LOG' },
  { what: 'a checkpoint by a stranger', bundle: sound, given: { held: [strangers] }, code: 'SIGNATURE_UNKNOWN' },
  { what: 'nothing, where a candidate was withdrawn', bundle: bundleOf(reduced), given: {}, code: null },
  ...[...soundAwards, ...soundJuries].map(([what, bundle]): Comparison => ({
    what: `nothing: ${what}`,
    bundle,
    given: {},
    code: null,
  })),
  { what: 'a receipt', bundle: sound, given: { receipts: [receipt] }, code: null },
  {
    what: 'another poll’s receipt',
    bundle: sound,
    given: { receipts: [receipt, othersReceipt] },
    code: 'RECEIPT_OF_ANOTHER_LOG',
  },
  {
    what: 'a receipt whose ballot was left out',
    bundle: sound,
    given: { receipts: [receipt, lostReceipt] },
    code: 'RECEIPT_NOT_IN_LOG',
  },
];
