import { countsOf, type JestResult } from '../../../scripts/test-run/run-jest';

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
