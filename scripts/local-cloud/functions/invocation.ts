/** What came of an invocation. `text` is the JSON of what the function returned. */
export type Outcome = { ok: true; text: string } | ({ ok: false } & Failure);

/** An invocation that gave no result, with the code that `wx.cloud.callFunction` would show. */
export interface Failure {
  errCode: number;
  errMsg: string;
}

export const ERR_CODE = {
  notFound: -501000,
  executeFail: -504002,
  timeLimit: -504003,
  resultTooLarge: -604001,
} as const;

/** The most that a function may return, in bytes. */
export const MAX_RESULT_BYTES = 6 * 1024 * 1024;

/** No function has that name. */
export function functionMissing(name: string): Outcome {
  return {
    ok: false,
    errCode: ERR_CODE.notFound,
    errMsg: `FunctionName parameter could not be found: there is no function "${name}"`,
  };
}

/** The function threw, or its instance died under it. */
export function executeFail(reason: string): Outcome {
  return { ok: false, errCode: ERR_CODE.executeFail, errMsg: `functions execute fail | ${reason}` };
}

/** The function took longer than its time-out allows; its instance is gone with all it held. */
export function timedOut(seconds: number): Outcome {
  return {
    ok: false,
    errCode: ERR_CODE.timeLimit,
    errMsg: `functions time limit exceeded | Invoking task timed out after ${seconds} seconds`,
  };
}

/** The JSON text of a result as an outcome; one that is too large is a failure. */
export function returned(text: string): Outcome {
  if (Buffer.byteLength(text) <= MAX_RESULT_BYTES) return { ok: true, text };
  return {
    ok: false,
    errCode: ERR_CODE.resultTooLarge,
    errMsg: 'cloud function result size exceeds the limit of 6 MB',
  };
}

/** An invocation that returned nothing: no such function, a crash, a time-out. `errCode` is CloudBase's. */
export class FunctionFailed extends Error {
  readonly errCode: number;

  constructor({ errCode, errMsg }: Failure) {
    super(`errCode: ${errCode} | ${errMsg}`);
    this.name = 'FunctionFailed';
    this.errCode = errCode;
  }
}
