import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { countsOf, onlyListed, type JestResult } from '../../../scripts/test-run/run-jest';

const result = (more: Partial<JestResult>): JestResult => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...more,
});

test.each([
  ['all passed', result({ numPassedTests: 7 }), 0, { passed: 7, failed: 0 }],
  ['some failed', result({ numPassedTests: 5, numFailedTests: 2 }), 1, { passed: 5, failed: 2 }],
  ['a file could not be run', result({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }), 1, { passed: 5, failed: 1 }],
  ['nothing ran', result({}), 0, { passed: 0, failed: 1 }],
  ['jest was killed before it wrote a result', undefined, null, { passed: 0, failed: 1 }],
  ['jest failed for a reason of its own', result({ numPassedTests: 7 }), 1, { passed: 7, failed: 1 }],
])('a run is counted when %s', (_, written, exitCode, expected) => {
  expect(countsOf(written, exitCode)).toEqual(expected);
});

test('a run of listed files runs these and ends with its figures, not with the list', () => {
  const listed = ['tests/cloudfunctions/shared/universal/numbers.test.ts', 'tests/scripts/build/tighten.test.ts'];
  const { argument, environment } = onlyListed(listed);
  const root = path.resolve(__dirname, '../../..');
  const { stderr } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--runInBand', argument], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  const end = stderr.slice(stderr.indexOf('Test Suites:'));
  expect(end).toMatch(/^Test Suites: 2 passed, 2 total\n/);
  expect(end).toMatch(/\nRan all test suites[^\n]*\n$/);
  expect(end).not.toContain('.test.ts');
});
