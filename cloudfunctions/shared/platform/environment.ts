/**
 * The function's own settings, from its environment. Secrets live here and in no document, reply or log line.
 * `npm run keys` makes them.
 */
export type Setting =
  /** 32 bytes, base64: wraps each poll's secret. While keys are changed, several, comma-separated, the newest first. */
  | 'MASTER_KEY'
  /** Ed25519, PKCS #8 DER, base64: signs receipts. */
  | 'RECEIPT_KEY'
  /** The C2SP verifier keys of receipts, comma-separated: the present one and those of receipts that are still about. */
  | 'RECEIPT_VERIFIERS'
  /**
   * Ed25519, PKCS #8 DER, base64: signs logs. While keys are changed, several, comma-separated: new logs take the first, a log
   * that was begun with another goes on with that.
   */
  | 'LOG_KEY'
  /** The installation's name in its logs' origins, e.g. "gongping.example.cn". */
  | 'LOG_NAME'
  /**
   * 32 bytes, base64: what `participant` tells one person of a poll from another by, see `topicMac`. Whoever changed it would give
   * everybody new places in polls that are under way, so it stays.
   */
  | 'PARTICIPANT_KEY';

/** @throws when the setting is missing: the function was deployed without it */
export function setting(name: Setting): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`the function's environment lacks ${name}`);
  return value;
}

/** The master keys, the newest first: it wraps, any of them unwraps. */
export function masterKeys(): string[] {
  return setting('MASTER_KEY').split(',');
}

/**
 * The templates of subscribe messages as JSON, see `domain/reminders/templates.ts`; absent where the installation has none. They are
 * no secret: every page that asks for consent names them.
 */
export function reminderTemplates(): string | undefined {
  return process.env['TEMPLATES'];
}

/** Which version of the mini-program messages, codes and links open: the released one unless told. */
export function programVersion(): 'release' | 'trial' | 'develop' {
  const version = process.env['PROGRAM_VERSION'] ?? 'release';
  if (version === 'release' || version === 'trial' || version === 'develop') return version;
  throw new Error(`PROGRAM_VERSION is "${version}"; it has to be release, trial or develop`);
}

/** Developer tools may act as a client where this is "true"; never in production. */
export function acceptsDevtools(): boolean {
  return process.env['ACCEPT_DEVTOOLS'] === 'true';
}

/**
 * What the platform calls the source of messages that it pushes. No documentation names it; of the names that are documented only
 * this one is neither a person's, a timer's, HTTP's nor another function's. PUSH_SOURCE sets another, should a log show one.
 */
export function pushSource(): string {
  return process.env['PUSH_SOURCE'] ?? 'wx_unknown';
}
