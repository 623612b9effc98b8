import type { BoardCandidate, BoardPoll, BoardStandings } from './board';
import { hostNames, pollTexts } from './poll-fields';

// A board's address may lead to anybody's files, and a file may be newer than its reader: what is shown is what has the shape,
// and text only ever becomes text. It imports next to nothing, since the app runs it as well.

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): value is number => isNumber(value) && value >= 0 && Number.isInteger(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areAll = <Each>(value: unknown, is: (each: unknown) => each is Each): value is Each[] =>
  Array.isArray(value) && value.every(is);
const isTrue = (value: unknown): value is true => value === true;
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);

/** @returns null for anything but a board's `poll.json` of this version */
export function readPoll(value: unknown): BoardPoll | null {
  return isPoll(value) ? value : null;
}

/** @returns null for anything but a board's `standings.json` of this version */
export function readStandings(value: unknown): BoardStandings | null {
  return isStandings(value) ? value : null;
}

function isPoll(value: unknown): value is BoardPoll {
  if (!isRecord(value) || value.v !== 1) return false;
  return (
    [value.id, value.title].every(isText) &&
    hostNames.every((name) => (pollTexts[name].isAlways ? isText(value[name]) : isAbsentOr(value[name], isText))) &&
    areStages(value.stages) &&
    isAbsentOr(value.reached, (each) => isRecord(each) && Object.values(each).every(isNumber)) &&
    isAbsentOr(value.callOff, (each) => isRecord(each) && isText(each.reason) && isNumber(each.at)) &&
    isAbsentOr(value.notice, (each) => isRecord(each) && isNumber(each.from) && isNumber(each.until)) &&
    isAbsentOr(value.tracesForgottenAt, isNumber) &&
    isAbsentOr(value.seats, isCount) &&
    isAbsentOr(value.lot, isLot) &&
    isText(value.countPolicy) &&
    ['live', 'daily', 'afterClose'].includes(value.countPolicy) &&
    isRecord(value.choices) &&
    [value.choices.min, value.choices.max].every(isCount) &&
    isAbsentOr(
      value.withdrawal,
      (each) => isRecord(each) && isText(each.reason) && isNumber(each.at) && isAbsentOr(each.isAlone, isTrue),
    ) &&
    isAbsentOr(value.cover, isText) &&
    isAbsentOr(value.code, isText) &&
    isAbsentOr(value.groups, (groups) => areAll(groups, isGroup)) &&
    isAbsentOr(value.measure, isMeasure) &&
    areAll(value.candidates, isCandidate)
  );
}

function areStages(value: unknown): boolean {
  return isRecord(value) && isNumber(value.voting) && isNumber(value.verifying) && Object.values(value).every(isNumber);
}

// As `measures` of `poll.ts`; a board shows no other word than these.
const isMeasure = (value: unknown): boolean => isText(value) && ['项', '位', '件', '幅', '个'].includes(value);

const isGroup = (value: unknown): value is object => isRecord(value) && isText(value.id) && isText(value.name);

function isCandidate(value: unknown): value is BoardCandidate {
  return (
    isRecord(value) &&
    [value.id, value.name, value.unit].every(isText) &&
    isCount(value.number) &&
    [value.sentence, value.group].every((each) => isAbsentOr(each, isText)) &&
    isAbsentOr(value.picture, isText) &&
    isAbsentOr(value.withdrawn, isTrue) &&
    isAbsentOr(value.frozen, isTrue)
  );
}

function isStandings(value: unknown): value is BoardStandings {
  if (!isRecord(value) || value.v !== 1) return false;
  const { ballots, step, shown, nextAt, final, lot, at, log } = value;
  return (
    isCount(ballots) &&
    isAbsentOr(step, (each) => each === 1) &&
    (shown === null || areCounts(shown)) &&
    (nextAt === null || isNumber(nextAt)) &&
    typeof final === 'boolean' &&
    isAbsentOr(lot, isLotState) &&
    isNumber(at) &&
    isAbsentOr(log, isLog)
  );
}

const isLot = (value: unknown): boolean =>
  isRecord(value) && isText(value.source) && isNumber(value.at) && isCount(value.digits);

const areTexts = (value: unknown): value is string[] => areAll(value, isText);

const isLotState = (value: unknown): boolean =>
  isRecord(value) && areAll(value.tied, areTexts) && isAbsentOr(value.draw, isText);

function areCounts(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.counts)) return false;
  return (
    isCount(value.batch) && isCount(value.ballots) && isNumber(value.asOf) && Object.values(value.counts).every(isCount)
  );
}

function isLog(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return isText(value.origin) && isText(value.key) && isCount(value.size) && isAbsentOr(value.bundle, isText);
}
