import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** The tints of missing pictures in the rule that a selector opens, by name. */
function tintsIn(file: string, rule: RegExp): Record<string, string> {
  const [, declarations = ''] = rule.exec(readFileSync(path.join(root, file), 'utf8')) ?? [];
  const tints = [...declarations.matchAll(/--(tint-[\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(tints.map(([, name = '', value = '']) => [name, value]));
}

const app = 'miniprogram/styles/colours.wxss';

it('a candidate without a picture has the same tints on the board as in the app, in light, in dark and in a hall', () => {
  const light = tintsIn(app, /page,\n\.theme-light \{([^}]*)\}/);
  const dark = tintsIn(app, /\n\.theme-dark \{([^}]*)\}/);
  expect([Object.keys(light), Object.keys(dark)].map(({ length }) => length)).toEqual([12, 12]);
  expect(tintsIn('website/board/style.css', /\n:root \{([^}]*)\}/)).toEqual(light);
  expect(tintsIn('website/board/style.css', /dark\) \{\n {2}:root \{([^}]*)\}/)).toEqual(dark);
  expect(tintsIn('website/board/hall.css', /:root\.hall \{([^}]*)\}/)).toEqual(dark);
});
