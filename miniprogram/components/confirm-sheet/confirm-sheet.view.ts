import type { CardFace } from '../candidate-card/candidate-card.view';

/** A chosen candidate in the sheet's list. */
export interface ConfirmItem extends CardFace {
  removeLabel: string;
}

/** Why the cast brought no receipt: a refusal in ochre, a fault of ours in plum. */
export interface SheetNote {
  tone: 'notice' | 'fault';
  title: string;
  detail: string;
}

/** The sheet before and after the cast. */
export type ConfirmView =
  | {
      kind: 'review';
      title: string;
      second: string;
      sealWords: readonly string[];
      items: ConfirmItem[];
      final: string;
      secret: string;
      /** What matters of both, for large text: it stays in sight above the button. */
      brief: string;
      note: SheetNote | null;
      isSending: boolean;
      /** While the ballot is on its way the sheet stays: its outcome has to be seen. Whoever queues may leave. */
      isHeld: boolean;
      button: string;
      isReady: boolean;
      back: string;
    }
  | {
      kind: 'received';
      title: string;
      second: string;
      /** What is done of the ballot's way, and what comes. */
      steps: { ring: 'tick' | 'open'; text: string }[];
      code: string;
      codeName: string;
      items: ConfirmItem[];
      /** Large text folds the choices under this. */
      chosen: string;
      button: string;
      results: string;
      /** On with the next ballot, before all else; '' where none is left. */
      next: string;
      back: string;
    };
