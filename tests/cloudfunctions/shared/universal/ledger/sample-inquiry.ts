import { encodeEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { InquiryRulingEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/inquiry-ruling';
import type { WholeRulesEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import { usualFairPlay as fairPlay } from '../../../../../cloudfunctions/shared/domain/poll/usual-rules';
import { reportHash } from '../../../../../cloudfunctions/shared/universal/ledger/bundle/inquiry-report';
import { wholeRules } from './sample-log';

/** Rules that declare what is looked at, and that whoever is flagged may be voided by an inquiry. */
export const fairRules: WholeRulesEntry = {
  ...wholeRules,
  voidReasons: ['平台判定为高风险账号', '未打开页面的程序投票'],
  fairPlay,
};

/** What the decisions of an inquiry say of their grounds, by their hashes. */
const reports = new Map<string, string>();

/** @returns the hash of a report that says this */
export function reportOf(says: string): string {
  const text = JSON.stringify({ v: 1, says });
  const hash = reportHash(text);
  reports.set(hash, text);
  return hash;
}

/** The text of a report that was made by `reportOf`; another one where none was. */
export function reportText(hash: string): string {
  return reports.get(hash) ?? 'nothing that anybody decided';
}

/** What one decision of an inquiry voids or restores. */
export function inquiryRuling(
  kind: InquiryRulingEntry['kind'],
  indexes: number[],
  more: Partial<InquiryRulingEntry> = {},
): string {
  return encodeEntry({
    v: 2,
    kind,
    inquiry: 1,
    indexes,
    reason: '未打开页面的程序投票',
    clause: '第七条',
    report: reportOf('第一次核查'),
    proposer: '甲',
    approver: '乙',
    ...more,
  });
}
