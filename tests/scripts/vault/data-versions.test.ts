import { existsSync, readFileSync } from 'node:fs';
import { dataChanges, dataVersion } from '../../../scripts/vault/data-versions';
import { kept } from '../../../scripts/vault/kept';

const declared = JSON.parse(readFileSync('cloudfunctions/database.json', 'utf8')) as { collections: object };

test('of every collection it is known whose its documents are, and whether a backup holds them', () => {
  expect(kept.map(({ collection }) => collection).sort()).toEqual(Object.keys(declared.collections).sort());
});

test('every change of the data has its line in the documents, and something that reads the former form', () => {
  const lines = readFileSync('docs/data-versions.md', 'utf8').split('\n');
  const shown = lines.flatMap((line) => {
    const [, version, collection, before, , file] =
      /^\| (\d+) +\| `(\w+)` +\| (.+?) +\| \[`(.+?)`\]\(\.\.\/(.+?)\) +\|$/.exec(line) ?? [];
    return version === undefined ? [] : [{ version: Number(version), collection, before, readBy: file }];
  });
  expect(shown).toEqual(dataChanges);
  expect(dataChanges.map(({ version }) => version)).toEqual(dataChanges.map((_, at) => at + 2));
  expect(lines.join('\n')).toContain(`The data are of version ${dataVersion}.`);
  expect(dataChanges.filter(({ readBy }) => !existsSync(readBy))).toEqual([]);
  expect(dataChanges.filter(({ collection }) => !(collection in declared.collections))).toEqual([]);
});
