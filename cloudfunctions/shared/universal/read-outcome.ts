import type { OutcomeFile } from './outcome';

// As `read-board.ts`: a file may be newer than its reader, and text only ever becomes text.

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const areAll = (value: unknown, is: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);

/** @returns null for anything but an `outcome.json` of this version */
export function readOutcomeFile(value: unknown): OutcomeFile | null {
  return isOutcome(value) ? value : null;
}

function isOutcome(value: unknown): value is OutcomeFile {
  if (!isRecord(value) || value['v'] !== 1) return false;
  const { pollId, size, owedDays, notices, result, winners, revocations, callOff } = value;
  return (
    isText(pollId) &&
    [size, owedDays].every(isNumber) &&
    areAll(notices, isNotice) &&
    isAbsentOr(result, isResult) &&
    areAll(winners, isWinner) &&
    areAll(revocations, isRevocation) &&
    isAbsentOr(callOff, (each) => isRecord(each) && isText(each['reason']) && isNumber(each['at']))
  );
}

function isNotice(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { n, index, from, until, ballots, winners, voids, office, phone, address, note, reason, unknownYear } = value;
  return (
    [n, index, from, until, ballots].every(isNumber) &&
    areAll(winners, isWinner) &&
    areAll(voids, (each) => isRecord(each) && isText(each['reason']) && isNumber(each['ballots'])) &&
    [office, phone, address, note].every(isText) &&
    isAbsentOr(reason, isText) &&
    isAbsentOr(unknownYear, isNumber)
  );
}

const isResult = (value: unknown): boolean =>
  isRecord(value) && [value['index'], value['at']].every(isNumber) && [value['leaf'], value['entry']].every(isText);

const isWinner = (value: unknown): boolean =>
  isRecord(value) && isText(value['candidate']) && isNumber(value['rank']) && isAbsentOr(value['level'], isText);

const isRevocation = (value: unknown): boolean =>
  isRecord(value) &&
  [value['candidate'], value['reason'], value['clause']].every(isText) &&
  [value['at'], value['index']].every(isNumber);
