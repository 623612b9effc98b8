import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { concatenate } from '../bytes';
import type { RankedCandidate, ResultEntry } from '../entries/log-entry';
import type { ResultRules, TieBreak } from '../entries/result-rules';
import { encodeUtf8 } from '../utf8';
import { add, compare, fraction, multiply, toDecimal, type Fraction } from './fraction';
import type { LogState } from './log-state';

/** What a public lot is drawn from. */
export interface Lot {
  /** The tree's root at the close: fixed before the draw, so that nobody can try out entries that change the order. */
  closeRoot: Uint8Array;
  /** What the announced draw gave; without it ties that it had to decide stay shared. */
  draw?: string;
}

/** Of equal candidates the one with the smaller text comes first: SHA-256(SHA-256(close root ‖ draw) ‖ id), as hex. */
export function lotOrder({ closeRoot, draw = '' }: Lot, candidateId: string): string {
  const seed = sha256(concatenate(closeRoot, encodeUtf8(draw)));
  return bytesToHex(sha256(concatenate(seed, encodeUtf8(candidateId))));
}

interface Standing {
  candidate: string;
  /** Its number in the rules. */
  number: number;
  votes: number;
  voided: number;
  score: Fraction;
}

/**
 * What a log adds up to, as its result entry has to say.
 * @throws RangeError when scores are so fine that whole numbers below 2^53 cannot tell them exactly
 */
export function resultOf(state: LogState, lot: Lot): ResultEntry {
  const { rules: entry } = state;
  if (entry === undefined) throw new Error('a log without rules has no result');
  const rules = entry.v === 2 ? entry.result : undefined;
  const all = entry.candidates.map((candidate, number) => {
    return { candidate, number, votes: state.votes[number] ?? 0, voided: state.voidedVotes[number] ?? 0 };
  });
  const standings = all
    .filter(({ number }) => !state.withdrawn.has(number))
    .map((each): Standing => ({ ...each, score: rules ? scoreOf(state, rules, each.number) : fraction(each.votes) }));
  const withdrawn = all
    .filter(({ number }) => state.withdrawn.has(number))
    .map(({ candidate, votes, voided }) => ({ candidate, votes, voided }));
  const order = (a: Standing, b: Standing): number => compareStandings(state, rules?.ties ?? [], lot, a, b);
  const sorted = [...standings].sort((a, b) => order(a, b) || a.number - b.number);
  let rank = 1;
  const ranking = sorted.map((each, at): RankedCandidate => {
    const before = sorted[at - 1];
    if (before && order(before, each) !== 0) rank = at + 1;
    const score = rules ? toDecimal(each.score, rules.decimals, 2) : String(each.votes);
    // Rules of version 1 name no seats; then nobody is said to have won.
    const won = rules !== undefined && rank <= rules.seats;
    return { candidate: each.candidate, votes: each.votes, voided: each.voided, score, rank, won };
  });
  return {
    v: 1,
    kind: 'result',
    ballots: state.ballots - state.voided,
    voided: state.voided,
    voids: [...state.voids].sort(([a], [b]) => compareText(a, b)).map(([reason, ballots]) => ({ reason, ballots })),
    ...(lot.draw === undefined ? {} : { draw: lot.draw }),
    ranking,
    ...(withdrawn.length === 0 ? {} : { withdrawn }),
  };
}

/** By UTF-8 bytes, which is by code points: the one order that all languages share. */
function compareText(a: string, b: string): number {
  const [left, right] = [bytesToHex(encodeUtf8(a)), bytesToHex(encodeUtf8(b))];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A candidate's part of 1: the weighted mean of what the public and the jury give it. */
function scoreOf(state: LogState, rules: ResultRules, number: number): Fraction {
  const { votes, jury } = rules;
  const byPublic = publicPart(state, votes.by, state.votes[number] ?? 0);
  if (jury === undefined) return byPublic;
  const sheet = state.jury[number];
  const weights = jury.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const points = jury.criteria.reduce((sum, { weight }, at) => sum + weight * (sheet?.points[at] ?? 0), 0);
  const byJury = sheet?.jurors ? fraction(points, sheet.jurors * jury.most * weights) : fraction(0);
  const all = votes.weight + jury.weight;
  return add(multiply(byPublic, fraction(votes.weight, all)), multiply(byJury, fraction(jury.weight, all)));
}

function publicPart(state: LogState, by: ResultRules['votes']['by'], votes: number): Fraction {
  const left = state.votes.filter((_, number) => !state.withdrawn.has(number));
  switch (by) {
    case 'maximum': {
      const most = left.reduce((a, b) => Math.max(a, b), 0);
      return most === 0 ? fraction(0) : fraction(votes, most);
    }
    case 'ballots': {
      const ballots = state.ballots - state.voided;
      return ballots === 0 ? fraction(0) : fraction(votes, ballots);
    }
    case 'rank':
      return fraction(left.filter((each) => each <= votes).length, left.length);
  }
}

/** Negative when a stands before b. */
function compareStandings(state: LogState, ties: readonly TieBreak[], lot: Lot, a: Standing, b: Standing): number {
  const byScore = compare(b.score, a.score);
  if (byScore !== 0) return byScore;
  for (const tie of ties) {
    const order = breakTie(state, tie, lot, a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function breakTie(state: LogState, tie: TieBreak, lot: Lot, a: Standing, b: Standing): number {
  switch (tie.by) {
    case 'votes':
      return b.votes - a.votes;
    case 'jury':
      return compare(meanPoints(state, tie.criterion, b.number), meanPoints(state, tie.criterion, a.number));
    case 'lot':
      if (lot.draw === undefined || a.candidate === b.candidate) return 0;
      return lotOrder(lot, a.candidate) < lotOrder(lot, b.candidate) ? -1 : 1;
  }
}

function meanPoints(state: LogState, criterion: string, number: number): Fraction {
  const criteria = state.rules?.v === 2 ? (state.rules.result.jury?.criteria ?? []) : [];
  const at = criteria.findIndex(({ id }) => id === criterion);
  const sheet = state.jury[number];
  return sheet?.jurors ? fraction(sheet.points[at] ?? 0, sheet.jurors) : fraction(0);
}
