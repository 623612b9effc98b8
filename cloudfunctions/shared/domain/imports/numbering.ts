import { leastNumber, mostNumber } from './columns';

/** 1号, 第1号, NO.1, №1, #1, 1、, 1., (1) */
const decorated = /^[(（]?(?:第|no\.?|nº|#|编号)?[:：]?(\d{1,9})(?:号|位|名|项|件|个|组)?[、.．,，)）]?$/i;
const chineseNumber = /^[(（]?第?([一二三四五六七八九十]{1,3})(?:号|位|名)?[、.．)）]?$/;

/**
 * A candidate's number as people type it: full-width digits, leading zeros and the marks around it are fine.
 * @returns null when it is no whole number from 1 to 9999
 */
export function parseNumber(text: string): number | null {
  const even = text.normalize('NFKC').replace(/^'/, '').replace(/\s+/g, '');
  const [, digits] = decorated.exec(even) ?? [];
  const [, chinese] = chineseNumber.exec(even) ?? [];
  const number = digits === undefined ? valueOf(chinese ?? '') : Number(digits);
  return number >= leastNumber && number <= mostNumber ? number : null;
}

/** 十二 is 12, 二十 is 20; 0 for what is no number below a hundred. */
function valueOf(chinese: string): number {
  const figures = '一二三四五六七八九';
  const [, tens, ten, ones] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(chinese) ?? [];
  if (ten === undefined || ones === undefined || tens === undefined) return 0;
  if (ten === '' && tens !== '' && ones !== '') return 0;
  const high = ten === '' ? 0 : tens === '' ? 1 : figures.indexOf(tens) + 1;
  const low = ones === '' ? (ten === '' && tens !== '' ? figures.indexOf(tens) + 1 : 0) : figures.indexOf(ones) + 1;
  return high * 10 + low;
}

/** The number after the highest of all. */
export function nextNumber(numbers: Iterable<number>): number {
  let highest = leastNumber - 1;
  for (const number of numbers) highest = Math.max(highest, number);
  return highest + 1;
}

/**
 * Whether a column that says it holds candidates' numbers counts rows after all: it goes up by one from 1, and begins again
 * for every category or where the poll has its own first ones; or it holds codes like "2026-A-07".
 * @param texts of the rows that are read, in order
 * @param existing the poll's numbers so far
 */
export function countsRows(texts: readonly string[], existing: ReadonlySet<number>): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0 || filled.length < texts.length) return areCodes(filled);
  const numbers = filled.map(parseNumber);
  const isCount = numbers.every((number, at) => number === 1 || number === (numbers[at - 1] ?? 0) + 1);
  if (!isCount) return areCodes(filled);
  // 1, 1 is a mistake; 1, 2, 1 begins again.
  const beginsAgain = numbers[1] === 2 && numbers.lastIndexOf(1) > 0;
  return beginsAgain || numbers.some((number) => number !== null && existing.has(number));
}

function areCodes(filled: readonly string[]): boolean {
  const isCode = (text: string): boolean =>
    parseNumber(text) === null && /\d/.test(text) && /^[\w一-龥〔〕（）()./-]{4,40}$/.test(text);
  return filled.length > 1 && new Set(filled).size === filled.length && filled.every(isCode);
}

/**
 * Numbers for rows that are only counted: their own where they are valid and free, else they go on behind the highest. Where
 * the count begins again, all go on from there, so that the list stays in its order.
 * @param own null where a row has none, or none that is valid
 */
export function continueNumbers(own: readonly (number | null)[], existing: ReadonlySet<number>): number[] {
  const kept: (number | null)[] = [];
  const used = new Set(existing);
  const first = own.find((number) => number !== null);
  let hasRestarted = false;
  for (const number of own) {
    const isFree = number !== null && !used.has(number);
    if ((number === 1 || number === first) && number !== null && !isFree) hasRestarted = true;
    kept.push(isFree && !hasRestarted ? number : null);
    if (isFree && !hasRestarted) used.add(number);
  }
  let next = nextNumber(used);
  return kept.map((number) => {
    if (number !== null) return number;
    next += 1;
    return next - 1;
  });
}
