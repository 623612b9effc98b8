import { readdirSync } from 'node:fs';
import path from 'node:path';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { recountFile } from '../../../scripts/recount/recount-file';
import { describePython, recountInPython } from './python-recount';

const folder = path.join(__dirname, 'bundles');
/** Bundles that installations of earlier stages have published, as their scheduler wrote them: they have to stay countable. */
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.bundle'))
  .map((name) => path.join(folder, name));

it('there are some', () => {
  expect(files).not.toEqual([]);
});

it.each(files)('%s is still sound', async (file) => {
  expect(outcomeLine(await recountFile(file))).toContain('{"ok":true');
});

describePython('the recounter in Python', () => {
  it('says the same of each', async () => {
    const ours: string[] = [];
    for (const file of files) ours.push(outcomeLine(await recountFile(file)));
    expect(recountInPython(files)).toEqual(ours);
  });
});
