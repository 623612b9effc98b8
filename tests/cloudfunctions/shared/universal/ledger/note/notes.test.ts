import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hexToBytes } from '@noble/hashes/utils.js';
import {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
} from '../../../../../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import {
  openNote,
  parseNote,
  signNote,
  type NoteSigner,
} from '../../../../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import {
  formatVerifierKey,
  parseVerifierKey,
  verifierKey,
  type VerifierKey,
} from '../../../../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { plainHasher } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { checkConsistency } from '../../../../../../cloudfunctions/shared/universal/ledger/tree/verify-proof';
import { encodeUtf8 } from '../../../../../../cloudfunctions/shared/universal/ledger/utf8';
import { verifyEd25519 } from '../../../../../../cloudfunctions/shared/platform/verify-ed25519';
import { describeVectors } from '../vectors';

function keyOf(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (key === null) throw new Error(`no key: ${text}`);
  return key;
}

// A key and a note that the authors of signed notes publish for tests.
const neumann = keyOf('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
const enoch = keyOf('EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop');
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const neumannLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const note = `${text}\n${neumannLine}`;

/** Signs with a secret of our own making. */
function testSigner(name: string): NoteSigner {
  const seed = Buffer.alloc(32, 7);
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = hexToBytes('ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c');
  return { key: verifierKey(name, publicKey), sign: (message) => new Uint8Array(sign(null, message, secret)) };
}

const open = (whole: string, keys: VerifierKey[] = [neumann]) => openNote(encodeUtf8(whole), keys, verifyEd25519);

describe('a signed note', () => {
  it('opens for who knows a key that signed it', () => {
    expect(open(note)).toEqual({ text, signedBy: [neumann] });
    expect(open(`${text}\n${neumannLine}${enochLine}`, [enoch, neumann])).toEqual({
      text,
      signedBy: [neumann, enoch],
    });
  });

  it('opens although keys that nobody knows signed it too', () => {
    expect(open(`${text}\n${enochLine}${neumannLine}`)).toEqual({ text, signedBy: [neumann] });
  });

  it('is refused without a signature of a known key', () => {
    expect(open(note, [enoch])).toBe('SIGNATURE_UNKNOWN');
  });

  it('is refused when a known key’s signature is false, whoever else signed', () => {
    const forged = neumannLine.replace('ZJku', 'ZJkv');
    expect(open(`${text}\n${forged}`)).toBe('SIGNATURE_INVALID');
    expect(open(`${text}\n${forged}${enochLine}`, [neumann, enoch])).toBe('SIGNATURE_INVALID');
    expect(open(`${text.replace('you', 'we')}\n${neumannLine}`)).toBe('SIGNATURE_INVALID');
  });

  it.each([
    ['text only', text.trimEnd()],
    ['text and a newline', text],
    ['a signature line without its newline', note.slice(0, -1)],
    ['a control byte', note.replace('you', 'y\u0001u')],
    ['a key name with a space', note.replace('PeterNeumann', 'Peter Neumann')],
    ['a key name with a plus', note.replace('— PeterNeumann', '— Peter+Neumann')],
    ['an extra line behind the signatures', `${note}extra\n`],
    ['an empty line behind the signatures', `${note}\n`],
    ['101 signatures', `${text}\n${neumannLine.repeat(101)}`],
    ['a signature that is not base64', note.replace('x08go', '*08go')],
    ['a signature of four bytes', `${text}\n— PeterNeumann x08gow==\n`],
  ])('is malformed: %s', (_, whole) => {
    expect(open(whole)).toBe('NOTE_MALFORMED');
  });

  it('is malformed when it is not UTF-8', () => {
    const bytes = encodeUtf8(note);
    bytes[3] = 0xff;
    expect(parseNote(bytes)).toBe('NOTE_MALFORMED');
  });

  it('is signed so that it opens, by several at once', () => {
    const [one, other] = [testSigner('a.example'), testSigner('b.example')];
    const signed = signNote('hello\n', [one, other]);
    expect(open(signed, [one.key, other.key])).toEqual({ text: 'hello\n', signedBy: [one.key, other.key] });
    expect(() => signNote('no newline', [one])).toThrow(RangeError);
    expect(() => signNote('control\u0000\n', [one])).toThrow(RangeError);
  });
});

describe('a verifier key', () => {
  it('is written as it was read', () => {
    const written = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
    expect(formatVerifierKey(keyOf(written))).toBe(written);
  });

  it.each(['', 'a+b', 'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'a b+00000000+AQ=='])(
    'is refused: %j',
    (bad) => {
      expect(parseVerifierKey(bad)).toBeNull();
    },
  );

  it('is not made of a bad name or of half a key', () => {
    expect(() => verifierKey('a b', neumann.publicKey)).toThrow(RangeError);
    expect(() => verifierKey('a', neumann.publicKey.slice(1))).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  const root = plainHasher.empty();
  const checkpoint = { origin: 'gongping.example/p1', size: 5, root, extensions: ['ext 1'] };

  it('is read as it was written', () => {
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
    expect(formatCheckpoint({ origin: 'o', size: 0, root })).toBe(
      'o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    );
  });

  const written = formatCheckpoint(checkpoint);
  it.each([
    ['no origin', written.replace('gongping.example/p1', '')],
    ['a size with a leading zero', written.replace('\n5\n', '\n05\n')],
    ['a size with a sign', written.replace('\n5\n', '\n+5\n')],
    ['a size beyond safe integers', written.replace('\n5\n', '\n9007199254740992\n')],
    ['a root of another length', written.replace('47DE', '')],
    ['an empty extension line', written.replace('ext 1', '')],
    ['no last newline', written.slice(0, -1)],
    ['two lines only', 'o\n5\n'],
  ])('is refused with %s', (_, malformed) => {
    expect(parseCheckpoint(malformed)).toBe('CHECKPOINT_MALFORMED');
  });

  it('counts only when the log of that origin signed it', () => {
    const own = testSigner('gongping.example/p1');
    const others = testSigner('gongping.example/p2');
    const bytes = (signer: NoteSigner) => encodeUtf8(signNote(written, [signer]));
    expect(openCheckpoint(bytes(own), own.key, verifyEd25519)).toEqual(checkpoint);
    expect(openCheckpoint(bytes(others), own.key, verifyEd25519)).toBe('SIGNATURE_UNKNOWN');
    expect(openCheckpoint(bytes(others), others.key, verifyEd25519)).toBe('ORIGIN_MISMATCH');
    const text = encodeUtf8(signNote('not a checkpoint\n', [own]));
    expect(openCheckpoint(text, own.key, verifyEd25519)).toBe('CHECKPOINT_MALFORMED');
  });
});

describeVectors('the signed notes of Go, C2SP and the witness', (folder) => {
  const vector = JSON.parse(readFileSync(path.join(folder, 'signed-notes.json'), 'utf8')) as {
    signedNotes: { name: string; vkey: string; note: string }[];
    badVkeys: string[];
    checkpointChain: { vkey: string; first: string; second: string; consistencyProofHex: string[] };
  };

  it.each(vector.signedNotes)('opens $name', ({ vkey, note: whole }) => {
    expect(open(whole, [keyOf(vkey)])).toMatchObject({ signedBy: [keyOf(vkey)] });
  });

  it.each(vector.badVkeys)('refuses %s', (vkey) => {
    expect(parseVerifierKey(vkey)).toBeNull();
  });

  it('follows the chain of checkpoints from 5 to 8', () => {
    const chain = vector.checkpointChain;
    const [first, second] = [chain.first, chain.second].map((whole) => {
      const opened = openCheckpoint(encodeUtf8(whole), keyOf(chain.vkey), verifyEd25519);
      if (typeof opened === 'string') throw new Error(opened);
      return opened;
    });
    if (!first || !second) throw new Error('two checkpoints');
    const proof = chain.consistencyProofHex.map(hexToBytes);
    expect(checkConsistency(plainHasher, { first, second, proof })).toBeNull();
    expect(checkConsistency(plainHasher, { first: second, second: first, proof })).toBe('SIZES_REVERSED');
  });
});
