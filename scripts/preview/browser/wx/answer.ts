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

/**
 * Makes a wx function of both styles: with callbacks where the caller gives any, else with a promise.
 * @param act returns nothing, or an object that is added to the result, or a promise of either; a thrown error's text goes behind "name:fail "
 */
export function asynchronous<Options extends object>(
  name: string,
  act: (options: Options) => unknown,
): (options?: Options & Callbacks) => Promise<unknown> | undefined {
  return (options) => {
    // Callers leave out options that have none.
    const given = (options ?? {}) as Options & Callbacks;
    const work = (async () => ({ ...((await act(given)) as object | undefined), errMsg: `${name}:ok` }))();
    const done = work.catch((error: unknown): never => {
      throw asWxError(name, error);
    });
    if (!given.success && !given.fail && !given.complete) return done;
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
  };
}

function asWxError(name: string, error: unknown): WxError {
  if (error instanceof WxError) return error;
  return new WxError(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
}
