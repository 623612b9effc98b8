import { fairPlayFlags, type FairPlayFlag } from '../../universal/fair-play';
import type { Cells } from './cells';
import { boundsOf } from './spans';
import type { Finding } from './test-cells';
import type { Trace } from './trace';

/** More than these nobody decides one by one: such a poll is called off. */
export const mostInquiries = 200;

/** One candidate's ballots of a stretch of the vote, to be decided about together. */
export interface Stretch {
  /** By number. */
  candidate: number;
  /** Epoch milliseconds. */
  from: number;
  to: number;
  /** What was found in it, the least probable first. */
  findings: Finding[];
}

/** A flagged ballot as it is kept until inquiries are made of it. */
export interface FlaggedBallot {
  tag: string;
  batch: number;
  hour: number;
  /** Candidates by number. */
  choices: number[];
  /** As `flagBits` writes them. */
  flags: number;
  pace: Trace['pace'];
  net: string | null;
}

/** What was found in a stretch, as the team is told it and a report says it. */
export interface InquiryFacts {
  /** Ballots for the candidate, and those of them that are flagged. */
  n: number;
  m: number;
  /** The flagged share of the ballots for others. */
  p: number;
  rho: number;
  isThin: boolean;
  /** Of so many flagged ballots by chance, in the block in which it is least. */
  probability: number;
  /** How many ballots have each flag; one may have several. */
  flags: { flag: FairPlayFlag; ballots: number }[];
}

/** What points somewhere and proves nothing: shares of the flagged ballots. */
export interface Pointers {
  /** From the network that most came from. */
  net: number;
  /** With the choices that most have. */
  list: number;
  /** By pace, from 0; without a ticket last. */
  paces: number[];
}

/** Alarms of one candidate that touch each other are one stretch. In order of time, so that the order tells nothing of candidates. */
export function stretchesOf(alarms: readonly Finding[], voteFrom: number, voteTo: number): Stretch[] {
  const placed = alarms.map((finding): Stretch => {
    const { from, to } = boundsOf(finding.span, finding.block);
    const { candidate } = finding;
    return { candidate, from: Math.max(from, voteFrom), to: Math.min(to, voteTo), findings: [finding] };
  });
  placed.sort((a, b) => a.from - b.from);
  const stretches: Stretch[] = [];
  for (const next of placed) {
    const before = stretches.find(({ candidate, to }) => candidate === next.candidate && to >= next.from);
    if (before === undefined) stretches.push(next);
    else {
      before.to = Math.max(before.to, next.to);
      before.findings.push(...next.findings);
    }
  }
  for (const { findings } of stretches) findings.sort((a, b) => a.probability - b.probability);
  return stretches.sort((a, b) => a.from - b.from || leastOf(a) - leastOf(b)).slice(0, mostInquiries);
}

function leastOf({ findings }: Stretch): number {
  return findings[0]?.probability ?? 1;
}

export function isOfStretch({ hour, choices }: FlaggedBallot, { candidate, from, to }: Stretch): boolean {
  return hour >= from && hour < to && choices.includes(candidate);
}

/** @param flagged those of the stretch */
export function factsOf(stretch: Stretch, cells: Cells, flagged: readonly FlaggedBallot[]): InquiryFacts {
  const [finding] = stretch.findings;
  if (finding === undefined) throw new Error('a stretch holds at least one finding');
  let n = 0;
  for (const cell of cells.of('hours')) {
    const { from } = boundsOf('hours', cell.block);
    // The first block of a vote may begin before it.
    const isIn = from < stretch.to && boundsOf('hours', cell.block).to > stretch.from;
    if (cell.candidate === stretch.candidate && isIn) n += cell.n;
  }
  const { p, rho, isThin, probability } = finding;
  const flags = fairPlayFlags
    .map((flag) => ({ flag, ballots: flagged.filter(({ flags: bits }) => hasFlag(bits, flag)).length }))
    .filter(({ ballots }) => ballots > 0);
  return { n, m: flagged.length, p, rho, isThin, probability, flags };
}

/** @param flagged those of the stretch */
export function pointersOf(flagged: readonly FlaggedBallot[]): Pointers {
  const paces = [0, 1, 2, 3, 4, null].map((pace) =>
    share(flagged.filter((each) => each.pace === pace).length, flagged),
  );
  const nets = flagged.flatMap(({ net }) => net ?? []);
  return {
    net: share(largest(nets), flagged),
    list: share(largest(flagged.map(({ choices }) => choices.join())), flagged),
    paces,
  };
}

function largest(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function share(part: number, { length }: readonly unknown[]): number {
  return length === 0 ? 0 : part / length;
}

/** Flags as one number, a bit for each. */
export function flagBits(flags: readonly FairPlayFlag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << fairPlayFlags.indexOf(flag)), 0);
}

export function hasFlag(bits: number, flag: FairPlayFlag): boolean {
  return (bits & (1 << fairPlayFlags.indexOf(flag))) !== 0;
}
