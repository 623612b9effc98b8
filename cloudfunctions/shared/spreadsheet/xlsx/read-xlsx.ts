import type { Table } from '../../domain/imports/table';
import { limits } from '../limits';
import { Refused } from '../refusal';
import { Archive } from './archive';
import type { CellSurroundings } from './read-cell';
import { readFormats } from './number-format';
import { readOutline } from './read-outline';
import { readPictures } from './read-pictures';
import { readSheet } from './read-sheet';
import { fillSharedStrings } from './read-strings';

/** Reads the first visible sheets of an .xlsx file, those without any content left out. */
export async function readXlsx(bytes: Uint8Array): Promise<Table[]> {
  const archive = await Archive.open(bytes);
  const outline = await readOutline(archive);
  const surroundings: CellSurroundings = {
    formats: await readFormats(archive, outline.styles),
    from1904: outline.from1904,
    waiting: new Map(),
  };
  const tables: Table[] = [];
  const room = { left: limits.cells };
  for (const { name, path } of outline.sheets) {
    const { drawing, ...sheet } = await readSheet(archive, path, surroundings, room);
    const pictures = await readPictures(archive, path, drawing);
    if (sheet.rowCount > 0) tables.push({ name, ...sheet, pictures });
  }
  await fillSharedStrings(archive, outline.sharedStrings, surroundings.waiting);
  if (tables.length === 0) throw new Refused({ code: 'FILE_EMPTY' });
  return tables;
}
