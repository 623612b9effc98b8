import { encodeEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { InquiryRulingEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/inquiry-ruling';
import type { WholeRulesEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import { usualFairPlay as fairPlay } from '../../../../../cloudfunctions/shared/domain/poll/usual-rules';
import { wholeRules } from './sample-log';

/** Rules that declare what is looked at, and that whoever is flagged may be voided by an inquiry. */
export const fairRules: WholeRulesEntry = {
  ...wholeRules,
  voidReasons: ['平台判定为高风险账号', '未打开页面的程序投票'],
  fairPlay,
};

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
    report: 'ab'.repeat(32),
    proposer: '甲',
    approver: '乙',
    ...more,
  });
}
