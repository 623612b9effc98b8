import { unwrapPollKey, type WrappedKey } from '../../cloudfunctions/shared/platform/keys';
import { signingKey } from '../../cloudfunctions/shared/platform/keys';
import {
  formatVerifierKey,
  parseVerifierKey,
  verifierKey,
} from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { receiptVerifiers, type Keys } from '../keys/installation-keys';
import type { Document } from './vault';

/** The keys of the installation that a poll is to go on in, and its name in its logs. */
export interface PresentKeys {
  keys: Keys;
  logName: string;
}

/**
 * Whether a poll can go on with these keys.
 * @param logKey of its log, if that has begun
 * @returns what is missing; undefined where it can
 */
export function keysProblem(poll: Document, logKey: string | undefined, present: PresentKeys): string | undefined {
  const { keys, logName } = present;
  const { key } = poll as { key?: WrappedKey };
  if (key !== undefined) {
    try {
      unwrapPollKey(key, keys.MASTER_KEY.split(','));
    } catch {
      return 'its secret opens with none of these master keys (MASTER_KEY)';
    }
  }
  if (logKey === undefined) return undefined;
  const origin = `${logName}/${poll._id}`;
  const named = parseVerifierKey(logKey)?.name;
  if (named !== origin) return `its log is called ${named ?? 'nothing'}, and would be called ${origin} here`;
  const ours = keys.LOG_KEY.split(',').map((each) =>
    formatVerifierKey(verifierKey(origin, signingKey(each).publicKey)),
  );
  return ours.includes(logKey) ? undefined : 'its log was signed with none of these keys (LOG_KEY)';
}

/**
 * Keys of receipts that a log vouches for and that are not among these.
 * @param note the log's `receipt-keys`
 */
export function missingReceiptKeys(note: string, { keys, logName }: PresentKeys): string[] {
  const ours = receiptVerifiers(keys, logName);
  return note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => parseVerifierKey(line) !== null && !ours.includes(line));
}
