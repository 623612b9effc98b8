import type { WholeJuryRules, WholeResultRules, WholeTieBreak } from './ledger/entries/whole-result';
import { dayOf, timeOfDay } from './day';

/**
 * What of a public lot a poll announces: a source that nobody can steer, when it speaks, and how many digits it gives. A draft may
 * lack some of it; publishing asks for all.
 */
export interface LotTie {
  by: 'lot';
  /** The source, e.g. "中国福利彩票3D 第2026330期 开奖号码". */
  draw: string;
  /** When it is drawn, epoch milliseconds. */
  at?: number;
  digits?: number;
}

/** As organisers write it; the log's rules take `loggedResult` of it. */
export type PollTie = Exclude<WholeTieBreak, { by: 'lot' }> | LotTie;

export interface PollResult {
  seats: number;
  decimals: number;
  /** At least one of the two is there: where `votes` is not, the jury alone decides. */
  votes?: NonNullable<WholeResultRules['votes']>;
  jury?: WholeJuryRules;
  ties: PollTie[];
}

/** A lot that says all it has to. */
export interface AnnouncedLot {
  source: string;
  /** Epoch milliseconds. */
  at: number;
  digits: number;
}

export const mostDigits = 20;

/** The lot that decides between equal scores; undefined where those share their rank. */
export function announcedLot({ ties }: Pick<PollResult, 'ties'>): AnnouncedLot | undefined {
  for (const tie of ties) {
    if (tie.by !== 'lot') continue;
    const { draw, at, digits } = tie;
    if (draw.trim() !== '' && at !== undefined && digits !== undefined) return { source: draw, at, digits };
  }
  return undefined;
}

/** Whether this is what such a draw gives: exactly so many ASCII digits, so that there is one way to write it. */
export function isDraw(text: string, digits: number): boolean {
  return text.length === digits && /^[0-9]+$/.test(text);
}

/** Source and time in one line, as the log's rules hold them: a format of its own, whatever pages make of times. */
export function lotText({ source, at }: AnnouncedLot): string {
  const [year, month, day] = dayOf(at).split('-').map(Number);
  return `${source}，${year}年${month}月${day}日 ${timeOfDay(at).replace(/^0/, '')}`;
}

/**
 * The result's rules as the log commits to them. A lot that was never announced in full cannot be drawn: equal scores share then. What
 * stands behind a lot decides nothing.
 */
export function loggedResult(result: PollResult): WholeResultRules {
  const lot = announcedLot(result);
  const ties: WholeTieBreak[] = [];
  for (const tie of result.ties) {
    if (tie.by !== 'lot') {
      ties.push(tie);
    } else if (lot !== undefined) {
      ties.push({ by: 'lot', draw: lotText(lot), digits: lot.digits });
      break;
    }
  }
  return { ...result, ties };
}
