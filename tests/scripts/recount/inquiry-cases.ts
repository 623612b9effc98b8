import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { fairRules, inquiryRuling } from '../../cloudfunctions/shared/universal/ledger/sample-inquiry';
import { candidates, close, vote, voidOf, wholeRules } from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { inserted, signed, spliced, swapped, whole, type Mutation } from './mutation-kit';
import { complete } from './sample-bundle';

const voted = [
  encodeEntry(fairRules),
  vote(1, 'a'),
  vote(2, 'a', 'b'),
  vote(3, 'b'),
  vote(4, 'c'),
  vote(5, 'a'),
  vote(6, 'b'),
];
const rulings = [
  inquiryRuling('void', [1, 2, 4]),
  inquiryRuling('void', [5], { inquiry: 2, reason: '平台判定为高风险账号' }),
  inquiryRuling('restore', [2]),
];
/** A log in which an inquiry voided ballots, one of which came back. */
export const inquiredPoll = { candidates, entries: [...voted, close(6), ...rulings], published: [3, 8, 10] };
const { texts, result } = complete(inquiredPoll, true);
const sign = (changed: readonly string[]): string => signed(changed, { result, published: inquiredPoll.published });
const at = 8;
const ruled = (text: string): string => sign(spliced(texts, at, 1, text));

const lines = sign(texts).trimEnd().split('\n');
const report = lines.findIndex((line) => line.startsWith('report '));
const without = (index: number): string[] => spliced(lines, index, 1);
const altered = (from: string, to: string): string[] =>
  lines.map((line, index) => (index === report ? line.replace(from, to) : line));

/** By an organiser with the key who voids more, less or otherwise than two persons decided. */
export const inquiryMutations: readonly Mutation[] = [
  ['void one ballot more', ruled(inquiryRuling('void', [1, 2, 3, 4])), 'RESULT_MISMATCH'],
  ['void one ballot less', ruled(inquiryRuling('void', [1, 2])), 'RESULT_MISMATCH'],
  [
    'void for another reason',
    ruled(inquiryRuling('void', [1, 2, 4], { reason: '平台判定为高风险账号' })),
    'RESULT_MISMATCH',
  ],
  [
    'void for a reason that was never announced',
    ruled(inquiryRuling('void', [1, 2, 4], { reason: '票太多' })),
    'REASON_NOT_DECLARED',
  ],
  ['void a ballot twice', sign(inserted(texts, at + 1, inquiryRuling('void', [4]))), 'ALREADY_VOID'],
  ['void what is no ballot', ruled(inquiryRuling('void', [1, 2, 4, 7])), 'NOT_A_BALLOT'],
  ['void what is not there yet', ruled(inquiryRuling('void', [1, 2, 4, 60])), 'NOT_A_BALLOT'],
  ['void alone', ruled(inquiryRuling('void', [1, 2, 4], { approver: '甲' })), 'ONE_PERSON_ALONE'],
  ['void while people vote', sign(inserted(texts, 5, inquiryRuling('void', [1]))), 'RULING_WHILE_OPEN'],
  ['void one ballot without an inquiry', sign(inserted(texts, at, voidOf(3))), 'RULING_VERSION'],
  ['void by an inquiry that was not announced', sign(spliced(texts, 0, 1, encodeEntry(wholeRules))), 'RULING_VERSION'],
  ['restore what counts', sign(inserted(texts, -1, inquiryRuling('restore', [3]))), 'NOT_VOID'],
  ['restore what another inquiry voided', sign(inserted(texts, -1, inquiryRuling('restore', [5]))), 'OTHER_INQUIRY'],
  ['restore one more', sign(inserted(texts, -1, inquiryRuling('restore', [4]))), 'RESULT_MISMATCH'],
  ['sort a list wrongly', ruled(inquiryRuling('void', [2, 1, 4])), 'ENTRY_MALFORMED'],
  ['name a ballot twice', ruled(inquiryRuling('void', [1, 1, 2, 4])), 'ENTRY_MALFORMED'],
  ['name nobody', ruled(inquiryRuling('void', [])), 'ENTRY_MALFORMED'],
  [
    'name 1,001',
    ruled(
      inquiryRuling(
        'void',
        Array.from({ length: 1_001 }, (_, index) => index),
      ),
    ),
    'ENTRY_MALFORMED',
  ],
  ['leave the report out', ruled((texts[at] ?? '').replace(/"report":"[0-9a-f]{64}",/, '')), 'ENTRY_MALFORMED'],
  [
    'write the report in capitals',
    ruled(
      (texts[at] ?? '').replace(/"report":"[0-9a-f]{64}"/, (found) => found.toUpperCase().replace('REPORT', 'report')),
    ),
    'ENTRY_MALFORMED',
  ],
  ['number an inquiry 0', ruled(inquiryRuling('void', [1, 2, 4], { inquiry: 0 })), 'ENTRY_MALFORMED'],
  [
    'name a ballot in another spelling',
    ruled((texts[at] ?? '').replace('[1,2,4]', '[1.0,2,4]')),
    'ENTRY_NOT_CANONICAL',
  ],
  ['leave a report out', whole(without(report)), 'REPORT_MISSING'],
  ['leave a report and all behind it out', `${lines.slice(0, report).join('\n')}\n`, 'BUNDLE_TRUNCATED'],
  ['put a report behind the next entry', whole(swapped(lines, report, report + 1)), 'REPORT_MISSING'],
  ['publish another report than was signed', whole(altered('第一次', '第二次')), 'REPORT_ALTERED'],
  ['write a report otherwise than JSON does', whole(altered('第', '\\u7b2c')), 'BUNDLE_MALFORMED'],
  ['publish a report twice', whole(spliced(lines, report, 0, lines[report] ?? '')), 'BUNDLE_MALFORMED'],
  [
    'publish a report that nobody decided',
    whole(spliced(lines, report - 1, 0, lines[report] ?? '')),
    'BUNDLE_MALFORMED',
  ],
  [
    'name a report that nobody has',
    ruled(inquiryRuling('void', [1, 2, 4], { report: '0'.repeat(64) })),
    'REPORT_ALTERED',
  ],
];
