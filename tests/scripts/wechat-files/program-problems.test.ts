import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programProblems } from '../../../scripts/wechat-files/program-problems';

const built = path.resolve(__dirname, '../../../dist/miniprogram');
let folder = '';

/** What a test changed, to be put back: copying the whole program for each takes seconds. */
const touched = new Set<string>();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongping-program-'));
  cpSync(built, folder, { recursive: true });
});

afterEach(() => {
  for (const file of touched) {
    const original = path.join(built, file);
    if (existsSync(original)) cpSync(original, path.join(folder, file));
    else rmSync(path.join(folder, file));
  }
  touched.clear();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what is built has no problem', () => {
  expect(programProblems(built)).toEqual([]);
});

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const write = (file: string, text: string | Buffer): void => {
  touched.add(file);
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const append = (file: string, text: string): void => write(file, read(file) + text);
const remove = (file: string): void => {
  touched.add(file);
  rmSync(path.join(folder, file));
};

interface App {
  pages: string[];
  subpackages: { root: string; name: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; iconPath: string }[] };
  preloadRule: Record<string, { packages: string[] }>;
  [key: string]: unknown;
}

function changeApp(change: (app: App) => void): void {
  const app = JSON.parse(read('app.json')) as App;
  change(app);
  write('app.json', JSON.stringify(app));
}

function changeJson(file: string, change: (config: Record<string, Record<string, unknown>>) => void): void {
  const config = JSON.parse(read(file)) as Record<string, Record<string, unknown>>;
  change(config);
  write(file, JSON.stringify(config));
}

const home = 'pages/home/home';
const poll = 'packages/voter/poll/poll';

// Each is a mistake that somebody could make; what WeChat's own offline checks find of them is in the docs.
test.each<[string, () => void, string]>([
  [
    'a key of app.json that nobody knows',
    () => changeApp((app) => (app['lazyCodeLoadng'] = 'x')),
    'nobody knows the key "lazyCodeLoadng"',
  ],
  ['app.json that is no JSON', () => append('app.json', ','), 'app.json: it is no JSON'],
  ['no page', () => changeApp((app) => (app.pages = [])), 'it has no page'],
  [
    'a page that is not there',
    () => changeApp((app) => app.pages.push('pages/gone/gone')),
    'the page pages/gone/gone has no js',
  ],
  ['a page without its template', () => remove(`${home}.wxml`), `the page ${home} has no wxml`],
  ['a page named twice', () => changeApp((app) => app.pages.push(home)), `the page ${home} is named twice`],
  [
    'a page of a package among those of the main one',
    () => changeApp((app) => app.pages.push(poll)),
    'lies in the package packages/voter',
  ],
  [
    'a package within another',
    () => changeApp((app) => app.subpackages.push({ root: 'packages/voter/more', name: 'more', pages: [] })),
    'the package packages/voter/more lies within the package packages/voter',
  ],
  [
    'a tab that is no page',
    () => changeApp((app) => Object.assign(app.tabBar.list[0] ?? {}, { pagePath: poll })),
    `the tab ${poll} is no page`,
  ],
  ['a single tab', () => changeApp((app) => app.tabBar.list.pop()), 'a tab bar has two to five tabs, not 1'],
  [
    'a tab without its picture',
    () => changeApp((app) => Object.assign(app.tabBar.list[0] ?? {}, { iconPath: 'no.png' })),
    'the icon no.png is missing',
  ],
  [
    'a package to preload that is none',
    () => changeApp((app) => app.preloadRule[home]?.packages.push('voters')),
    'the package voters, which is none',
  ],
  ['a sitemap that is not there', () => remove('sitemap.json'), 'sitemapLocation names sitemap.json, which is missing'],
  [
    'a colour that the dark theme lacks',
    () => changeJson('theme.json', ({ dark }) => delete dark?.['ground']),
    'the dark theme has no ground',
  ],
  ['a script that is broken', () => append(`${home}.js`, '\nconst = 1;'), `${home}.js: it is no script`],
  [
    'a script that wants a missing one',
    () => append(`${home}.js`, '\nrequire("./gone.js");'),
    `${home}.js: ./gone.js is missing`,
  ],
  [
    'a script that wants one of another package',
    () => append('packages/receipt/receipt/receipt.js', '\nrequire("../../voter/poll/poll.js");'),
    'lies in the package packages/voter, which may not be there yet',
  ],
  [
    'a template that imports a missing one',
    () => append(`${home}.wxml`, '<import src="./gone.wxml"/>'),
    './gone.wxml is missing',
  ],
  [
    'a style that imports a missing one',
    () => append(`${home}.wxss`, '@import "./gone.wxss";'),
    './gone.wxss is missing',
  ],
  [
    'a component that is not there',
    () => changeJson(`${home}.json`, (config) => (config['usingComponents'] = { x: '/components/gone/gone' })),
    'the component x is missing at /components/gone/gone',
  ],
  [
    'a page used as a component',
    () => changeJson(`${home}.json`, (config) => (config['usingComponents'] = { x: '/pages/mine/mine' })),
    'x at /pages/mine/mine is no component',
  ],
  [
    'a key of a page’s file that nobody knows',
    () => changeJson(`${home}.json`, (config) => (config['usingComponent'] = {})),
    'nobody knows the key "usingComponent"',
  ],
  [
    'a main package over two megabytes',
    () => write('assets/large.png', Buffer.alloc(2 * 1024 * 1024)),
    'the main package has',
  ],
])('found out: %s', (_, change, sentence) => {
  change();
  expect(programProblems(folder).filter((problem) => problem.includes(sentence))).not.toEqual([]);
});
