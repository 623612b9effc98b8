import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import type { Answer } from '../../shared/ask-file';
import { readPoll, readStandings } from '../../../cloudfunctions/shared/universal/read-board';

type Failure = Exclude<Answer['kind'], 'content'>;

/** What the board knows of its poll. */
export interface Known {
  poll: BoardPoll | null;
  standings: BoardStandings | null;
  /** Rounds of questions in a row of which one was not answered as it should. */
  failures: number;
  /** What the last of them met; null after one that went well. */
  failure: Failure | null;
}

export const nothingKnown: Known = { poll: null, standings: null, failures: 0, failure: null };

/** A round of questions: the standings each time, the poll once in a while. */
export interface Round {
  poll?: Answer;
  standings: Answer;
}

/** What is known after a round. Nothing that was known is lost by a failure, and no older count replaces a newer one. */
export function learn(known: Known, { poll, standings }: Round): Known {
  const toldPoll = poll === undefined ? 'unasked' : read(poll, readPoll);
  const told = read(standings, readStandings);
  const failure = [toldPoll, told].find((each) => typeof each === 'string' && each !== 'unasked');
  return {
    poll: typeof toldPoll === 'string' ? known.poll : toldPoll,
    standings: typeof told === 'string' ? known.standings : newer(known.standings, told),
    failures: failure === undefined ? 0 : known.failures + 1,
    // The names of failures are the only texts there are, but for the one left out above.
    failure: failure === undefined ? null : (failure as Failure),
  };
}

function read<Content>(answer: Answer, reader: (value: unknown) => Content | null): Content | Failure {
  return answer.kind === 'content' ? (reader(answer.content) ?? 'foreign') : answer.kind;
}

/** A cache may hand out an old copy behind a new one: the count is told by its batch, copies of one count by their time. */
function newer(known: BoardStandings | null, told: BoardStandings): BoardStandings {
  if (known === null) return told;
  const [before, after] = [known.shown?.batch ?? -1, told.shown?.batch ?? -1];
  return after > before || (after === before && told.at >= known.at) ? told : known;
}
