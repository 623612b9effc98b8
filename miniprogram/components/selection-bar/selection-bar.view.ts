import type { Measure } from '../../services/polls';

/** One ring of the row of slots; `barBefore` draws the line that the minimum ends at. */
export interface Slot {
  at: number;
  state: 'open' | 'filled';
  barBefore: boolean;
}

export interface BarButton {
  /** A small line above the text, e.g. the group that lacks a choice; '' for none. */
  lead: string;
  text: string;
  /** Said instead where the button has the whole width. */
  wide?: string;
  /** The whole sentence, for the screen reader and for the notice after a tap that cannot go on. */
  label: string;
  isReady: boolean;
  look: 'primary' | 'quiet';
}

export type BarView =
  | {
      kind: 'counting';
      chosen: number;
      max: number;
      /** How candidates are counted. */
      measure: Measure;
      /** Large text shows this instead of "/ 10" and the rings. */
      limit: string;
      /** 长辈版 says here how many there are to look at. */
      all: string;
      slots: Slot[];
      slotsLabel: string;
      button: BarButton;
    }
  | { kind: 'saying'; isSealed: boolean; title: string; second: string; slots: Slot[]; button: BarButton | null };

/** One line above the bar that goes by itself: a refusal by the rules, or a fault of ours. */
export interface BarNotice {
  tone: 'refusal' | 'fault';
  text: string;
}
