import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildMiniprogram, miniprogramBuilder, type MiniprogramBuilder } from '../../../scripts/build/miniprogram';

const folder = mkdtempSync(path.join(tmpdir(), 'gongping-rebuild-'));
const [sources, built, whole] = ['sources', 'built', 'whole'].map((name) => path.join(folder, name)) as [
  string,
  string,
  string,
];
let builder: MiniprogramBuilder;

beforeAll(async () => {
  cpSync(path.join(__dirname, '../../preview/fixtures/app'), sources, { recursive: true });
  await buildMiniprogram(sources, built);
  builder = miniprogramBuilder(sources, built);
  expect((await builder.rebuild()).changed).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  const place = path.join(sources, file);
  writeFileSync(place, change(readFileSync(place, 'utf8')));
}

/** Everything in a built mini-program, by file. */
function contentOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(dir, file), readFileSync(file, 'latin1')];
    }),
  );
}

async function expectAsIfBuiltAtOnce(): Promise<void> {
  await buildMiniprogram(sources, whole);
  expect(contentOf(built)).toEqual(contentOf(whole));
}

test.each([
  ['style', 'packages/more/list/list.wxss', '\n.new { color: red; }\n', ['style packages/more/list/list.wxss']],
  [
    'template',
    'pages/detail/detail.wxml',
    '\n<view>new</view>\n',
    ['syntax of pages/detail/detail.wxml', 'template pages/detail/detail.wxml'],
  ],
  [
    'script',
    'pages/detail/detail.ts',
    '\nconsole.log("new");\n',
    ['imports of pages/detail/detail.ts', 'script pages/detail/detail.ts'],
  ],
])('a page’s changed %s is all that is made and written anew', async (_, file, added, made) => {
  edit(file, (text) => text + added);
  const changed = [file.replace(/ts$/, 'js')];
  expect(await builder.rebuild()).toEqual({ changed, made });
  expect(await builder.rebuild()).toEqual({ changed: [], made: [] });
  await expectAsIfBuiltAtOnce();
});

test('what cannot be built leaves what is there, and is told again until it is mended', async () => {
  const before = contentOf(built);
  edit('pages/detail/detail.ts', (text) => `${text}\nconst = 1;\n`);
  for (const attempt of [1, 2]) {
    await expect(builder.rebuild().then(() => attempt)).rejects.toThrow('detail.ts');
    expect(contentOf(built)).toEqual(before);
  }
  edit('pages/detail/detail.ts', (text) => text.replace('\nconst = 1;\n', ''));
  expect((await builder.rebuild()).changed).toEqual([]);
});

test('a file that appears or goes may be another’s import, so everything is looked at', async () => {
  writeFileSync(path.join(sources, 'pages/detail/words.ts'), "export const words = 'here';\n");
  edit('pages/detail/detail.ts', (text) => `import { words } from './words';\n${text}\nconsole.log(words);\n`);
  expect((await builder.rebuild()).changed.sort()).toEqual(['pages/detail/detail.js', 'pages/detail/words.js']);
  await expectAsIfBuiltAtOnce();
  rmSync(path.join(sources, 'pages/detail/words.ts'));
  await expect(builder.rebuild()).rejects.toThrow('./words');
  edit('pages/detail/detail.ts', (text) =>
    text.replace("import { words } from './words';\n", '').replace('words', '1'),
  );
  await builder.rebuild();
  await expectAsIfBuiltAtOnce();
});
