import { lotStateOf } from '../../universal/ledger/count/lot-state';
import { noteLot } from '../../store/counting/standings';
import { closeRootOf } from './result-entry';
import type { Head } from './log-head';

/**
 * Notes for the public how the lot of a closed poll stands, where that has changed. Repeating it is safe.
 * @returns whether there was something to tell
 */
export async function tellLot(head: Head): Promise<boolean> {
  const { poll, state, lot: known } = head;
  const isAnnounced = poll.result.ties.some(({ by }) => by === 'lot');
  if (!isAnnounced || !state.isClosed) return false;
  const lot = lotStateOf(state, await closeRootOf(head));
  if (JSON.stringify(lot) === JSON.stringify(known)) return false;
  await noteLot(poll.id, lot);
  head.lot = lot;
  return true;
}
