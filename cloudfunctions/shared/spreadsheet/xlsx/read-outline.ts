import { limits } from '../limits';
import { Refused } from '../refusal';
import type { Archive } from './archive';
import { attributeOf, readXml } from './read-xml';
import { readRelationships } from './relationships';

/** Where a workbook keeps what is read of it; all are paths in the archive. */
export interface Outline {
  /** The first visible sheets of cells, in order. */
  sheets: { name: string; path: string }[];
  sharedStrings?: string;
  styles?: string;
  /** Dates count from 1904, as old Macs did. */
  from1904: boolean;
}

/** Finds the workbook, or says what the archive holds instead. */
export async function readOutline(archive: Archive): Promise<Outline> {
  const main = (await readRelationships(archive, '')).find(({ type }) => type === 'officeDocument');
  if (!main) throw await notAWorkbook(archive);
  if (main.path.endsWith('.bin')) throw new Refused({ code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'xlsb' });
  if (!(await isWorkbook(archive, main.path))) throw new Refused({ code: 'NOT_A_SPREADSHEET', found: 'document' });

  const relationships = await readRelationships(archive, main.path);
  const pathOf = (type: string): string | undefined => relationships.find((each) => each.type === type)?.path;
  const sheetPaths = new Map(
    relationships.filter(({ type }) => type === 'worksheet').map(({ id, path }) => [id, path] as const),
  );
  const outline: Outline = { sheets: [], from1904: false };
  await readXml(archive.text(main.path), {
    open: (element, attributes) => {
      if (element === 'workbookPr') outline.from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (element !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const path = sheetPaths.get(attributeOf(attributes, 'id') ?? '');
      if (path !== undefined && outline.sheets.length < limits.sheets)
        outline.sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  const sharedStrings = pathOf('sharedStrings');
  const styles = pathOf('styles');
  return {
    ...outline,
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
    ...(styles === undefined ? {} : { styles }),
  };
}

/** Word and PowerPoint pack their documents alike; the content types tell them apart. */
async function isWorkbook(archive: Archive, main: string): Promise<boolean> {
  let found = false;
  await readXml(archive.text('[Content_Types].xml'), {
    open: (_, { PartName: part, ContentType: type, Extension: extension }) => {
      const meant = part === undefined ? extension === 'xml' : part.toLowerCase() === `/${main.toLowerCase()}`;
      if (meant && type !== undefined) found ||= type.includes('spreadsheetml') || type.includes('ms-excel');
    },
  });
  return found;
}

async function notAWorkbook(archive: Archive): Promise<Refused> {
  if (!archive.has('mimetype') || !archive.has('content.xml')) {
    return new Refused({ code: 'NOT_A_SPREADSHEET', found: 'archive' });
  }
  let type = '';
  for await (const piece of archive.text('mimetype')) type += piece;
  return type.includes('opendocument.spreadsheet')
    ? new Refused({ code: 'SPREADSHEET_FORMAT_UNSUPPORTED', found: 'ods' })
    : new Refused({ code: 'NOT_A_SPREADSHEET', found: 'document' });
}
