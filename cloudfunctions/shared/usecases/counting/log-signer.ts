import {
  formatVerifierKey,
  parseVerifierKey,
  verifierKey,
  type VerifierKey,
} from '../../universal/ledger/note/verifier-key';
import type { NoteSigner } from '../../universal/ledger/note/signed-note';
import { setting } from '../../platform/environment';
import { signingKey, type SigningKey } from '../../platform/keys';

/** Read once: the environment of an instance does not change. */
let installed: { logName: string; keys: SigningKey[] } | undefined;

function installation(): NonNullable<typeof installed> {
  installed ??= { logName: setting('LOG_NAME'), keys: setting('LOG_KEY').split(',').map(signingKey) };
  return installed;
}

/**
 * Who signs a poll's log. A log keeps its key for life.
 * @param key the log's verifier key; undefined for a log that begins now
 * @returns undefined when the environment lacks the log's key
 */
export function logSigner(pollId: string, key?: string): NoteSigner | undefined {
  const { logName, keys } = installation();
  for (const each of keys) {
    const known = verifierKey(`${logName}/${pollId}`, each.publicKey);
    if (key === undefined || formatVerifierKey(known) === key) return { key: known, sign: each.sign };
  }
  return undefined;
}

/** The keys that tell receipts from forged ones. @throws when the environment holds something else */
export function receiptVerifiers(): VerifierKey[] {
  return setting('RECEIPT_VERIFIERS')
    .split(',')
    .map((text) => {
      const key = parseVerifierKey(text);
      if (key === null) throw new Error('RECEIPT_VERIFIERS holds something that is no verifier key');
      return key;
    });
}
