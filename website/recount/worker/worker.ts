import type { News, Order } from './messages';
import { openSource } from './open-source';
import { recountStream, StreamBroken } from './recount-stream';

/** Often enough to look alive, seldom enough to cost nothing. Milliseconds. */
const progressEvery = 100;

function tell(news: News): void {
  postMessage(news);
}

async function recount({ source, given }: Order): Promise<void> {
  const opened = await openSource(source);
  if ('reason' in opened) return tell({ kind: 'unreadable', why: opened });
  const { stream, total } = opened;
  let toldAt = 0;
  const fingerprint = await recountStream(stream, given, {
    onPiece(bytes, entries) {
      if (performance.now() - toldAt < progressEvery) return;
      toldAt = performance.now();
      tell({ kind: 'progress', bytes, total: total !== null && bytes <= total ? total : null, entries });
    },
    onVerdict: (verdict) => tell({ kind: 'verdict', verdict }),
  });
  tell({ kind: 'fingerprint', ...fingerprint });
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  recount(data).catch((error: unknown) => {
    if (error instanceof StreamBroken) tell({ kind: 'unreadable', why: { reason: 'INTERRUPTED' } });
    // The page hears of errors, of rejected promises it does not.
    else reportError(error);
  });
});
