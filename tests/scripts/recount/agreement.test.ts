import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { recountFile } from '../../../scripts/recount/recount-file';
import { describePython, recountInPython } from './python-recount';
import { randomPoll } from './random-poll';
import { bundleOf } from './sample-bundle';

/** A release runs 1,000. */
const polls = Number(process.env.RECOUNT_POLLS ?? 200);

describePython('the two recounters', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'recount-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    `agree on every byte of what they say of ${polls} random polls`,
    async () => {
      const bundles = Array.from({ length: polls }, (_, seed) =>
        bundleOf(randomPoll(`poll ${seed}`), { isResultLogged: seed % 2 === 0 }),
      );
      const files = bundles.map((bundle, seed) => {
        const file = path.join(folder, `${seed}.bundle`);
        writeFileSync(file, bundle);
        return file;
      });
      const ours: string[] = [];
      for (const file of files) ours.push(outcomeLine(await recountFile(file)));
      expect(recountInPython(files)).toEqual(ours);
      expect(ours.filter((line) => !line.startsWith('{"ok":true'))).toEqual([]);
      // What the polls were drawn for has to occur in them.
      const all = ours.join('\n');
      const sights = [
        '"voided":2',
        '"draw":',
        '"rank":1,"won":true},{',
        '"notices":3',
        '"revoked":["',
        '"calledOff":true',
        '"jury":"',
      ];
      for (const sight of sights) expect(all).toContain(sight);
      for (const kind of ['void', 'restore']) expect(bundles.join('')).toContain(`{"v":2,"kind":"${kind}"`);
      expect(all).toMatch(/"rank":1,"won":true\},\{[^}]*"rank":1,"won":true/);
    },
    60_000 + polls * 5_000,
  );
});
