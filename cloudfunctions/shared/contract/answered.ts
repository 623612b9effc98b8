import type { ErrorCode, Refusal } from './errors';

/** A use case's answer: what was asked for, or a known refusal. Bugs throw instead. */
export type Answered<Data> = Done<Data> | Refused;

interface Done<Data> {
  ok: true;
  data: Data;
}

export interface Refused {
  ok: false;
  error: Refusal;
}

export function done<Data>(data: Data): Done<Data> {
  return { ok: true, data };
}

/** @param message English, for developers */
export function refuse(code: ErrorCode, message: string, details?: Record<string, unknown>): Refused {
  return { ok: false, error: details === undefined ? { code, message } : { code, message, details } };
}
