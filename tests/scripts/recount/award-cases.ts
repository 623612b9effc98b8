import { encodeEntry, type NoticeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import {
  callOffText,
  candidates,
  close,
  endOfDayBehind,
  noticeDay,
  noticeRules,
  noticeText,
  resultText,
  revocationOf,
  rulesText,
  vote,
  voidOf,
  wholeRules,
  withdrawalOf,
} from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { inserted, signed, spliced, type Mutation } from './mutation-kit';
import { assemble, bundleOf, complete, signerOf } from './sample-bundle';

const counted = [
  encodeEntry(noticeRules),
  vote(1, 'a', 'b'),
  vote(2, 'a', 'b', 'c'),
  vote(3, 'a'),
  vote(4, 'a'),
  close(4),
];
const noticed = [...counted, noticeText(counted)];
/** A ballot is voided while the notice is up, so that a second one is put up. */
const corrected = [...noticed, voidOf(3)];
const again = { from: noticeDay + 24 * 60 * 60 * 1000 };
const upAgain = [...corrected, noticeText(corrected, again)];
const endOf = (before: string[]): string[] => [...before, resultText(before)];
const awarded = endOf(upAgain);

/** A poll that was put up twice, awarded, and whose winner was told to be none. */
export const award = { candidates, entries: [...awarded, revocationOf('a')], published: [1, 6, 7, 9] };
/** The same while its second notice is up. */
export const onNotice = { ...award, entries: upAgain };
/** The same, called off in the middle of the vote and behind a notice. */
export const endedWhileOpen = { ...award, entries: [...counted.slice(0, 4), callOffText()] };
export const endedOnNotice = { ...award, entries: [...noticed, callOffText()] };

const { texts, result } = complete(award, false);
const last = texts.length - 1;
const changed = (from: string, to: string, at: number): string[] => {
  const text = texts[at] ?? '';
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${text}`);
  return spliced(texts, at, 1, text.replace(from, to));
};
const notice = (from: string, to: string): string[] => changed(from, to, 6);
const sign = (changedTexts: readonly string[]): string => signed(changedTexts, { result, published: award.published });
const plain = [encodeEntry(wholeRules), ...counted.slice(1)];
const plainEnd = endOf(plain);
const ofWhole = complete({ candidates, entries: plain, published: [] }, true).result;

/** A notice that is right in itself, of other figures than the log's. */
function otherNotice(): string {
  const entry = parseEntry(noticed.at(-1) ?? '');
  if (typeof entry === 'string' || entry.kind !== 'notice') throw new Error('a notice');
  const ranking: NoticeEntry['ranking'] = entry.ranking.map((each) => ({ ...each, jury: '90.00' }));
  return encodeEntry({ ...entry, ranking });
}

/** By an organiser with the key, between the close and the end. */
export const awardMutations: readonly Mutation[] = [
  ['award without a notice', sign(endOf(counted)), 'NOTICE_MISSING'],
  [
    'put a notice up for four days of five',
    sign(notice(`"until":${endOfDayBehind(5)}`, `"until":${endOfDayBehind(4)}`)),
    'NOTICE_MISSING',
  ],
  ['backdate a notice', sign(changed(`"from":${again.from}`, `"from":${noticeDay - 1}`, 8)), 'NOTICE_OUT_OF_ORDER'],
  [
    'shorten a notice',
    sign(changed(`"until":${endOfDayBehind(5)}`, `"until":${endOfDayBehind(4)}`, 8)),
    'NOTICE_MISSING',
  ],
  [
    'correct a notice on its last day',
    sign(changed(`"from":${again.from}`, `"from":${endOfDayBehind(4)}`, 8)),
    'NOTICE_MISSING',
  ],
  ['leave an earlier notice out', sign(spliced(texts, 6, 1)), 'NOTICE_OUT_OF_ORDER'],
  ['put up other votes', sign(notice('"votes":4', '"votes":5')), 'NOTICE_MISMATCH'],
  ['put up another winner', sign(notice('"rank":2,"won":false', '"rank":2,"won":true')), 'NOTICE_MISMATCH'],
  ['put up parts of a jury that there is not', sign(spliced(texts, 6, 1, otherNotice())), 'NOTICE_MISMATCH'],
  ['put up a score without its part', sign(notice('"public":"100.00",', '')), 'NOTICE_MISMATCH'],
  ['put up a notice alone', sign(notice('"approver":"乙"', '"approver":"甲"')), 'ONE_PERSON_ALONE'],
  ['put up a notice while people vote', sign(spliced(texts, 5, 2, texts[6] ?? '')), 'NOTICE_WHILE_OPEN'],
  ['put up a notice that the rules do not speak of', sign([...plain, texts[6] ?? '']), 'NOTICE_NOT_DECLARED'],
  [
    'put up a notice that ends at noon',
    sign(notice(`"until":${endOfDayBehind(5)}`, `"until":${endOfDayBehind(5) - 1}`)),
    'ENTRY_MALFORMED',
  ],
  [
    'put up a notice to the end of time',
    sign(notice(`"until":${endOfDayBehind(5)}`, '"until":253402272000000')),
    'ENTRY_MALFORMED',
  ],
  ['put up a part that is null', sign(notice('"public":"100.00"', '"public":null')), 'ENTRY_MALFORMED'],
  ['put up a notice without an end', sign(notice(`"until":${endOfDayBehind(5)},`, '')), 'ENTRY_MALFORMED'],
  [
    'put up a notice in another order',
    sign(notice(`"n":1,"from":${noticeDay}`, `"from":${noticeDay},"n":1`)),
    'ENTRY_NOT_CANONICAL',
  ],
  [
    'put up a notice with a remark',
    sign(notice('"approver":"乙"', '"approver":"乙","note":"x"')),
    'ENTRY_NOT_CANONICAL',
  ],
  ['put up a notice of a later version', sign(notice('"v":1', '"v":2')), 'ENTRY_VERSION_UNKNOWN'],
  ['void behind the last notice', sign(endOf([...upAgain, voidOf(1)])), 'RESULT_NOT_AS_NOTICED'],
  ['withdraw behind the last notice', sign(endOf([...upAgain, withdrawalOf('c')])), 'RESULT_NOT_AS_NOTICED'],
  ['void behind the last notice and award what it said', sign(inserted(awarded, -1, voidOf(1))), 'RESULT_MISMATCH'],
  ['award what an earlier notice said', sign(spliced(awarded, -1, 1, resultText(noticed))), 'RESULT_NOT_AS_NOTICED'],
  ['award in the version of polls without a notice', sign([...upAgain, encodeEntry(ofWhole)]), 'RESULT_VERSION'],
  [
    'say in that version what is awarded',
    signed(upAgain, { result: ofWhole, published: award.published }),
    'RESULT_VERSION',
  ],
  ['award in the version of polls with a notice', sign([...plain, awarded.at(-1) ?? '']), 'RESULT_VERSION'],
  ['award under older rules in that version', sign([rulesText, close(0), awarded.at(-1) ?? '']), 'RESULT_VERSION'],
  [
    'say another result than what was put up',
    signed(upAgain, { result: { ...result, ballots: 9 }, published: award.published }),
    'RESULT_MISMATCH',
  ],
  ['revoke before the result', sign(inserted(awarded, -1, revocationOf('a'))), 'REVOKE_BEFORE_RESULT'],
  ['revoke what nobody was given', sign([...awarded, revocationOf('b')]), 'NOT_A_WINNER'],
  ['revoke twice', sign([...texts, revocationOf('a')]), 'ALREADY_REVOKED'],
  ['revoke alone', sign([...awarded, revocationOf('a', '甲')]), 'ONE_PERSON_ALONE'],
  ['revoke without a notice', signed([...plainEnd, revocationOf('a')], { result: ofWhole }), 'NOTICE_NOT_DECLARED'],
  ['revoke without a clause', sign(changed('"clause":"第九条",', '', last)), 'ENTRY_MALFORMED'],
  ['void behind the result', sign([...awarded, voidOf(4)]), 'AFTER_RESULT'],
  ['call off behind the result', sign([...awarded, callOffText()]), 'AFTER_RESULT'],
  ['call off alone', sign([...noticed, callOffText('甲')]), 'ONE_PERSON_ALONE'],
  ['call off under older rules', sign([rulesText, callOffText()]), 'CALL_OFF_NOT_DECLARED'],
  ['award what was called off', sign([...upAgain, callOffText(), awarded.at(-1) ?? '']), 'AFTER_CALL_OFF'],
  ['vote for what was called off', sign([...counted.slice(0, 3), callOffText(), vote(3, 'a')]), 'AFTER_CALL_OFF'],
  ['call off without a reason', sign([...noticed, callOffText().replace('主办单位撤销', '')]), 'ENTRY_MALFORMED'],
];

/** Bundles of polls with a notice that are as they have to be. */
export const soundAwards: readonly (readonly [what: string, bundle: string])[] = [
  ['a revoked award', bundleOf(award, { isResultLogged: false })],
  ['a second notice', bundleOf(onNotice, { isResultLogged: false })],
  ['a count that waits for its notice', bundleOf({ ...award, entries: counted }, { isResultLogged: false })],
  ['a poll called off while people vote', bundleOf(endedWhileOpen)],
  ['a poll called off while it is on notice', bundleOf(endedOnNotice)],
  [
    'a poll called off before anybody voted',
    assemble({
      signer: signerOf('gongping.example/p1'),
      candidates,
      texts: [encodeEntry(wholeRules), callOffText()],
      published: [],
      result: complete({ candidates, entries: [encodeEntry(wholeRules)], published: [] }, false).result,
    }),
  ],
];
