import { wxsGlobals, wxsToJavaScript } from '../../../scripts/preview/compile/templates';

/** What a WXS module exports, run as the preview runs it. */
function run(source: string): Record<string, (value?: unknown) => unknown> {
  const module = { exports: {} };
  // Compiled WXS is a script of its own; there is no other way to run it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const compiled = new Function('module', `${wxsGlobals}${wxsToJavaScript(source)}`) as (module: object) => void;
  compiled(module);
  return module.exports;
}

test('a constructor is compared with its name', () => {
  const { isArray } = run("module.exports = { isArray: function (a) { return a.constructor === 'Array' } }");
  expect(isArray?.([])).toBe(true);
  expect(isArray?.('')).toBe(false);
});

test('a backslash in a pattern needs no second one', () => {
  const { isNumber } = run("module.exports = { isNumber: function (a) { return getRegExp('^-?\\d+$').test(a) } }");
  expect(isNumber?.('-12')).toBe(true);
  expect(isNumber?.('d')).toBe(false);
});

test('getDate makes dates', () => {
  const { year } = run('module.exports = { year: function () { return getDate(2026, 0, 1).getFullYear() } }');
  expect(year?.()).toBe(2026);
});
