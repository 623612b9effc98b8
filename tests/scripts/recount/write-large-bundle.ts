import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { BundleWriter } from '../../../cloudfunctions/shared/universal/ledger/bundle/bundle-writer';
import { LogState } from '../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { resultOf } from '../../../cloudfunctions/shared/universal/ledger/count/result';
import { encodeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { ballotEntry, closeEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/make-entry';
import { parseEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { formatCheckpoint } from '../../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import { signNote } from '../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { Frontier } from '../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { signerOf } from './sample-bundle';

/** Writes the bundle of a poll of 60 candidates with so many ballots, a checkpoint every 1,000. */
export function writeLargeBundle(file: string, ballots: number): void {
  const ids = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const signer = signerOf('gongping.example/large');
  const writer = new BundleWriter(nativeHasher);
  const tree = new Frontier(nativeHasher);
  const state = LogState.recount();
  const output = openSync(file, 'w');
  let held = writer.start(
    signer.key,
    ids.map((id, number) => ({ id, number, name: `候选 ${number}` })),
  );

  const append = (text: string): void => {
    const entry = parseEntry(text);
    const refusal = typeof entry === 'string' ? entry : state.apply(entry);
    if (refusal) throw new Error(refusal);
    tree.append(nativeHasher.leaf(text));
    held += writer.entry(text);
    if (tree.size % 1000 !== 0 && !text.includes('"close"')) return;
    const { size } = tree;
    held += writer.checkpoint(
      signNote(formatCheckpoint({ origin: signer.key.name, size, root: tree.root() }), [signer]),
    );
    writeSync(output, held);
    held = '';
  };

  const rules = { period: 'once' as const, ballotsPerPeriod: 1, choices: { min: 3, max: 3 } };
  const countPolicy = { kind: 'afterClose' as const };
  append(encodeEntry({ v: 1, kind: 'rules', poll: 'large', start: 1, end: 2, rules, countPolicy, candidates: ids }));
  for (let n = 0; n < ballots; n++) {
    const tag = createHash('sha256').update(String(n)).digest('hex').slice(0, 32);
    const choices = [n % 20, 20 + ((n * 7) % 20), 40 + ((n * 3) % 20)].map((id) => `c${id}`);
    append(ballotEntry({ tag, period: 'once', choices }));
  }
  append(closeEntry(ballots));
  writeSync(output, held + writer.end(resultOf(state, { closeRoot: tree.root() })));
  closeSync(output);
}
