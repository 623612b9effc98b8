import type { Failure } from './functions/invocation';

/** An invocation that returned nothing: no such function, a crash, a time-out. `errCode` is CloudBase's. */
export class FunctionFailed extends Error {
  readonly errCode: number;

  constructor({ errCode, errMsg }: Failure) {
    super(`errCode: ${errCode} | ${errMsg}`);
    this.name = 'FunctionFailed';
    this.errCode = errCode;
  }
}
