import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { coverageOf } from '../../../../cloudfunctions/shared/print/coverage';
import { lackingIn, runsOf, typefaceFor } from '../../../../cloudfunctions/shared/print/typeface';
import { printFonts } from '../../../../scripts/build/print-fonts';

const project = path.resolve(__dirname, '../../../..');
let fonts: { label: Buffer; rare: Buffer };
let whole: Buffer;
beforeAll(async () => {
  fonts = await printFonts(project);
  whole = await readFile(path.join(project, 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf'));
});
const rare = (): Promise<Uint8Array> => Promise.resolve(fonts.rare);

test('what the typeface has is written by one of its two parts, and both together lack nothing of its Han characters', () => {
  const [all, label, other] = [whole, fonts.label, fonts.rare].map((font) => coverageOf(font));
  let han = 0;
  for (let code = 0x3400; code < 0x323b0; code++) {
    const isHan = /\p{Script=Han}/u.test(String.fromCodePoint(code));
    if (!isHan || all?.(code) !== true) continue;
    han += 1;
    if (label?.(code) === other?.(code)) throw new Error(`${String.fromCodePoint(code)} is in both parts or in none`);
  }
  expect(han).toBeGreaterThan(27_000);
});

it('the larger part is read only for a text that needs it', async () => {
  const unread = (): Promise<Uint8Array> => Promise.reject(new Error('nobody needs it'));
  expect(
    await typefaceFor(fonts.label, unread, ['云川市人民政府办公室', '2026年度 A-1（第 3 次）']),
  ).not.toHaveProperty('rare');
  await expect(typefaceFor(fonts.label, unread, ['㙟某'])).rejects.toThrow('nobody needs it');
});

it('rare characters are written with the part that has them, and what no part has is named', async () => {
  const text = '李㙟、王䶮、赵𫖯、钱𠮷、A😀\u200b\ufe0f';
  const typeface = await typefaceFor(fonts.label, rare, [text]);
  expect(lackingIn(text, typeface)).toEqual(['𠮷', '😀']);
  expect(lackingIn('李㙟、王䶮、赵𫖯', typeface)).toEqual([]);
  expect(runsOf('李㙟王', typeface)).toEqual([
    { font: 'label', text: '李' },
    { font: 'rare', text: '㙟' },
    { font: 'label', text: '王' },
  ]);
});

it('a file that is no font of ours is refused, not read as one that lacks everything', () => {
  expect(() => coverageOf(Buffer.alloc(64))).toThrow('cmap');
});
