import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every page that is kept, by its path. */
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));

/** As GitHub makes a heading's anchor. */
function anchorsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(pages)('%s has no link that leads nowhere', (file) => {
  const links = [...read(file).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
    ([, link, source]) => link ?? source ?? '',
  );
  const dead = links.filter((link) => {
    if (/^(https?:|mailto:)/.test(link)) return false;
    const [place = '', anchor] = link.split('#', 2);
    const target = place === '' ? file : path.join(path.dirname(file), decodeURIComponent(place));
    if (!existsSync(path.join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor));
  });
  expect(dead).toEqual([]);
});

const named = (text: string, command: string): boolean => new RegExp(`npm (?:run )?${command}(?![\\w:-])`).test(text);

test.each(['README.md', 'README.zh-CN.md'])('%s names every command', (file) => {
  const text = read(file);
  expect(Object.keys(scripts).filter((command) => !named(text, command))).toEqual([]);
});

test('scripts/README.md has a line for every command, and names every room', () => {
  const text = read('scripts/README.md');
  const own = Object.keys(scripts).filter((command) => !command.startsWith('test:'));
  expect(own.filter((command) => !named(text, command))).toEqual([]);
  const rooms = execFileSync('git', ['ls-files', 'scripts/*/*'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .flatMap((file) => file.split('/')[1] ?? []);
  expect([...new Set(rooms)].filter((room) => !text.includes(`\`${room}\``))).toEqual([]);
});

test('both READMEs show the same commands, lists and addresses', () => {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((file) => {
    const text = read(file);
    const commands = [...text.matchAll(/npm (?:run )?([a-z][a-z0-9:]*)/g)].map(([, name]) => name);
    return {
      commands: [...new Set(commands)].sort(),
      steps: [...text.matchAll(/^\d+\./gm)].length,
      points: [...text.matchAll(/^- /gm)].length,
      rows: [...text.matchAll(/^\|/gm)].length,
      headings: [...text.matchAll(/^#+ /gm)].length,
    };
  });
  expect(chinese).toEqual(english);
});

test('ARCHITECTURE.md is one that is read: 1,200 words at most', () => {
  expect(read('ARCHITECTURE.md').split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(1200);
});

test('the grid in ARCHITECTURE.md has a cell where the core has a folder, and no topic is missing', () => {
  const lines = read('ARCHITECTURE.md').split('\n');
  const heading = lines.findIndex((line) => line.startsWith('| topic'));
  const layers = [...(lines[heading] ?? '').matchAll(/`(\w+)\/`/g)].map(([, layer = '']) => layer);
  const told = lines.slice(heading + 2).flatMap((line) => {
    const [, topic, ...cells] = line.split('|').map((cell) => cell.trim());
    const name = /^`(\w+)`$/.exec(topic ?? '')?.[1];
    return name === undefined ? [] : layers.flatMap((layer, at) => (cells[at] ? [`${layer}/${name}`] : []));
  });
  const files = execFileSync('git', ['ls-files', 'cloudfunctions/shared'], { cwd: root, encoding: 'utf8' }).split('\n');
  const rooms = files.flatMap((file) => {
    const [, , layer = '', topic = '', inside] = file.split('/');
    return layers.includes(layer) && inside !== undefined ? [`${layer}/${topic}`] : [];
  });
  expect(told.sort()).toEqual([...new Set(rooms)].sort());
});
