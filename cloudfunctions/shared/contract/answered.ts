import type * as z from 'zod';
import type { ErrorCode, Refusal, RefusalDetails } from './errors';

/** A use case's answer: what was asked for, or a known refusal by one of these codes. Bugs throw instead. */
export type Answered<Data, Code extends ErrorCode> = Done<Data> | Refused<Code>;

interface Done<Data> {
  ok: true;
  data: Data;
}

export interface Refused<Code extends ErrorCode> {
  ok: false;
  error: Refusal<Code>;
}

/** What a procedure may be answered: its output, or a refusal that it lists. A use case that gives another does not compile. */
export type AnswerTo<Procedure extends { output: z.ZodType; errors: readonly ErrorCode[] }> = Answered<
  z.output<Procedure['output']>,
  Procedure['errors'][number]
>;

export function done<Data>(data: Data): Done<Data> {
  return { ok: true, data };
}

/**
 * @param message English, for developers
 * @param details what the code's details carry; a code that says all takes none
 */
export function refuse<Code extends ErrorCode>(
  code: Code,
  message: string,
  ...[details]: RefusalDetails[Code] extends undefined ? [] : [details: RefusalDetails[Code]]
): Refused<Code> {
  const error = details === undefined ? { code, message } : { code, message, details };
  // The arguments are of one code; the compiler does not follow that into the object.
  return { ok: false, error: error as Refusal<Code> };
}
