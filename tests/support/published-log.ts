import { concatenate } from '../../cloudfunctions/shared/universal/ledger/bytes';
import { peaksPath } from '../../cloudfunctions/shared/universal/ledger/check/proven-tiles';
// A public log as the cloud publishes it, made from the ledger's library alone: for whoever reads one.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { encodeBase64 } from '../../cloudfunctions/shared/universal/ledger/base64';
import { formatCheckpoint } from '../../cloudfunctions/shared/universal/ledger/note/checkpoint';
import { signNote, type NoteSigner } from '../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { formatVerifierKey, verifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { receiptKeysText } from '../../cloudfunctions/shared/universal/ledger/receipt/receipt-keys';
import { receiptText, type SignedReceipt } from '../../cloudfunctions/shared/universal/ledger/receipt/receipt-text';
import { tilePath } from '../../cloudfunctions/shared/universal/ledger/tiles/tile-path';
import { TileWriter } from '../../cloudfunctions/shared/universal/ledger/tiles/tile-writer';
import { Frontier } from '../../cloudfunctions/shared/universal/ledger/tree/frontier';
import { nativeHasher } from '../../cloudfunctions/shared/platform/native-hasher';

/** A key that signs notes under a name. */
export function noteSigner(
  name: string,
  privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey,
): NoteSigner {
  const { publicKey } = publicHalf(privateKey);
  return { key: verifierKey(name, publicKey), sign: (message) => new Uint8Array(sign(null, message, privateKey)) };
}

function publicHalf(privateKey: KeyObject): { publicKey: Uint8Array } {
  const { x = '' } = privateKey.export({ format: 'jwk' });
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')) };
}

export const leafOf = (text: string): string => Buffer.from(nativeHasher.leaf(text)).toString('hex');

/** The files of a log, by path, as far as it is published. */
export class PublishedLog {
  readonly files = new Map<string, Uint8Array>();
  readonly signer: NoteSigner;
  readonly receipts: NoteSigner;
  size = 0;
  private readonly writer = new TileWriter(nativeHasher);
  private readonly frontier = new Frontier(nativeHasher);

  constructor(
    readonly origin: string,
    keys: { log?: NoteSigner; receipts?: NoteSigner } = {},
  ) {
    this.signer = keys.log ?? noteSigner(origin);
    this.receipts = keys.receipts ?? noteSigner(`${origin}/receipts`);
    this.put('receipt-keys', signNote(receiptKeysText(origin, [this.receipts.key]), [this.signer]));
  }

  get key(): string {
    return formatVerifierKey(this.signer.key);
  }

  get claim(): { origin: string; key: string; size: number } {
    return { origin: this.origin, key: this.key, size: this.size };
  }

  /** Takes entries and publishes a checkpoint over them. */
  publish(entries: Iterable<string>): this {
    for (const entry of entries) {
      const leaf = nativeHasher.leaf(entry);
      this.writer.append(leaf);
      this.frontier.append(leaf);
    }
    for (const { tile, content } of this.writer.take()) this.files.set(tilePath(tile), content);
    this.size = this.writer.size;
    this.files.set(peaksPath(this.size), concatenate(...this.frontier.peaks));
    const note = this.checkpointNote(this.size, this.frontier.root());
    this.put(`checkpoints/${this.size}`, note);
    this.put('checkpoint', note);
    return this;
  }

  checkpointNote(size: number, root: Uint8Array, origin = this.origin, signer = this.signer): string {
    return signNote(formatCheckpoint({ origin, size, root }), [signer]);
  }

  put(path: string, text: string): void {
    this.files.set(path, new Uint8Array(Buffer.from(text)));
  }

  text(path: string): string {
    return Buffer.from(this.files.get(path) ?? []).toString();
  }

  receiptOf(entry: string, promisedAt: number): SignedReceipt {
    const promise = { origin: this.origin, leafHash: leafOf(entry), promisedAt };
    const signature = this.receipts.sign(new Uint8Array(Buffer.from(receiptText(promise))));
    return { ...promise, keyId: this.receipts.key.id, signature: encodeBase64(signature) };
  }
}

/** Entries "ballot 0" … from `first` up to but not including `end`. */
export function* entries(first: number, end: number, name = 'ballot'): Generator<string> {
  for (let at = first; at < end; at++) yield `${name} ${at}`;
}
