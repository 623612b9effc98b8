/** What a poster says. */
export interface Poster {
  /** Above the title, in one line. */
  lead: string;
  /** A line break where it reads best, if there is such a place. */
  title: string;
  /** Who else is behind it, beneath the title, at most two lines each. */
  partners: readonly string[];
  /** Beneath the title, at most two lines each; '' for none. */
  origin: string;
  sentence: string;
  /** Three of them, each with what it counts. */
  figures: readonly { figure: string; of: string }[];
  /** Beside the code. */
  call: string;
  terms: readonly string[];
  /** A candidate's, for its plate or the tint of a missing picture; 0 for a poll. */
  number: number;
}
