import type { Caller } from '../functions/caller';
import type { Fields } from './wire';

/** One call of an open API, after the gateway has let it through. */
export interface OpenApiCall {
  fields: Fields;
  /** On whose behalf the calling function runs. */
  caller: Caller;
  /** The cloud's time in epoch ms. */
  now: number;
}

/** What WeChat's server answers: JSON with an `errcode`, or the bytes of a picture. */
export type OpenApiAnswer = { json: Record<string, unknown> } | { bytes: Buffer; contentType: string };

/** The stand-in for one of WeChat's open APIs. */
export type OpenApi = (call: OpenApiCall) => OpenApiAnswer | Promise<OpenApiAnswer>;

/** A refusal, with one of WeChat's codes. */
export function refuse(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } };
}

/** A success; `more` is in snake_case, as on the wire. */
export function succeed(more: Record<string, unknown> = {}): OpenApiAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...more } };
}

/** A field as a text; empty if it is none. */
export function textField(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** A field as a number, or as a text of digits, which WeChat takes as well; NaN if it is neither. */
export function numberField(fields: Fields, name: string): number {
  const value = fields.get(name);
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : typeof value === 'number' ? value : NaN;
}

/** A field as an object; undefined if it is none. */
export function objectField(fields: Fields, name: string): Record<string, unknown> | undefined {
  const value = fields.get(name);
  // An object of JSON has text keys and unknown values.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
