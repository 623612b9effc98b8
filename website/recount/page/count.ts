import type { News, Order } from '../worker/messages';

/** The bundled worker's source, put in by the build. */
declare const RECOUNT_WORKER: string;

/**
 * Counts in a worker, so that the page stays alive. The worker's source is part of this script: a page opened as a file may
 * start no worker from another file.
 * @param onBroken is told when the worker itself fails, which is a bug or a very old browser
 * @returns a function that stops it at once
 */
export function startCount(order: Order, onNews: (news: News) => void, onBroken: () => void): () => void {
  const url = URL.createObjectURL(new Blob([RECOUNT_WORKER], { type: 'text/javascript' }));
  const worker = new Worker(url);
  let isEnded = false;
  worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
    // What was on the way when it was stopped is news no more.
    if (isEnded) return;
    onNews(data);
    if (data.kind === 'fingerprint' || data.kind === 'unreadable') end();
  });
  worker.addEventListener('error', () => {
    end();
    onBroken();
  });
  worker.postMessage(order);
  function end(): void {
    isEnded = true;
    worker.terminate();
    URL.revokeObjectURL(url);
  }
  return end;
}
