import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { Recounter } from '../../../cloudfunctions/shared/universal/ledger/bundle/recounter';
import { verifyEd25519 } from '../../../cloudfunctions/shared/platform/verify-ed25519';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { recountFile } from '../../../scripts/recount/recount-file';
import { comparisons, mutations } from './mutation-cases';
import { sound, type Given } from './mutation-kit';
import { describePython, recountInPython } from './python-recount';

const folder = mkdtempSync(path.join(tmpdir(), 'mutations-'));
afterAll(() => rmSync(folder, { recursive: true }));
function write(name: string, text: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
const original = write('sound.bundle', sound);
const mutated = mutations.map(([what, bundle, code], index) => ({
  what,
  code,
  file: write(`mutation-${index}.bundle`, bundle),
}));
const compared = comparisons.map((each, index) => ({
  ...each,
  file: write(`comparison-${index}.bundle`, each.bundle),
}));

/** The options of a recount command for what is known from elsewhere. */
function optionsOf({ key, held = [], receipts = [] }: Given): string[] {
  return [
    ...(key === undefined ? [] : ['--key', key]),
    ...held.flatMap((note, index) => ['--checkpoint', write(`${index}.checkpoint`, note)]),
    ...receipts.flatMap((receipt, index) => ['--receipt', write(`${index}.receipt`, JSON.stringify(receipt))]),
  ];
}

describe('the recounter', () => {
  it('finds nothing wrong with a sound bundle', async () => {
    expect(await recountFile(original)).toMatchObject({ checkpoints: 4, result: { ballots: 4, voided: 1 } });
  });

  it.each(mutated)('tells: $what ($code)', async ({ file, code }) => {
    expect(await recountFile(file)).toMatchObject({ code });
  });

  it.each(compared)('compares with $what ($code)', async ({ file, given, code }) => {
    const outcome = await recountFile(file, given);
    expect('code' in outcome ? outcome.code : null).toBe(code);
  });

  it('tells a bundle that was cut anywhere', () => {
    for (let cut = 0; cut < sound.length; cut += 37) {
      const recounter = new Recounter({ hasher: nativeHasher, verify: verifyEd25519, salt: new Uint8Array(32) });
      const kept = sound.slice(0, cut).split('\n');
      const rest = kept.pop();
      for (const line of kept) expect(recounter.line(line)).toBeNull();
      expect(recounter.finish(rest === '')).toMatchObject({ code: 'BUNDLE_TRUNCATED' });
    }
  });
});

describePython('the recounter in Python', () => {
  it('gives every mutation the same name, on the same line', async () => {
    const files = mutated.map(({ file }) => file);
    const ours: string[] = [];
    for (const file of files) ours.push(outcomeLine(await recountFile(file)));
    expect(recountInPython(files)).toEqual(ours);
  });

  it('compares with what is known from elsewhere alike', async () => {
    for (const { file, given } of compared) {
      const ours = outcomeLine(await recountFile(file, given));
      expect(recountInPython([file], ...optionsOf(given))).toEqual([ours]);
    }
  });
});
