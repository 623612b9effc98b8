import { zipOf, type ZipEntry } from './zip';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

export interface Parts {
  /** What is inside each sheet's `<worksheet>`, or the whole part when it begins with `<?xml`. */
  sheets: readonly string[];
  /** What is inside `<sst>`, or the whole part. */
  strings?: string;
  /** What is inside `<styleSheet>`. */
  styles?: string;
  /** Attributes of each `<sheet>` besides its name and ids. */
  states?: readonly string[];
  more?: readonly ZipEntry[];
}

const part = (element: string, content: string): string =>
  content.startsWith('<?xml') ? content : `<?xml version="1.0"?><${element} xmlns="${main}">${content}</${element}>`;

/** The entries of a workbook made by hand. */
export function workbookEntries({ sheets, strings = '', styles = '', states = [], more = [] }: Parts): ZipEntry[] {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relationships = (content: string): string =>
    `<Relationships xmlns="${packaged}/relationships">${content}</Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      content:
        `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ` +
        `ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content:
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        sheets
          .map((_, at) => `<sheet name="表${at + 1}" sheetId="${at + 1}" r:id="s${at + 1}" ${states[at] ?? ''}/>`)
          .join('') +
        '</sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships(
        sheets.map((_, at) => relationship(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
          relationship('strings', 'sharedStrings', '/xl/sharedStrings.xml') +
          relationship('styles', 'styles', 'styles.xml'),
      ),
    },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: part('worksheet', sheet) })),
    { name: 'xl/sharedStrings.xml', content: part('sst', strings) },
    { name: 'xl/styles.xml', content: part('styleSheet', styles) },
    ...more,
  ];
}

export function workbookOf(parts: Parts): Buffer {
  return zipOf(workbookEntries(parts));
}

/** A row of texts in the sheet itself. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${row}">${cells.join('')}</row>`;
}
