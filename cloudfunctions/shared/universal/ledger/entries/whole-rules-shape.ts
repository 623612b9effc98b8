import { fairPlayFlags } from '../../fair-play';
import { isKeyName } from '../note/verifier-key';
import { areBallotRules } from './ballot-rules-shape';
import { areAll, areDistinct, isHash, isId, isRecord, isText, isWhole } from './shape';
import type { WholeResultRules } from './whole-result';
import type { WholeRulesEntry } from './whole-rules';

const mostSeats = 1_000_000;
const mostDecimals = 6;
const mostCriteria = 10;
/** Of a part of the result, of a criterion, and of all criteria together. */
const mostWeight = 100;
const mostPoints = 100;
const mostDropped = 3;
const mostJurors = 50;
const mostDigits = 20;
const mostNoticeDays = 100;

/** Whether what JSON gave is a rules entry of version 3. */
export function isWholeRulesEntry(value: Record<string, unknown>): value is Record<string, unknown> & WholeRulesEntry {
  const { poll, start, end, rules, countPolicy, candidates, candidateList, voidReasons, result } = value;
  const { fairPlay, notice, from } = value;
  if (!areWholeResultRules(result)) return false;
  const hasVote = result.votes !== undefined;
  return (
    isText(poll) &&
    isWhole(start) &&
    isWhole(end) &&
    (hasVote ? areBallotRules(rules) && isCountPolicy(countPolicy) : !('rules' in value || 'countPolicy' in value)) &&
    areAll(candidates, isId) &&
    areDistinct(candidates) &&
    isHash(candidateList) &&
    areAll(voidReasons, isText) &&
    (fairPlay === undefined || isFairPlay(fairPlay)) &&
    (notice === undefined || isNotice(notice)) &&
    (from === undefined || isOrigin(from, candidates))
  );
}

function isCountPolicy(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, at, step } = value;
  switch (kind) {
    case 'live':
      // A step of 20 is what rules without one mean, and has no second way to be written.
      return step === undefined || step === 1;
    case 'daily':
      return typeof at === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at);
    default:
      return kind === 'afterClose';
  }
}

/** Whether what JSON gave is rules of version 3 for a result that can be computed. */
export function areWholeResultRules(value: unknown): value is WholeResultRules {
  if (!isRecord(value)) return false;
  const { seats, groups, decimals, votes, jury, ties, levels } = value;
  const last = groups === undefined ? lastSeat([{ seats }]) : areSeatedGroups(groups) ? lastSeat(groups) : null;
  return (
    last !== null &&
    !('seats' in value && 'groups' in value) &&
    isUpTo(mostDecimals, 0, decimals) &&
    (votes === undefined || areVotes(votes)) &&
    (jury === undefined || isJury(jury)) &&
    !(votes === undefined && jury === undefined) &&
    areTies(ties, votes !== undefined, criteriaOf(jury)) &&
    (levels === undefined || areLevels(levels, last))
  );
}

/** The last rank that wins anywhere; null where a number of seats is none. */
function lastSeat(seated: readonly { seats?: unknown }[]): number | null {
  let last = 0;
  for (const { seats } of seated) {
    if (!isUpTo(mostSeats, 1, seats)) return null;
    last = Math.max(last, seats);
  }
  return last;
}

function areSeatedGroups(value: unknown): value is { id: string; seats: unknown }[] {
  const isSeated = (each: unknown): each is { id: string; seats: unknown } => isRecord(each) && isId(each.id);
  return areAll(value, isSeated) && value.length > 0 && areDistinct(value.map(({ id }) => id));
}

function isUpTo(most: number, least: number, value: unknown): value is number {
  return isWhole(value) && value >= least && value <= most;
}

function areVotes(value: unknown): boolean {
  return isRecord(value) && isUpTo(mostWeight, 1, value.weight) && isOneOf(['maximum', 'ballots', 'rank'], value.by);
}

function isOneOf(texts: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && texts.includes(value);
}

interface Criterion {
  id: string;
  weight: number;
}

function isCriterion(value: unknown): value is Criterion {
  return isRecord(value) && isId(value.id) && isText(value.name) && isUpTo(mostWeight, 1, value.weight);
}

function isJury(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.drop) || !areAll(value.criteria, isCriterion)) return false;
  const { weight, most, criteria, drop, least, names } = value;
  const all = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return (
    isUpTo(mostWeight, 1, weight) &&
    isUpTo(mostPoints, 1, most) &&
    isUpTo(mostCriteria, 1, criteria.length) &&
    areDistinct(criteria.map(({ id }) => id)) &&
    all <= mostWeight &&
    isUpTo(mostDropped, 0, drop.top) &&
    isUpTo(mostDropped, 0, drop.bottom) &&
    isUpTo(mostJurors, 1, least) &&
    isOneOf(['named', 'numbered'], names)
  );
}

/** @returns null where there is no jury */
function criteriaOf(jury: unknown): unknown[] | null {
  if (!isRecord(jury) || !Array.isArray(jury.criteria)) return null;
  return jury.criteria.map((each: unknown) => (isRecord(each) ? each.id : undefined));
}

function areTies(value: unknown, hasVotes: boolean, criteria: readonly unknown[] | null): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((tie: unknown, at) => {
    if (!isRecord(tie)) return false;
    const { by, criterion, draw, digits } = tie;
    switch (by) {
      case 'votes':
        return hasVotes;
      case 'jury':
        return criteria !== null && (criterion === undefined || criteria.includes(criterion));
      case 'lot':
        // It leaves nothing to be decided by what comes behind it.
        return at === value.length - 1 && isText(draw) && isUpTo(mostDigits, 1, digits);
      default:
        return false;
    }
  });
}

function areLevels(value: unknown, lastOfAll: number): boolean {
  const isLevel = (each: unknown): each is { last: number } =>
    isRecord(each) && isText(each.name) && isUpTo(mostSeats, 1, each.last);
  if (!areAll(value, isLevel)) return false;
  const ranks = value.map(({ last }) => last);
  return ranks.every((last, at) => last > (ranks[at - 1] ?? 0)) && ranks.at(-1) === lastOfAll;
}

function isFairPlay(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.flags) || !Array.isArray(value.gate)) return false;
  const { version, flags, minRank, paceSeconds, alpha, gate } = value;
  const places = flags.map((flag: unknown) => fairPlayFlags.findIndex((each) => each === flag));
  return (
    version === 1 &&
    places.length > 0 &&
    places.every((place, at) => place > (places[at - 1] ?? -1)) &&
    isUpTo(4, 1, minRank) &&
    isUpTo(60, 1, paceSeconds) &&
    isUpTo(1000, 1, alpha) &&
    gate.length === 2 &&
    gate.every((each) => isUpTo(1_000_000, 1, each))
  );
}

function isNotice(value: unknown): boolean {
  return isRecord(value) && isUpTo(mostNoticeDays, 1, value.days);
}

function isOrigin(value: unknown, candidates: readonly string[]): boolean {
  if (!isRecord(value)) return false;
  const { origin, size, root, result, taken } = value;
  return (
    isText(origin) &&
    isKeyName(origin) &&
    isWhole(size) &&
    size > 0 &&
    isHash(root) &&
    isHash(result) &&
    areAll(taken, isId) &&
    areDistinct(taken) &&
    taken.every((id) => candidates.includes(id))
  );
}
