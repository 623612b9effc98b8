import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';

/** What counts, times and receipt codes are made of. */
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ,.:–%/- ';

/**
 * The typeface of figures that stand alone, cut down to the characters they use and carried inside the stylesheet,
 * so that it needs no download and no registered domain.
 * @param project folder that holds node_modules
 * @returns an @font-face rule for the family "Gongping Figures"
 */
export async function figuresFontFace(project: string): Promise<string> {
  const file = 'node_modules/@fontsource/barlow-semi-condensed/files/barlow-semi-condensed-latin-600-normal.woff2';
  const font = await subsetFont(await readFile(path.join(project, file)), characters, { targetFormat: 'woff2' });
  const source = `url(data:font/woff2;base64,${font.toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"Gongping Figures";font-weight:600;font-display:block;src:${source}}`;
}
