import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatVerifierKey, verifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { signingKey } from '../../cloudfunctions/shared/platform/keys';

/**
 * The secrets of one installation; see `cloudfunctions/shared/platform/environment.ts`. Each may hold several,
 * comma-separated, the newest first.
 */
export interface Keys {
  MASTER_KEY: string;
  RECEIPT_KEY: string;
  LOG_KEY: string;
  PARTICIPANT_KEY: string;
}

export type KeyName = keyof Keys;

const makers: Record<KeyName, () => string> = {
  MASTER_KEY: newSecret,
  RECEIPT_KEY: newSigningKey,
  LOG_KEY: newSigningKey,
  PARTICIPANT_KEY: newSecret,
};

function newSecret(): string {
  return randomBytes(32).toString('base64');
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

export function newKeys(): Keys {
  return {
    MASTER_KEY: makers.MASTER_KEY(),
    RECEIPT_KEY: makers.RECEIPT_KEY(),
    LOG_KEY: makers.LOG_KEY(),
    PARTICIPANT_KEY: makers.PARTICIPANT_KEY(),
  };
}

/** Puts a new key in front of those there are. */
export function withNewKey(keys: Keys, name: KeyName): Keys {
  return { ...keys, [name]: `${makers[name]()},${keys[name]}` };
}

/** Leaves the newest of a kind. */
export function withoutOldKeys(keys: Keys, name: KeyName): Keys {
  return { ...keys, [name]: newest(keys[name]) };
}

function newest(list: string): string {
  return list.split(',')[0] ?? '';
}

/** Reads the keys beside the data, or makes them once. The file is readable by its owner alone. */
export function loadOrCreateKeys(dataDir: string): Keys {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'keys.json');
  try {
    // `wx` fails when the file is there: two starts at once end up with the same keys.
    writeFileSync(file, format(newKeys()), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
  return readKeys(file);
}

/** @throws a sentence when the file holds no keys */
export function readKeys(file: string): Keys {
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(found)) throw new Error(`${file} holds no keys`);
  const { MASTER_KEY: master, RECEIPT_KEY: receipt, LOG_KEY: log, PARTICIPANT_KEY: participant } = found;
  if (typeof master !== 'string' || typeof receipt !== 'string') throw new Error(`${file} holds no keys`);
  // Installations are older than logs with keys, and than objections.
  const keys = {
    MASTER_KEY: master,
    RECEIPT_KEY: receipt,
    LOG_KEY: typeof log === 'string' ? log : makers.LOG_KEY(),
    PARTICIPANT_KEY: typeof participant === 'string' ? participant : makers.PARTICIPANT_KEY(),
  };
  if (log !== keys.LOG_KEY || participant !== keys.PARTICIPANT_KEY) writeKeys(file, keys);
  return keys;
}

export function writeKeys(file: string, keys: Keys): void {
  writeFileSync(file, format(keys), { mode: 0o600 });
}

function format(keys: Keys): string {
  return `${JSON.stringify(keys, null, 2)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Told by its code alone: jest's sandbox has an Error of its own. */
function isExisting(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}

/** The C2SP verifier keys of receipts, the present one first: what the public checks receipts by. */
export function receiptVerifiers(keys: Keys, logName: string): string[] {
  return keys.RECEIPT_KEY.split(',').map((key) =>
    formatVerifierKey(verifierKey(`${logName}/receipts`, signingKey(key).publicKey)),
  );
}

/** What an installation settles besides its keys; none of it is secret. */
export interface InstallationSettings {
  /** Templates of subscribe messages, JSON as `cloudfunctions/shared/domain/reminders/templates.ts` reads it; no reminders without. */
  templates?: string;
  /** Which version of the mini-program codes, links and messages open; the released one unless told. */
  program?: 'trial' | 'develop';
  /** What the platform calls the source of pushed messages, where `inbox` has logged another than the usual one. */
  pushSource?: string;
}

/** As `cloudfunctions/shared/platform/environment.ts` has it. */
const usualPushSource = 'wx_unknown';

/** The environment of each cloud function: each gets the secrets it needs and no more. */
export function functionEnvironment(
  keys: Keys,
  logName: string,
  { templates, program, pushSource = usualPushSource }: InstallationSettings = {},
): Record<string, Record<string, string>> {
  const version: Record<string, string> = program === undefined ? {} : { PROGRAM_VERSION: program };
  const reminders: Record<string, string> = templates === undefined ? {} : { TEMPLATES: templates };
  return {
    voter: { MASTER_KEY: keys.MASTER_KEY, RECEIPT_KEY: newest(keys.RECEIPT_KEY), LOG_NAME: logName },
    scheduler: {
      LOG_KEY: keys.LOG_KEY,
      LOG_NAME: logName,
      RECEIPT_VERIFIERS: receiptVerifiers(keys, logName).join(','),
      ...version,
      ...reminders,
    },
    organiser: version,
    documents: version,
    participant: {
      PARTICIPANT_KEY: keys.PARTICIPANT_KEY,
      RECEIPT_VERIFIERS: receiptVerifiers(keys, logName).join(','),
      ...version,
      ...reminders,
    },
    inbox: { PUSH_SOURCE: pushSource },
  };
}
