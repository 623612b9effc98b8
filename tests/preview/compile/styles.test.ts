import { compileStyle } from '../../../scripts/preview/compile/styles';
import type { StyleScope } from '../../../scripts/preview/compile/style-scope';
import { inFrameUnits } from '../../../scripts/preview/compile/units';

function compiled(style: string, scope: StyleScope, others: Record<string, string> = {}): string {
  const files: Record<string, string> = { 'pages/a/a.wxss': style, ...others };
  return compileStyle('pages/a/a.wxss', scope, (file) => files[file] ?? null)
    .replace(/\s+/g, ' ')
    .trim();
}

describe('units', () => {
  test.each([
    ['750rpx', '100cqw'],
    ['-1.5rpx auto', '-0.2cqw auto'],
    ['calc(50vh - 20rpx)', 'calc(50cqh - 2.66667cqw)'],
    ['env(safe-area-inset-bottom)', 'var(--safe-bottom)'],
    ['calc(8px + env(safe-area-inset-bottom, 0px))', 'calc(8px + var(--safe-bottom, 0px))'],
    ['var(--gap-750rpxish)', 'var(--gap-750rpxish)'],
  ])('%s becomes %s', (given, wanted) => {
    expect(inFrameUnits(given)).toBe(wanted);
  });
});

describe('scopes', () => {
  const page: StyleScope = { kind: 'page', route: 'pages/a/a' };
  const component: StyleScope = { kind: 'component', prefix: 'c1' };

  test('a page’s rules stay on the page and weigh no more than before', () => {
    expect(compiled('.a > view, page { color: red }', page)).toBe(
      ':where(wx-page[data-route="pages/a/a"]) .a > wx-view, wx-page:where([data-route="pages/a/a"]) { color: red }',
    );
  });

  test('a component’s classes get its prefix, and :host is its own element', () => {
    expect(compiled(':host .a.b { color: red }', component)).toBe('[wx-host=c1] .c1--a.c1--b { color: red }');
  });

  test('rules for a dark phone follow the preview’s switch', () => {
    expect(compiled('@media (prefers-color-scheme: dark) { .a { color: red } }', component)).toBe(
      ':where([data-theme="dark"]) .c1--a { color: red }',
    );
  });

  test('a width is the phone’s and not the window’s', () => {
    expect(compiled('@media (min-width: 400px) { .a { color: red } }', { kind: 'app' })).toBe(
      '@container (min-width: 400px) { .a { color: red } }',
    );
  });

  test('steps of an animation are no selectors', () => {
    expect(compiled('@keyframes k { from { left: 10rpx } to { left: 0 } }', component)).toBe(
      '@keyframes k { from { left: 1.33333cqw } to { left: 0 } }',
    );
  });

  test('imports stand where they are named, each once', () => {
    const others = { 'styles/b.wxss': "@import './c.wxss'; .b{}", 'styles/c.wxss': '.c{}' };
    expect(compiled("@import '../../styles/b.wxss'; @import '/styles/c.wxss'; .a{}", { kind: 'app' }, others)).toBe(
      '.c{} .b{} .a{}',
    );
  });
});
