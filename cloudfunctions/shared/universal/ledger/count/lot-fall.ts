import type { DrawEntry } from '../entries/log-entry';
import { lotOf } from '../entries/whole-rules';
import { tiedForLot } from './ranking';
import type { LogState } from './log-state';
import { lotOrder } from './result';

/** How a public lot was announced, what it gave, and whom it put in which order. */
export interface LotFall {
  /** Source and time, as the rules say. */
  announced: string;
  digits: number;
  /** Absent before it is drawn, or where nobody needed it. */
  drawn?: DrawEntry;
  /**
   * Those between whom it decides who wins, or with which rank: in its order once it is drawn, each with the text by which it stands
   * there, 64 hex digits, the smaller first.
   */
  tied: { candidate: string; order: string | null }[][];
}

/** @returns null where the rules give nothing to a lot of so many digits */
export function lotFallOf(state: LogState, closeRoot: Uint8Array): LotFall | null {
  const lot = state.rules?.v === 3 ? lotOf(state.rules) : undefined;
  if (lot === undefined) return null;
  const draw = state.draw?.draw;
  const tied = tiedForLot(state).map((ids) => {
    const each = ids.map((candidate) => {
      return { candidate, order: draw === undefined ? null : lotOrder({ closeRoot, draw }, candidate) };
    });
    return each.sort((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1));
  });
  return { announced: lot.draw, digits: lot.digits, ...(state.draw ? { drawn: state.draw } : {}), tied };
}

/** Who shares the last seats until the lot is drawn: nobody may be told to have won that it can still take the seat from. */
export function waitingForLot(lot: LotFall | null): ReadonlySet<string> {
  return new Set(lot?.drawn === undefined ? lot?.tied.flat().map(({ candidate }) => candidate) : []);
}
