import { knowingPoll, schedulerOperations, voterOperations, type VoterOperation } from './operations';

const hour = 3600;

/** A poll and how people use it. */
export interface Poll {
  voters: number;
  days: number;
  /** Hours of a day in which people vote. */
  hours: number;
  /** Ballots that each casts in all. */
  ballots: number;
  /** How often each opens the poll without casting, and the ranking. */
  looks: number;
  rankings: number;
  /** How many ballots the count waits for. */
  step: number;
  candidates: number;
  /** Bytes of one candidate's picture. */
  picture: number;
  /** Which share of all comes in the busiest ten minutes. */
  peak: number;
}

/** What a computer in a room cannot tell: seconds that an invocation takes in the cloud, and bytes. */
export interface Assumptions {
  voterSeconds: number;
  firingSeconds: number;
  /** A release, and the second look behind it. */
  releaseSeconds: number;
  /** Gigabytes of memory. */
  memory: number;
  /** Bytes that a ballot takes in the database, with its index keys and its place in the log. */
  ballotBytes: number;
}

export const usualAssumptions: Assumptions = {
  voterSeconds: 0.1,
  firingSeconds: 0.3,
  releaseSeconds: 3,
  memory: 0.25,
  ballotBytes: 1_500,
};

export interface Estimate {
  /** How often each is done; `knowing the poll` are the reads behind it. */
  operations: Record<VoterOperation | 'release', number>;
  databaseCalls: number;
  invocations: number;
  gigabyteSeconds: number;
  /** Pictures that phones fetch, each once. */
  cdnGigabytes: number;
  databaseGigabytes: number;
  /** In the busiest ten minutes. */
  databaseCallsPerSecond: number;
}

/** Adds up what a poll does, from what each operation was measured to cost. */
export function estimate(poll: Poll, assumed: Assumptions = usualAssumptions): Estimate {
  const cast = poll.voters * poll.ballots;
  const operations = {
    // Who comes by a card or a code sees no list.
    'poll.list': 0,
    'poll.get': poll.voters * poll.looks + 2 * cast,
    'candidate.get': 0,
    'standings.get': poll.voters * poll.rankings,
    'ballot.cast': cast,
    'ballot.mine': cast,
    release: releasesOf(cast, poll),
  };
  const asked = sum(voterNames.map((name) => operations[name]));
  const openSeconds = poll.days * poll.hours * hour;
  const idleHours = poll.days * 24;
  const knowing = readsToKnow(asked / openSeconds, assumed.voterSeconds) * openSeconds;
  const voterCalls = sum(voterNames.map((name) => operations[name] * voterOperations[name].database)) + knowing;
  const { release, idleHour } = schedulerOperations;
  const peakSeconds = 600;
  const peakShare = Math.max(poll.peak, peakSeconds / openSeconds);
  return {
    operations,
    databaseCalls: voterCalls + operations.release * release.database + idleHours * idleHour.database,
    invocations: asked + operations.release * release.invocations + idleHours * idleHour.invocations,
    gigabyteSeconds:
      assumed.memory *
      (asked * assumed.voterSeconds +
        operations.release * assumed.releaseSeconds +
        idleHours * idleHour.invocations * assumed.firingSeconds),
    cdnGigabytes: (poll.voters * poll.candidates * poll.picture) / 1e9,
    databaseGigabytes: (cast * assumed.ballotBytes) / 1e9,
    databaseCallsPerSecond: (voterCalls * peakShare) / peakSeconds,
  };
}

// The table's own keys.
const voterNames = Object.keys(voterOperations) as VoterOperation[];

/**
 * Reads in a second by which instances keep knowing the poll. One that is asked λ times a second reads anew when it is first asked after
 * the poll's life in memory, so once in that life and the wait for the next call.
 * @param perSecond calls of all instances
 */
function readsToKnow(perSecond: number, secondsEach: number): number {
  if (perSecond === 0) return 0;
  const instances = Math.max(1, Math.ceil(perSecond * secondsEach * 2));
  const each = perSecond / instances;
  const reads = Object.values(knowingPoll).map(({ database, every }) => database / (every / 1000 + 1 / each));
  return instances * sum(reads);
}

/** One for each full step; where fewer come in an hour, one for the hour. Nobody counts faster than a release takes. */
function releasesOf(cast: number, { days, hours, step }: Poll): number {
  const perHour = cast / (days * hours);
  const least = Math.min(1, perHour);
  return days * hours * Math.min(hour / 2.5, Math.max(perHour / step, least));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
