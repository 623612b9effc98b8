import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../miniprogram');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(wxml|ts)$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const style = readFileSync(path.join(root, 'components/icon/icon.wxss'), 'utf8');
const drawn = [...style.matchAll(/\.icon--([\w-]+)/g)].map(([, name = '']) => name);

test('every glyph that a template names is drawn', () => {
  const named = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/<(?:gp-)?icon\b[^>]*?\sname="([\w-]+)"/g)].map(([, name = '']) => ({ file, name })),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ name }) => !drawn.includes(name))).toEqual([]);
});

test('no glyph is shipped that nothing names', () => {
  const all = sources.map(({ text }) => text).join('\n');
  expect(drawn.filter((name) => !new RegExp(`['"]${name}['"]`).test(all))).toEqual([]);
});
