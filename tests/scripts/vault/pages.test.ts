import { documentsOf, everyDocument } from '../../../scripts/vault/kept';
import { Vault, type Paged } from '../../../scripts/vault/vault';
import { Collection } from '../../../scripts/local-cloud/database/collection';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';

const [ballots, pages] = [2100, 5];

let cloud: TestCloud;
let vault: Vault;
let read: jest.SpiedFunction<Collection['at']>;
let scan: jest.SpiedFunction<Collection['all']>;

const idsOf = (poll: string, many: number): string[] =>
  Array.from({ length: many }, (_, at) => `${poll}:${String(at).padStart(6, '0')}`);

beforeAll(async () => {
  cloud = await startTestCloud();
  vault = await Vault.open({ local: cloud.url });
  // What lies before and behind a poll's own is not to be looked at either.
  for (const poll of ['pollA', 'pollB', 'pollC'])
    await vault.insertMissing(
      'ballots',
      idsOf(poll, ballots).map((_id) => ({ _id, mark: _id, batch: null })),
    );
});

beforeEach(() => {
  read = jest.spyOn(Collection.prototype, 'at');
  scan = jest.spyOn(Collection.prototype, 'all');
  cloud.resetStats();
});

afterAll(() => cloud.close());

async function readAll(condition: Paged): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of vault.pages('ballots', condition)) ids.push(...page.map(({ _id }) => _id));
  return ids;
}

test('a poll of many ballots is read page by page, and each page looks at its own documents alone', async () => {
  expect(await readAll(documentsOf('pollB', 'id'))).toEqual(idsOf('pollB', ballots));
  expect(cloud.stats().calls).toEqual({ 'database.getDocument': pages });
  // One more a page tells the database that the page is full.
  expect(read.mock.calls.length).toBeLessThanOrEqual(ballots + pages);
  expect(scan).not.toHaveBeenCalled();
});

test('so is a whole collection', async () => {
  expect(await readAll(everyDocument)).toHaveLength(3 * ballots);
  expect(read.mock.calls.length).toBeLessThanOrEqual(3 * (ballots + pages));
  expect(scan).not.toHaveBeenCalled();
});

test('a poll’s ballots are counted without looking at one of them, and taken away without looking at another poll’s', async () => {
  expect(await vault.count('ballots', documentsOf('pollB', 'id'))).toBe(ballots);
  expect(read).not.toHaveBeenCalled();
  expect(await vault.remove('ballots', documentsOf('pollB', 'id'))).toBe(ballots);
  expect(read.mock.calls.length).toBeLessThanOrEqual(ballots);
  expect(scan).not.toHaveBeenCalled();
  expect(await readAll(everyDocument)).toEqual([...idsOf('pollA', ballots), ...idsOf('pollC', ballots)]);
});

test('documents that are named by their ids are read once each', async () => {
  await vault.insertMissing('verdicts', [{ _id: 't1' }, { _id: 't2' }, { _id: 't3' }]);
  const found: string[] = [];
  for await (const page of vault.pages('verdicts', documentsOf('pollA', 'verdict', ['t3', 't1'])))
    found.push(...page.map(({ _id }) => _id));
  expect(found).toEqual(['t1', 't3']);
});
