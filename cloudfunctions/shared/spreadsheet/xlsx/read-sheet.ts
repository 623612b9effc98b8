import type { Cell, MergedRange, TableRow } from '../../domain/imports/table';
import { limits } from '../limits';
import { Refused } from '../refusal';
import type { Archive } from './archive';
import { appendText } from './cell-text';
import { checkedColumn, checkedRow, parseRange, parseReference } from './cell-reference';
import { readCell, type CellSource, type CellSurroundings } from './read-cell';
import { attributeOf, readXml, type Attributes } from './read-xml';

export interface SheetReading {
  rows: TableRow[];
  rowCount: number;
  merged: MergedRange[];
  hiddenColumns?: number[];
  /** Id of the relationship to what is drawn on the sheet. */
  drawing?: string;
}

/** How many cells of a file may still be kept. */
export interface CellRoom {
  left: number;
}

/** Reads a sheet's cells as they come, keeps the first rows with content and counts the others. */
export async function readSheet(
  archive: Archive,
  path: string,
  surroundings: CellSurroundings,
  room: CellRoom,
): Promise<SheetReading> {
  const collector = new SheetCollector(surroundings, room);
  await readXml(archive.text(path), {
    open: (name, attributes) => collector.open(name, attributes),
    text: (text) => collector.text(text),
    close: (name) => collector.close(name),
  });
  return collector.finish();
}

class SheetCollector {
  private readonly rows: TableRow[] = [];
  private readonly merged: MergedRange[] = [];
  private readonly hiddenColumns: number[] = [];
  private rowCount = 0;
  private row = 0;
  private isHidden = false;
  private cells: (Cell | null)[] = [];
  private isFilled = false;
  /** Columns up to the last one with content. */
  private columns = 0;
  private column = -1;
  private source: CellSource | null = null;
  /** Where text goes to now. */
  private target: 'value' | 'inline' | 'formula' | null = null;
  private isReading = false;
  private drawing: string | undefined;

  constructor(
    private readonly surroundings: CellSurroundings,
    private readonly room: CellRoom,
  ) {}

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.row = checkedRow(attributes['r'] === undefined ? this.row + 1 : Number(attributes['r']));
        this.cells = [];
        this.isFilled = false;
        this.column = -1;
        this.isHidden = isUnseen(attributes, 'ht');
        break;
      case 'col':
        this.readColumns(attributes);
        break;
      case 'c':
        this.openCell(attributes);
        break;
      case 'v':
        this.begin('value');
        break;
      case 'f':
        this.begin('formula');
        break;
      case 't':
        if (!this.isReading) this.target = 'inline';
        break;
      case 'rPh':
        this.isReading = true;
        break;
      case 'mergeCell':
        if (this.merged.length >= limits.mergedRanges) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
        this.merged.push(parseRange(attributes['ref'] ?? ''));
        break;
      case 'drawing':
        this.drawing = attributeOf(attributes, 'id');
        break;
    }
  }

  text(text: string): void {
    if (this.source === null || this.target === null) return;
    this.source[this.target] = appendText(this.source[this.target] ?? '', text);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f' || name === 't') this.target = null;
    if (name === 'rPh') this.isReading = false;
    if (name === 'c') this.closeCell();
    if (name === 'row') this.closeRow();
  }

  finish(): SheetReading {
    if (this.columns > limits.columns) {
      throw new Refused({ code: 'TOO_MANY_COLUMNS', found: this.columns, most: limits.columns });
    }
    const { rows, rowCount, merged, hiddenColumns, drawing } = this;
    return {
      rows,
      rowCount,
      merged,
      ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
      ...(drawing === undefined ? {} : { drawing }),
    };
  }

  /** A `<col>` stands for the columns from `min` to `max`, counted from 1. */
  private readColumns(attributes: Attributes): void {
    if (!isUnseen(attributes, 'width')) return;
    const last = Math.min(Number(attributes['max']), limits.columns);
    for (let column = Number(attributes['min']); column >= 1 && column <= last; column += 1) {
      if (this.hiddenColumns.length < limits.columns) this.hiddenColumns.push(column - 1);
    }
  }

  private openCell({ r: reference, t: type = 'n', s: format, vm }: Attributes): void {
    this.column = reference === undefined ? checkedColumn(this.column + 1) : parseReference(reference).column;
    this.source = {
      column: this.column,
      type,
      format: Number(format ?? 0),
      isRich: vm !== undefined,
      value: null,
      inline: '',
      formula: null,
    };
  }

  private begin(target: 'value' | 'formula'): void {
    this.target = target;
    if (this.source) this.source[target] = '';
  }

  private closeCell(): void {
    if (this.source === null) return;
    const isKept = this.rowCount < limits.rows && this.source.column < limits.columns && this.room.left > 0;
    // What is only counted waits for no text.
    const waiting = isKept ? this.surroundings.waiting : new Map<number, Cell[]>();
    const cell = readCell(this.source, { ...this.surroundings, waiting });
    if (cell) {
      this.isFilled = true;
      this.columns = Math.max(this.columns, this.source.column + 1);
      if (isKept) {
        this.cells[this.source.column] = cell;
        this.room.left -= 1;
      }
    }
    this.source = null;
  }

  private closeRow(): void {
    if (!this.isFilled) return;
    this.rowCount += 1;
    if (this.rowCount <= limits.rows && this.cells.length > 0) {
      this.rows.push({ row: this.row, cells: this.cells, ...(this.isHidden ? { isHidden: true } : {}) });
    }
    this.cells = [];
  }
}

/** Hidden by its flag, as filters do it, or drawn together to nothing by hand. @param size the attribute of its extent */
function isUnseen(attributes: Attributes, size: 'ht' | 'width'): boolean {
  const extent = attributes[size];
  return /^(1|true)$/.test(attributes['hidden'] ?? '') || (extent !== undefined && Number(extent) === 0);
}
