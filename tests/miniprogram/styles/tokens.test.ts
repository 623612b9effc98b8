import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type ChildNode, type Container } from 'postcss';
import { barColours } from '../../../miniprogram/phone/bars';
import theme from '../../../miniprogram/theme.json';

const root = path.resolve(__dirname, '../../../miniprogram');
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wxss'));
const tokenSheets = new Set(['styles/colours.wxss', 'styles/measures.wxss']);

const parsed = new Map(sheets.map((file) => [file, postcss.parse(readFileSync(path.join(root, file), 'utf8'))]));

function sheet(file: string): Container<ChildNode> {
  const found = parsed.get(file);
  if (!found) throw new Error(`${file} is not there`);
  return found;
}

/** The declarations of the rule with this selector, as `name: value`. */
function declarations(container: Container<ChildNode>, selector: string): string[] {
  const lines: string[] = [];
  container.walkRules((rule) => {
    if (rule.selector.replace(/\s+/g, ' ') !== selector) return;
    rule.walkDecls(({ prop, value }) => {
      lines.push(`${prop}: ${value}`);
    });
  });
  return lines;
}

const names = (lines: string[]): string[] => lines.map((line) => line.split(':')[0] ?? '');

test("the dark set is the same for the system's choice and for the voter's", () => {
  const colours = sheet('styles/colours.wxss');
  let bySystem: string[] = [];
  colours.walkAtRules('media', (media) => {
    bySystem = declarations(media, 'page');
  });
  expect(bySystem.length).toBeGreaterThan(20);
  expect(declarations(colours, '.theme-dark')).toEqual(bySystem);
});

test('every colour has a dark twin', () => {
  const colours = sheet('styles/colours.wxss');
  expect(names(declarations(colours, '.theme-dark'))).toEqual(names(declarations(colours, 'page, .theme-light')));
});

test('every token that a stylesheet uses is declared', () => {
  const declared = new Set<string>();
  const used = new Map<string, string>();
  for (const [file, styles] of parsed) {
    styles.walkDecls(({ prop, value }) => {
      if (prop.startsWith('--')) declared.add(prop);
      for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/g)) used.set(name, file);
    });
  }
  const setByComponents = ['--text-scale', '--side', '--filled', '--rise'];
  const missing = [...used].filter(([name]) => !declared.has(name) && !setByComponents.includes(name));
  expect(missing).toEqual([]);
});

test.each(sheets.filter((file) => !tokenSheets.has(file)))(
  '%s takes colours and text sizes from tokens alone',
  (file) => {
    const own: string[] = [];
    sheet(file).walkDecls(({ prop, value }) => {
      const text = value.replace(/url\([^)]*\)/g, '');
      const isMask = prop.includes('mask');
      if (!isMask && /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?)\(|\b(white|black)\b/i.test(text)) own.push(`${prop}: ${value}`);
      if (prop === 'font-size' && !/^(var\(--fs-|inherit|[\d.]+cqw$)/.test(value)) own.push(`${prop}: ${value}`);
    });
    expect(own).toEqual([]);
  },
);

/** The style sheets of the components that a page or component uses, at any depth. */
function sheetsBelow(node: string, found = new Set<string>()): Set<string> {
  // Each of our pages and components has such a file; what it names lies in the app, or in a library.
  const config = JSON.parse(readFileSync(path.join(root, `${node}.json`), 'utf8')) as {
    usingComponents?: Record<string, string>;
  };
  for (const used of Object.values(config.usingComponents ?? {})) {
    const place = path.posix.normalize(
      used.startsWith('/') ? used.slice(1) : path.posix.join(path.dirname(node), used),
    );
    if (!existsSync(path.join(root, `${place}.json`)) || found.has(`${place}.wxss`)) continue;
    found.add(`${place}.wxss`);
    sheetsBelow(place, found);
  }
  return found;
}

test("a page's class reaches no component of the same name", () => {
  const classes = (file: string): string[] => {
    const found = new Set<string>();
    sheet(file).walkRules(({ selector }) => {
      for (const [, name = ''] of selector.matchAll(/\.([\w-]+)/g)) found.add(name);
    });
    return [...found];
  };
  const isPage = (file: string): boolean => {
    const config = JSON.parse(readFileSync(path.join(root, file.replace(/wxss$/, 'json')), 'utf8')) as object;
    return !('component' in config);
  };
  // Styles of a page apply to its components too (apply-shared).
  const shared = new Set(sheets.filter((file) => file.startsWith('styles/')).flatMap(classes));
  const leaks = sheets
    .filter((file) => existsSync(path.join(root, file.replace(/wxss$/, 'json'))) && file !== 'app.wxss' && isPage(file))
    .flatMap((file) => {
      const below = [...sheetsBelow(file.replace(/\.wxss$/, ''))].filter((each) => parsed.has(each));
      const names = new Set(below.flatMap(classes));
      return classes(file)
        .filter((name) => names.has(name) && !shared.has(name))
        .map((name) => ({ file, name }));
    });
  expect(leaks).toEqual([]);
});

test.each(['light', 'dark'] as const)('the bars painted by the app have the %s colours of theme.json', (name) => {
  const painted = barColours[name];
  const declared = theme[name];
  expect(painted).toMatchObject({
    ground: declared.barGround,
    tabText: declared.tabText,
    tabSelected: declared.tabSelected,
    tabGround: declared.tabGround,
    tabBorder: declared.tabBorder,
    pullDots: declared.pullDots,
  });
  expect(painted.frontColor).toBe(declared.barText === 'white' ? '#ffffff' : '#000000');
});
