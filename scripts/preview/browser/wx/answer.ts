/** What every asynchronous wx function takes. */
export interface Callbacks {
  success?(result: unknown): void;
  fail?(error: unknown): void;
  complete?(result: unknown): void;
}

/** An error in WeChat's form. */
export class WxError extends Error {
  readonly errMsg: string;

  constructor(
    errMsg: string,
    readonly errCode?: number,
  ) {
    super(errMsg);
    this.errMsg = errMsg;
  }
}

/** A refusal whose text goes behind the function's name and ":fail". */
export class Failure extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message);
  }
}

/** The function's options as they were given; callers leave out options that have none. */
export type Given<Options extends object> = Options & Callbacks;

/**
 * Makes a wx function of both styles: with callbacks where the caller gives any, else with a promise.
 * @param act returns nothing, or an object that is added to the result, or a promise of either; a thrown error's text goes behind "name:fail "
 */
export function asynchronous<Options extends object>(
  name: string,
  act: (options: Options) => unknown,
): (options?: Given<Options>) => Promise<unknown> | undefined {
  return (options) => {
    const given = (options ?? {}) as Given<Options>;
    return answer(name, given, (async () => await act(given))());
  };
}

/** Hands what comes of `work` to the callbacks, or returns it as a promise where there are none. */
export function answer(name: string, given: Callbacks, work: Promise<unknown>): Promise<unknown> | undefined {
  const done = work.then(
    (result) => ({ ...(result as object | undefined), errMsg: `${name}:ok` }),
    (error: unknown): never => {
      throw asWxError(name, error);
    },
  );
  if (!hasCallbacks(given)) return done;
  done.then(
    (result) => {
      given.success?.(result);
      given.complete?.(result);
    },
    (error: unknown) => {
      given.fail?.(error);
      given.complete?.(error);
    },
  );
  return undefined;
}

export function hasCallbacks({ success, fail, complete }: Callbacks): boolean {
  return Boolean(success ?? fail ?? complete);
}

/** Makes a wx function that returns its result or throws in WeChat's form. */
export function synchronous<Arguments extends unknown[], Result>(
  name: string,
  act: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  return (...given) => {
    try {
      return act(...given);
    } catch (error) {
      throw asWxError(name, error);
    }
  };
}

function asWxError(name: string, error: unknown): WxError {
  if (error instanceof WxError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new WxError(`${name}:fail ${text}`, error instanceof Failure ? error.errCode : undefined);
}
