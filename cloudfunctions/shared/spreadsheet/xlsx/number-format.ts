import type { Cell } from '../../domain/imports/table';
import { limits } from '../limits';
import { Refused } from '../refusal';
import type { Archive } from './archive';
import { readXml } from './read-xml';

/** What a number format makes of a number, as far as it changes the meaning. */
export type NumberFormat = 'plain' | 'date' | 'percent';

/** Formats without a code in the file: ECMA-376 part 1, 18.8.30, with the Chinese ones (27–36, 50–58). */
export function kindOfBuiltIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** What programs take; a longer one would be a trap for the expressions below. */
const longestCode = 255;

/** @param code as the file has it, e.g. `yyyy"年"m"月"d"日";@` */
export function kindOfCode(code: string): NumberFormat {
  if (code.length > longestCode) return 'plain';
  // Quoted text, escaped characters, colours and locales; elapsed hours like [h] are dates all the same.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare)) return 'plain';
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

/**
 * A number as a cell that shows it.
 * @param from1904 whether dates count from 1904
 */
export function numberCell(value: number, format: NumberFormat, from1904: boolean): Cell {
  if (format === 'date') return { kind: 'date', text: dateText(value, from1904) };
  if (format === 'percent') return { kind: 'number', text: `${plainText(value * 100)}%` };
  return { kind: 'number', text: plainText(value) };
}

/** Programs show 15 digits of a number at most, and so hide what binary fractions add. */
function plainText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

const dayLength = 24 * 60 * 60 * 1000;

/** @param serial days since the epoch of the workbook, in the wall time of whoever typed it */
function dateText(serial: number, from1904: boolean): string {
  if (serial >= 0 && serial < 1) return new Date(serial * dayLength).toISOString().slice(11, 16);
  // Excel counts a 29 February 1900, which never was; days before it lie one further on.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const date = new Date(epoch + Math.round(serial * 24 * 60) * 60 * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const [day = '', time = ''] = date.toISOString().split('T');
  return Number.isInteger(serial) ? day : `${day} ${time.slice(0, 5)}`;
}

/** How numbers show, by the index a cell's `s` names. */
export async function readFormats(archive: Archive, path: string | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (path === undefined || !archive.has(path)) return formats;
  const custom = new Map<number, NumberFormat>();
  let list = '';
  await readXml(archive.text(path), {
    open: (name, attributes) => {
      if (formats.length + custom.size > limits.formats) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      if (name === 'numFmt' && list === 'numFmts') {
        custom.set(Number(attributes['numFmtId']), kindOfCode(attributes['formatCode'] ?? ''));
      }
      if (name === 'xf' && list === 'cellXfs') {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(custom.get(id) ?? kindOfBuiltIn(id));
      }
    },
    close: (name) => {
      if (name === list) list = '';
    },
  });
  return formats;
}
