/** Behind what a survey asks: the vote, the award, or a step of what was promised. */
export const surveyOccasions = ['vote', 'award', 'milestone'] as const;
export type SurveyOccasion = (typeof surveyOccasions)[number];

/** A question of a survey. None leads to another one: everybody is asked the same. */
export type SurveyQuestion = {
  title: string;
  /** It may be passed over. */
  isOptional: boolean;
  /** Its totals are for everybody to read; a text never is. */
  isPublic: boolean;
} & (
  | { kind: 'single' | 'multiple'; options: string[] }
  /** From very good to very bad, in five steps or in three. */
  | { kind: 'grade'; grades: 3 | 5 }
  /** The same for each of several things. */
  | { kind: 'matrix'; rows: string[]; grades: 3 | 5 }
  /** 0 to 10. */
  | { kind: 'score' }
  | { kind: 'text'; isPublic: false }
);

/** An answer to one question: a place, from 0; several; of a matrix one for each row; a text. Null where it was passed over. */
export type SurveyAnswer = number | number[] | string | null;

/**
 * How many chose what, each answer in exactly one cell. Of cells that are null the sum alone can be worked out, and they are two or
 * more with ten answers or more: no number is of fewer than ten, nor is what some of them leave of `of`.
 */
export interface SurveyTable {
  /** The sum of all cells: how many had answered when this table last moved. */
  of: number;
  cells: (number | null)[];
}

/**
 * What a survey's answers came to, by question. A choice has one table, whose cells are its options and behind them, where it may be
 * passed over, those who did. A matrix has one for each row. Several choices have one for each option: chosen, not chosen. A text has none.
 */
export interface SurveyTotals {
  /** Surveys that were sent in. */
  answers: number;
  tables: SurveyTable[][];
}

/** `surveys/K.json` beside a poll's log. Questions that are not public are not in it. */
export interface PublicSurvey {
  v: 1;
  k: number;
  title: string;
  occasion: SurveyOccasion;
  /** When it was made, and until when answers are taken: epoch milliseconds. */
  at: number;
  until: number;
  answers: number;
  questions: (SurveyQuestion & { tables: SurveyTable[] })[];
}
