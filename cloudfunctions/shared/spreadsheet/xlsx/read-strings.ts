import type { Cell } from '../../domain/imports/table';
import type { Archive } from './archive';
import { appendText, cellText } from './cell-text';
import { readXml } from './read-xml';

/** Cells that wait for a text of the table of shared strings, by its index. */
export type WaitingCells = Map<number, Cell[]>;

/** Fills in the texts of waiting cells. The others in the table are passed over, so that none costs memory. */
export async function fillSharedStrings(
  archive: Archive,
  path: string | undefined,
  waiting: WaitingCells,
): Promise<void> {
  if (path === undefined || waiting.size === 0) return;
  let index = -1;
  let cells: Cell[] | undefined;
  let written = '';
  let isText = false;
  let isReading = false;
  await readXml(archive.text(path), {
    open: (name) => {
      if (name === 'si') {
        index += 1;
        cells = waiting.get(index);
        written = '';
      }
      // Phonetic guides over the characters are no part of the text.
      if (name === 'rPh') isReading = true;
      if (name === 't') isText = true;
    },
    text: (piece) => {
      if (isText && !isReading && cells) written = appendText(written, piece);
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si' && cells) {
        // One text for all of them, however many there are.
        const text = cellText(written);
        for (const cell of cells) cell.text = text;
      }
    },
  });
}
