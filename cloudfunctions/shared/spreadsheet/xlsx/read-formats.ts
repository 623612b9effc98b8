import { limits } from '../limits';
import { Refused } from '../refusal';
import type { Archive } from './archive';
import { kindOfBuiltIn, kindOfCode, type NumberFormat } from './number-format';
import { readXml } from './read-xml';

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
