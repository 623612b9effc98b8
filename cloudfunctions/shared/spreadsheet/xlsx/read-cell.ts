import type { Cell } from '../../domain/imports/table';
import { Refused } from '../refusal';
import { numberCell, type NumberFormat } from './number-format';
import type { WaitingCells } from './read-strings';
import { cellText } from './cell-text';

/** What a `<c>` element holds. */
export interface CellSource {
  column: number;
  /** Its `t`; "n" when absent. */
  type: string;
  /** Its `s`, an index into the formats. */
  format: number;
  /** It has rich value metadata: how Excel keeps a picture in a cell, behind an error for programs that know none. */
  isRich: boolean;
  /** Null when there is no `<v>`. */
  value: string | null;
  inline: string;
  /** Null when there is no formula. */
  formula: string | null;
}

export interface CellSurroundings {
  formats: readonly NumberFormat[];
  from1904: boolean;
  /** Cells whose text is in the table of shared strings are put here. */
  waiting: WaitingCells;
}

/** WPS keeps a picture in a cell as a call of this function. */
const pictureFunction = /^=?(_xlfn\.)?DISPIMG\(/i;

/** @returns null for a cell without content */
export function readCell(source: CellSource, { formats, from1904, waiting }: CellSurroundings): Cell | null {
  const { type, value, formula } = source;
  if (pictureFunction.test(formula ?? '') || pictureFunction.test(value ?? '')) return { kind: 'picture', text: '' };
  // A formula's result may be an empty text, and then its type says so.
  const isUncomputed = value === null || (value === '' && type !== 'str');
  if (formula !== null && isUncomputed) return { kind: 'uncomputed', text: '' };
  switch (type) {
    case 's': {
      if (value === null || value === '') return null;
      const cell: Cell = { kind: 'text', text: '' };
      const index = wholeNumber(value);
      const others = waiting.get(index);
      if (others) others.push(cell);
      else waiting.set(index, [cell]);
      return cell;
    }
    case 'inlineStr':
      return textCell(source.inline);
    case 'str':
      return textCell(value ?? '');
    case 'b':
      return value === null ? null : { kind: 'boolean', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return source.isRich ? { kind: 'picture', text: '' } : { kind: 'error', text: value ?? '' };
    case 'd':
      return value === null || value === '' ? null : { kind: 'date', text: value.slice(0, 16).replace('T', ' ') };
    case 'n': {
      if (value === null || value.trim() === '') return null;
      const number = Number(value);
      if (!Number.isFinite(number)) throw new Refused({ code: 'FILE_DAMAGED' });
      return numberCell(number, formats[source.format] ?? 'plain', from1904);
    }
    default:
      throw new Refused({ code: 'FILE_DAMAGED' });
  }
}

function textCell(text: string): Cell | null {
  const shown = cellText(text);
  return shown === '' ? null : { kind: 'text', text: shown };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text.trim())) throw new Refused({ code: 'FILE_DAMAGED' });
  return Number(text);
}
