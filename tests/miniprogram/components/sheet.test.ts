import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { newSheet, tellClosed, watchClosed } from '../../../miniprogram/components/sheet/open-sheets';

const root = path.resolve(__dirname, '../../../miniprogram');
const templates = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wxml'));

test('whatever lies over a page is the one sheet that hides the page from screen readers', () => {
  const others = templates.filter((name) => /<t-(popup|dialog|action-sheet|overlay)|aria-modal/.test(read(name)));
  expect(others).toEqual(['components/sheet/sheet.wxml']);
});

test('a sheet stands outside the page that it covers', () => {
  expect(read('components/sheet/sheet.wxml')).toMatch(/^<root-portal>/);
  expect(read('components/page-shell/page-shell.wxml')).toContain('aria-hidden="{{isCovered}}"');
});

test('a sheet that is shut is told to whoever watches, by its own number', () => {
  const shut: number[] = [];
  const end = watchClosed((sheet) => shut.push(sheet));
  const [first, second] = [newSheet(), newSheet()];
  tellClosed(second);
  end();
  tellClosed(first);
  expect(shut).toEqual([second]);
});

function read(name: string): string {
  return readFileSync(path.join(root, name), 'utf8');
}
