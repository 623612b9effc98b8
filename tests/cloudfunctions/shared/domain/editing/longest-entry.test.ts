import { longestEntry } from '../../../../../cloudfunctions/shared/domain/editing/longest-entry';
import { mostEntryBytes } from '../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-content';
import { juryRules } from '../../universal/ledger/sample-jury';

const candidates = (count: number): { id: string }[] =>
  Array.from({ length: count }, (_, at) => ({ id: `c${at}`.padEnd(8, 'x') }));
const vote = { weight: 30, by: 'maximum' as const };
const result = { seats: 10, decimals: 2, votes: vote, ties: [] };
const size = (count: number, more: object = {}): number =>
  longestEntry({ result: { ...result, ...more }, voidReasons: ['机器投票'] }, candidates(count));

it('a jury of the usual size fits into an entry, with three hundred candidates', () => {
  expect(size(300, { jury: juryRules })).toBeLessThan(mostEntryBytes);
});

it('five hundred with a vote and a jury do not', () => {
  expect(size(500, { jury: juryRules, decimals: 6 })).toBeGreaterThan(mostEntryBytes);
});

it('a sheet of ten criteria may be the longest', () => {
  const criteria = Array.from({ length: 10 }, (_, at) => ({ id: `k${at}`, name: '标准', weight: 10 }));
  const one = { jury: { ...juryRules, criteria, most: 100 } };
  expect(size(500, one)).toBeGreaterThan(size(499, one));
  expect(size(200, one)).toBeLessThan(mostEntryBytes);
});
