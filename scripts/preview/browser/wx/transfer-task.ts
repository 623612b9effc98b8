import { answer, hasCallbacks, type Callbacks } from './answer';

type Listener = (event: object) => void;

/** How an upload or download tells of itself while it runs. */
export interface Progress {
  tell(done: number, total: number): void;
  headers(header: Record<string, string>): void;
  /** Ends the transfer when page code asks for it. */
  onAbort(abort: () => void): void;
}

/**
 * Starts a transfer: with callbacks the caller gets a task that tells the progress, without any a promise.
 * @param names of the two counts in a progress event
 */
export function transfer(
  name: string,
  given: Callbacks,
  names: readonly [done: string, total: string],
  start: (progress: Progress) => Promise<unknown>,
): unknown {
  const listeners = { progress: new Set<Listener>(), headers: new Set<Listener>() };
  let abort = (): void => undefined;
  const tell = (kind: keyof typeof listeners, event: object): void =>
    [...listeners[kind]].forEach((listener) => listener(event));
  const work = start({
    tell: (done, total) => {
      const progress = total === 0 ? 100 : Math.floor((done / total) * 100);
      tell('progress', { progress, [names[0]]: done, [names[1]]: total });
    },
    headers: (header) => tell('headers', { header }),
    onAbort: (act) => {
      abort = act;
    },
  });
  const promise = answer(name, given, work);
  if (!hasCallbacks(given)) return promise;
  const off = (kind: keyof typeof listeners) => (listener?: Listener) =>
    listener ? void listeners[kind].delete(listener) : listeners[kind].clear();
  return {
    abort: () => abort(),
    onProgressUpdate: (listener: Listener) => void listeners.progress.add(listener),
    offProgressUpdate: off('progress'),
    onHeadersReceived: (listener: Listener) => void listeners.headers.add(listener),
    offHeadersReceived: off('headers'),
  };
}
