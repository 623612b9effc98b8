import { needsOf } from '../../../scripts/test-run/prepare';
import { allTestFiles, isInMainPart, long, mainJourneys } from '../../../scripts/test-run/test-files';

// Plain JavaScript, as jest loads it.
const { slowest } = jest.requireActual<{ slowest: string[] }>('../../support/jest/slowest-first.cjs');
const all = allTestFiles();

it('the main part has each kind of test: rules, functions, races, a kill, components, the main journeys', () => {
  const main = all.filter(isInMainPart);
  for (const file of [
    'tests/cloudfunctions/voter/cast.test.ts',
    'tests/cloudfunctions/voter/race.test.ts',
    'tests/local-cloud/torture/kill.test.ts',
    'tests/miniprogram/components/seal.test.ts',
    'tests/scripts/recount/agreement.test.ts',
    'tests/e2e/vote.test.ts',
    'tests/e2e/receipt.test.ts',
    'tests/e2e/organiser-create.test.ts',
    'tests/website/board/following.test.ts',
    'tests/website/recount/verdicts.test.ts',
  ]) {
    expect(main).toContain(file);
  }
  expect(main.some((file) => /^tests\/cloudfunctions\/shared\/.*domain|universal/.test(file))).toBe(true);
});

it('what the parts and the order are told by is there', () => {
  const gone = [...mainJourneys, ...long, ...slowest].filter((name) => !all.some((file) => file.startsWith(name)));
  expect(gone).toEqual([]);
});

it.each([
  ['tests/cloudfunctions/shared/universal/numbers.test.ts', []],
  ['tests/cloudfunctions/voter/cast.test.ts', ['dist/cloudfunctions']],
  ['tests/website/recount/verdicts.test.ts', ['dist/website', 'findChromium']],
  ['tests/e2e/vote.test.ts', ['dist/cloudfunctions', 'dist/miniprogram', 'findChromium']],
])('%s is given what it needs and nothing else', async (file, expected) => {
  expect(await needsOf([file])).toEqual(expected);
});
