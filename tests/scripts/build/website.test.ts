import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWebsite } from '../../../scripts/build/website';

const folder = mkdtempSync(path.join(tmpdir(), 'gongping-website-'));
beforeAll(() => buildWebsite(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const pageOf = (name: string): string => readFileSync(path.join(folder, name, 'index.html'), 'utf8');
const part = (page: string, pattern: RegExp): string | undefined => pattern.exec(page)?.[0];

test('every page of the website has the frame and the masthead that are written once, and its own head and body', () => {
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['board', 'recount', 'verify']);
  const pages = names.map(pageOf);
  for (const shared of [/<header class="masthead">[^]*<\/header>/, /<meta name="referrer"[^>]*>/]) {
    const all = pages.map((page) => part(page, shared));
    expect(all[0]).toBeDefined();
    expect(new Set(all).size).toBe(1);
  }
  for (const [at, page] of pages.entries()) {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/\{\{|<!-- (head|body|masthead) -->/);
    expect(page.match(/<(head|body|main|title)[ >]/g)).toHaveLength(4);
    expect(page).toContain(`<script src="${names[at] ?? ''}.js" defer></script>`);
    expect(readFileSync(path.join(folder, names[at] ?? '', `${names[at] ?? ''}.css`), 'utf8')).not.toBe('');
  }
});

test('a page may load what its own policy allows, and nothing else differs', () => {
  const policies = ['board', 'recount', 'verify'].map((name) => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(pageOf(name))?.[1] ?? '';
    return policy.split(/;\s*/);
  });
  const [first = [], ...others] = policies;
  const common = first.filter((each) => others.every((policy) => policy.includes(each)));
  expect(common).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    'font-src data:',
    'connect-src http: https:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(policies.map((policy) => policy.filter((each) => !common.includes(each)))).toEqual([
    ['img-src http: https: data:'],
    ['img-src data:', 'worker-src blob:'],
    ['img-src data:'],
  ]);
});
