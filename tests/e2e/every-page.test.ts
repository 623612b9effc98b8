import { readFileSync } from 'node:fs';
import path from 'node:path';
import { awardVisits, noticeVisits } from './support/visits/award';
import { organiserVisits } from './support/visits/organisers';
import { outcomeVisits } from './support/visits/outcome';
import { residentVisits } from './support/visits/residents';

interface AppConfig {
  resizable?: boolean;
  pages: string[];
  subpackages: { root: string; pages: string[] }[];
}

const app = JSON.parse(readFileSync(path.resolve(__dirname, '../../miniprogram/app.json'), 'utf8')) as AppConfig;
const pages = [
  ...app.pages,
  ...app.subpackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
];
const visits = [...residentVisits, ...organiserVisits, ...outcomeVisits, ...awardVisits, ...noticeVisits];

test('every page of app.json is looked at: a new one wants its line in support/visits', () => {
  const visited = new Set(visits.map(({ address }) => address().split('?')[0] || app.pages[0]));
  expect(pages.filter((page) => !visited.has(page))).toEqual([]);
});

test('a pad that is turned turns the pages with it', () => {
  expect(app.resizable).toBe(true);
});

test('no two pictures have one name', () => {
  const names = visits.map(({ picture }) => picture);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
