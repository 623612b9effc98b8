import type { Failure } from '../../../services/cloud';
import { findByCode } from '../services/public-log';

type Found = { ok: true; index: number } | { ok: false; failure?: Failure };

/**
 * A ballot's place in the log, by what somebody typed: the place itself, or a receipt's code like "7K4M-Q2XD".
 * Not found has no failure.
 */
export async function findBallot(pollId: string, typed: string): Promise<Found> {
  const text = typed.trim().toUpperCase();
  if (/^\d{1,9}$/.test(text)) return Number(text) > 0 ? { ok: true, index: Number(text) } : { ok: false };
  const code = /^([0-9A-Z]{4})[-\s]?([0-9A-Z]{4})$/.exec(text);
  return code ? findByCode(pollId, `${code[1]}-${code[2]}`) : { ok: false };
}
