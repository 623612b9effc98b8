import { entryCode } from '../../../../cloudfunctions/shared/universal/ledger/bundle/entry-code';
import {
  encodeCandidate,
  type SheetCandidate,
} from '../../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import { formatCheckpoint } from '../../../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import { signNote, type NoteSigner } from '../../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { formatVerifierKey } from '../../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { Frontier } from '../../../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { nativeHasher } from '../../../../cloudfunctions/shared/platform/native-hasher';

/** What a dishonest operator, who holds the log's key, puts together. Nothing of it need be true. */
export interface Forgery {
  signer: NoteSigner;
  /** Instead of the signer's own. */
  keyText?: string;
  candidates: readonly SheetCandidate[];
  texts: readonly string[];
  published: readonly number[];
  /** The text of the result line. */
  result: string;
  /** Behind a checkpoint's root; what is below the checkpoint before it is handed in. */
  extensions: (previous: number) => string[];
  /** What becomes of each checkpoint's signed note. */
  note?: (note: string) => string;
}

/** Writes a bundle of whatever texts, with the right codes, roots and signatures. */
export function resign({ signer, keyText, candidates, texts, published, result, extensions, note }: Forgery): string {
  const lines = ['gongping bundle v1', `key ${keyText ?? formatVerifierKey(signer.key)}`];
  lines.push(...candidates.map((each) => `candidate ${encodeCandidate(each)}`));
  const tree = new Frontier(nativeHasher);
  let previous = 0;
  for (const [index, text] of texts.entries()) {
    const leaf = nativeHasher.leaf(text);
    tree.append(leaf);
    lines.push(`${index === 0 ? 'rules' : `entry ${index}`} ${entryCode(leaf)} ${text}`);
    if (!published.includes(tree.size) && tree.size < texts.length) continue;
    const checkpoint = {
      origin: signer.key.name,
      size: tree.size,
      root: tree.root(),
      extensions: extensions(previous),
    };
    const signed = signNote(formatCheckpoint(checkpoint), [signer]);
    lines.push(`checkpoint ${JSON.stringify(note ? note(signed) : signed)}`);
    previous = tree.size;
  }
  lines.push(`result ${result}`);
  return [...lines, `end ${lines.length}`].map((line) => `${line}\n`).join('');
}
