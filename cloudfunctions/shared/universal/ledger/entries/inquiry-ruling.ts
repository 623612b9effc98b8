/** What one decision of an inquiry takes out of the count, or puts back; a long list takes several entries. Where the rules declare fair play. */
export interface InquiryRulingEntry {
  v: 2;
  kind: 'void' | 'restore';
  /** The inquiry's number in the poll, from 1. */
  inquiry: number;
  /** The ballots' places in the log, ascending; 1 to 1,000. */
  indexes: number[];
  reason: string;
  /** Of the published rules. */
  clause: string;
  /** SHA-256 of the decision's public report, 64 hex digits. */
  report: string;
  proposer: string;
  approver: string;
}

/** The same with its fields in the canonical order, and nothing else in it. */
export function inquiryRulingInOrder(entry: InquiryRulingEntry): object {
  const { v, kind, inquiry, indexes, reason, clause, report, proposer, approver } = entry;
  return { v, kind, inquiry, indexes, reason, clause, report, proposer, approver };
}
