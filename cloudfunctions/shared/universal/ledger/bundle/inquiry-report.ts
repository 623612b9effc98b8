import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { LogEntry } from '../entries/log-entry';
import { encodeUtf8 } from '../utf8';
import { readString } from './bundle-lines';

/** What a decision of an inquiry says of its grounds, for everybody to read: its entries name its hash. */
export interface InquiryReport {
  /** 64 hex digits. */
  hash: string;
  text: string;
}

/** SHA-256 of a report's text, 64 hex digits. */
export function reportHash(text: string): string {
  return bytesToHex(sha256(encodeUtf8(text)));
}

/** Which report has to follow which entry: each once, behind the first that names it. */
export class OwedReports {
  readonly #named = new Set<string>();
  /** The hash of the report that has to come next; null where none has. */
  owed: string | null = null;

  /** @returns the hash of the report that this entry is the first to name; null where there is none */
  next(entry: LogEntry): string | null {
    this.owed = null;
    if ((entry.kind !== 'void' && entry.kind !== 'restore') || entry.v !== 2) return null;
    if (this.#named.has(entry.report)) return null;
    this.#named.add(entry.report);
    return (this.owed = entry.report);
  }

  /** Takes the line of a report. @param json its text as JSON writes it @returns what is wrong with it */
  read(json: string): 'BUNDLE_MALFORMED' | 'REPORT_ALTERED' | null {
    const report = readString(json);
    if (report === null || this.owed === null) return 'BUNDLE_MALFORMED';
    if (reportHash(report) !== this.owed) return 'REPORT_ALTERED';
    this.owed = null;
    return null;
  }
}
