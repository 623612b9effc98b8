import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeLine } from '../../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { recountFile } from '../../../../scripts/recount/recount-file';
import { describePython, recountInPython } from '../python-recount';
import { damagedBundle, isAsItWas } from './damaged-bundle';

/** A release runs 20,000. */
const bundles = Number(process.env.DAMAGED_BUNDLES ?? 600);
const firstSeed = Number(process.env.DAMAGE_SEED ?? 0);
/** One process of Python's reads so many. */
const atOnce = 500;

describePython(`${bundles} damaged bundles`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'damage-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('get the same verdict, error and line from Node and Python', async () => {
    const codes = new Map<string, number>();
    const accepted: string[] = [];
    for (let from = 0; from < bundles; from += atOnce) {
      mkdirSync(path.join(folder, String(from)));
      const seeds = Array.from({ length: Math.min(atOnce, bundles - from) }, (_, at) => firstSeed + from + at);
      const files = seeds.map((seed) => path.join(folder, String(from), `${seed}.bundle`));
      const ours: string[] = [];
      for (const [at, file] of files.entries()) {
        const damaged = damagedBundle(seeds[at] ?? 0);
        writeFileSync(file, damaged.bytes);
        const outcome = await recountFile(file);
        if (!('code' in outcome) && !isAsItWas(damaged)) accepted.push(file);
        const code = 'code' in outcome ? outcome.code : 'sound';
        codes.set(code, (codes.get(code) ?? 0) + 1);
        ours.push(`${file} ${outcomeLine(outcome)}`);
      }
      expect(recountInPython(files).map((line, at) => `${files[at] ?? ''} ${line}`)).toEqual(ours);
      rmSync(path.join(folder, String(from)), { recursive: true });
    }
    // A file is byte for byte what the writer wrote, or refused.
    expect(accepted).toEqual([]);
    // What the bundles were made for has to occur.
    expect(codes.size).toBeGreaterThan(25);
    expect(codes.get('sound') ?? 0).toBeLessThan(bundles / 3);
    if (process.env.DAMAGED_BUNDLES) process.stdout.write(`${[...codes].map((each) => each.join(' ')).join('\n')}\n`);
  }, 3_600_000);
});
