import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secrets of one installation; see `cloudfunctions/shared/platform/environment.ts`. */
export interface Keys {
  MASTER_KEY: string;
  RECEIPT_KEY: string;
}

const fileName = 'keys.json';

/** Reads the keys beside the data, or makes them once. The file is readable by its owner alone. */
export function loadOrCreateKeys(dataDir: string): Keys {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, fileName);
  try {
    // `wx` fails when the file is there: two starts at once end up with the same keys.
    writeFileSync(file, `${JSON.stringify(createKeys(), null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
  // The file was written here.
  return JSON.parse(readFileSync(file, 'utf8')) as Keys;
}

/** Told by its code alone: jest's sandbox has an Error of its own. */
function isExisting(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}

function createKeys(): Keys {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    MASTER_KEY: randomBytes(32).toString('base64'),
    RECEIPT_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** The environment of each cloud function: each gets the secrets it needs and no more. */
export function functionEnvironment(keys: Keys, logName: string): Record<string, Record<string, string>> {
  return { voter: { ...keys, LOG_NAME: logName }, scheduler: {} };
}
