import type { CandidateDocument } from '../../cloudfunctions/shared/store/poll/candidates';
import type { PollDocument } from '../../cloudfunctions/shared/store/poll/polls';

type Criterion = CandidateDocument['criteria'][number]['criterion'];

/** A candidate as the demonstration's texts give it; its number is its place in the list. */
export interface DemoCandidate {
  name: string;
  unit: string;
  sentence: string;
  /** Names of drawings in `art/`, the first stands for the candidate; without one the app draws a number tile. */
  art?: readonly string[];
  /** Id of a group of the poll's rules. */
  group?: string;
  /** Why it is out, where it is. */
  withdrawn?: string;
  /** Up to three: figure, unit, label. */
  facts?: readonly (readonly [figure: string, unit: string, label: string])[];
  criteria?: Partial<Record<Criterion, string>>;
  /** Weight in the made-up voters' choices; 1 is usual. */
  appeal: number;
}

/** A poll of the demonstration, before it has a key, file ids and ballots. */
export interface DemoPoll {
  poll: Omit<
    PollDocument,
    'version' | 'status' | 'listed' | 'cover' | 'candidateCount' | 'key' | 'result' | 'voidReasons'
  >;
  /** How many win. */
  seats: number;
  /** Name of a drawing in `art/`. */
  cover: string;
  /** Absent: the home page shows it. */
  isUnlisted?: true;
  candidates: readonly DemoCandidate[];
  /** How many times somebody came to vote so far; with several ballots a period each visit casts some of them. */
  visits: number;
}
