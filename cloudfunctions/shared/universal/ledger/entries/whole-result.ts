// How votes and a jury's sheets become a ranking, as rules of version 3 say it. Whole numbers, so that everyone computes the same.

export type WholeResultRules = Seats & {
  /** Of the score that is shown, 0 … 6. */
  decimals: number;
  /** At least one of the two is there. */
  votes?: { weight: number; by: 'maximum' | 'ballots' | 'rank' };
  jury?: WholeJuryRules;
  /** What decides between equal scores, one after the other; a lot, which leaves nothing equal, is the last. */
  ties: WholeTieBreak[];
  /** Grades of the award, the best first: each ends with a rank, the last one with the last seat. */
  levels?: { name: string; last: number }[];
};

/** How many win: of all candidates, or of each group of them, which has a ranking of its own then. */
type Seats =
  | { seats: number; groups?: undefined }
  /** In the order in which the result goes through them. */
  | { groups: { id: string; seats: number }[]; seats?: undefined };

export interface WholeJuryRules {
  weight: number;
  /** Points of a criterion at most; they are whole. */
  most: number;
  criteria: { id: string; name: string; weight: number }[];
  /** How many of the highest and lowest sheets of a candidate do not count. */
  drop: { top: number; bottom: number };
  /** How many have to be left, else none is dropped. */
  least: number;
  /** Whether jurors stand in the log by name or as 1号评委. */
  names: 'named' | 'numbered';
}

export type WholeTieBreak =
  | { by: 'votes' }
  /** The jury's part, or the mean points by one criterion. */
  | { by: 'jury'; criterion?: string }
  | Lot;

/** The public draw that decides: which, when, and how many digits it gives. */
export interface Lot {
  by: 'lot';
  draw: string;
  digits: number;
}
