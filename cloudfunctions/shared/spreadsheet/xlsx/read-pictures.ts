import { limits } from '../limits';
import { Refused } from '../refusal';
import type { Archive } from './archive';
import { checkedColumn, checkedRow } from './cell-reference';
import { readXml } from './read-xml';
import { readRelationships } from './relationships';

/** Where pictures lie on a sheet. @param drawing the sheet's relationship to what is drawn on it */
export async function readPictures(
  archive: Archive,
  sheet: string,
  drawing: string | undefined,
): Promise<{ row: number; column: number }[]> {
  const pictures: { row: number; column: number }[] = [];
  if (drawing === undefined) return pictures;
  const part = (await readRelationships(archive, sheet)).find(({ id }) => id === drawing);
  if (!part) return pictures;
  let isFrom = false;
  let text = '';
  let row = 1;
  let column = 0;
  await readXml(archive.text(part.path), {
    open: (name) => {
      text = '';
      if (name === 'from') isFrom = true;
      // Anchored to a point of the page instead of a cell.
      if (name === 'absoluteAnchor') [row, column] = [1, 0];
      if (name !== 'pic') return;
      if (pictures.length >= limits.pictures) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
      pictures.push({ row, column });
    },
    text: (piece) => {
      if (isFrom) text += piece;
    },
    close: (name) => {
      if (name === 'from') isFrom = false;
      // Counted from 0 here.
      if (isFrom && name === 'row') row = checkedRow(Number(text) + 1);
      if (isFrom && name === 'col') column = checkedColumn(Number(text));
    },
  });
  return pictures;
}
