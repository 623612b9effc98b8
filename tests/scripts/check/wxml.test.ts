import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkTemplates } from '../../../scripts/check/wxml/check-templates';

const root = path.resolve(__dirname, '../../..');
const typings = path.join(root, 'node_modules/miniprogram-api-typings/index.d.ts');

const poll = `
  type View = { kind: 'loading' } | { kind: 'ready'; polls: { id: string; title: string; votes: number }[] };
  const loading = (): View => ({ kind: 'loading' });
  Page({ data: { view: loading(), isOpen: false }, openPoll() {} });`;
const bar = `
  const noRows: { label: string }[] = [];
  Component({
    properties: { rows: { type: Array, value: noRows }, share: Number },
    data: { isWide: false },
    methods: { choose() {} },
  });`;

let appDir: string;

beforeEach(() => {
  // Inside of the project, so that packages are found as from the real pages.
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  appDir = mkdtempSync(path.join(root, '.cache/wxml-'));
  const compilerOptions = { types: [] };
  write('tsconfig.json', JSON.stringify({ extends: '../../tsconfig.base.json', compilerOptions, files: [typings] }));
  write('poll.json', JSON.stringify({ usingComponents: { 'bar-list': './bar' } }));
  write('poll.ts', poll);
  write('bar.json', JSON.stringify({ component: true }));
  write('bar.ts', bar);
});

afterEach(() => rmSync(appDir, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(path.join(appDir, name), text);

function problemsOf(template: string, name = 'poll'): string[] {
  write(`${name}.wxml`, template);
  return checkTemplates(appDir).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test('a template that fits its page has no problems', () => {
  const template = `<view wx:if="{{view.kind === 'ready'}}" class="{{isOpen ? 'a' : ''}}" data-id="x">
  <view wx:for="{{view.polls}}" wx:key="id" bind:tap="openPoll" aria-role="button">{{item.title}}</view>
  <bar-list class="b" rows="{{[{ label: 'a' }]}}" share="{{view.polls[0].votes}}" bind:choose="openPoll" />
</view>`;
  expect(problemsOf(template)).toEqual([]);
});

test.each([
  ['a misspelt field', '<view>{{view.knid}}</view>', /^1:\d+ Property 'knid' does not exist/],
  ['a misspelt name', '<view>\n  {{isOpne}}\n</view>', /^2:\d+ Property 'isOpne' does not exist/],
  ['a misspelt field of a row', '<view wx:for="{{view.polls}}" wx:key="id">{{item.titel}}</view>', /'titel' does not/],
  ['a key that rows lack', '<view wx:for="{{view.polls}}" wx:key="uid"></view>', /wx:key names no field/],
  ['a handler that the page lacks', '<view bind:tap="openPol"></view>', /Property 'openPol' does not exist/],
  ['a property of the wrong type', `<bar-list share="{{view.kind}}" />`, /'string' is not assignable to type 'number'/],
  ['a property that the component lacks', `<bar-list part="{{1}}" />`, /Property 'part' does not exist/],
  ['rows of the wrong shape', `<bar-list rows="{{view.polls}}" />`, /'label' is missing|not assignable/],
  ['a handler that cannot be checked', '<view bindtap="openPoll"></view>', /^1:7 write bind:tap instead of bindtap/],
  ['a tag that is never closed', '<view><text></view>', /missing end tag|unmatched/i],
])('%s is reported where it stands', (_, template, expected) => {
  expect(problemsOf(template)).toContainEqual(expect.stringMatching(expected));
});

test('a component’s template is held against its properties, data and methods', () => {
  const right = '<view wx:for="{{rows}}" wx:key="label" bind:tap="choose" hidden="{{isWide}}">{{item.label}}</view>';
  expect(problemsOf(right, 'bar')).toEqual([]);
  expect(problemsOf('<view>{{rows[0].lable}}</view>', 'bar')).toContainEqual(expect.stringMatching(/'lable' does not/));
});

test('what a behavior mixes in belongs to the component', () => {
  write('large.ts', 'export const large = Behavior({ data: { elder: false }, methods: { grow() {} } });');
  write('bar.ts', "import { large } from './large';\nComponent({ behaviors: [large], data: { own: 'b' } });");
  const right = '<view class="{{elder ? own : own}}" bind:tap="grow"></view>';
  expect(problemsOf(right, 'bar')).toEqual([]);
  expect(problemsOf('<view class="{{older}}" bind:tap="shrink"></view>', 'bar')).toEqual([
    expect.stringContaining("'older'"),
    expect.stringContaining("'shrink'"),
  ]);
});
