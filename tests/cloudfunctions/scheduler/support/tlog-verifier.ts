import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * A reader of logs that knows C2SP tlog-tiles, tlog-checkpoint and signed-note, and nothing of this project: no code of ours is
 * in it. It rebuilds the root from the level-0 tiles alone and checks the tiles above against them.
 */
export interface ReadLog {
  size: number;
  leaves: Buffer[];
  /** The raw entries, where the log publishes them. */
  entries: Buffer[] | undefined;
}

type Fetch = (path: string) => Promise<Buffer | undefined>;

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.from([1]), left, right);

/** RFC 6962 §2.1, as it is written there. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha256('');
  if (leaves.length === 1) return first;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** @param verifierKey NAME+ID+BASE64 */
export async function readLog(verifierKey: string, fetchFile: Fetch): Promise<ReadLog> {
  const note = await fetchFile('checkpoint');
  if (note === undefined) throw new Error('no checkpoint');
  const { size, root } = openCheckpoint(note.toString(), verifierKey);
  const leaves = await readTiles(fetchFile, 0, size);
  if (!rootOf(leaves).equals(root)) throw new Error('the tiles do not hash to the checkpoint');
  await checkUpperTiles(fetchFile, leaves);
  return { size, leaves, entries: await readEntries(fetchFile, leaves) };
}

function openCheckpoint(note: string, verifierKey: string): { size: number; root: Buffer } {
  const [name = '', id = '', base64 = ''] = verifierKey.split('+');
  const key = Buffer.from(verifierKey.slice(name.length + id.length + 2), 'base64');
  if (base64 === '' || key[0] !== 1 || sha256(`${name}\n`, key).toString('hex').slice(0, 8) !== id)
    throw new Error('key');
  const at = note.lastIndexOf('\n\n');
  const text = note.slice(0, at + 1);
  const line = note
    .slice(at + 2)
    .split('\n')
    .find((each) => each.startsWith(`— ${name} `));
  const signature = Buffer.from(line?.split(' ')[2] ?? '', 'base64');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const isSigned = verify(null, Buffer.from(text), publicKey, signature.subarray(4));
  if (signature.subarray(0, 4).toString('hex') !== id || !isSigned) throw new Error('signature');
  const [origin, sizeText, rootText] = text.split('\n');
  if (origin !== name) throw new Error('origin');
  return { size: Number(sizeText), root: Buffer.from(rootText ?? '', 'base64') };
}

function tileName(level: string, index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(Math.max(1, String(index).length) / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < 256 ? `.p/${width}` : ''}`;
}

async function readTiles(fetchFile: Fetch, level: number, count: number): Promise<Buffer[]> {
  const hashes: Buffer[] = [];
  for (let index = 0; index * 256 < count; index++) {
    const width = Math.min(256, count - index * 256);
    const name = tileName(String(level), index, width);
    const tile = await fetchFile(name);
    if (tile?.length !== width * 32) throw new Error(`${name} is missing or of another length`);
    for (let at = 0; at < width; at++) hashes.push(tile.subarray(at * 32, at * 32 + 32));
  }
  return hashes;
}

async function checkUpperTiles(fetchFile: Fetch, leaves: readonly Buffer[]): Promise<void> {
  let below = leaves;
  for (let level = 1; below.length >= 256; level++) {
    const expected = Array.from({ length: Math.floor(below.length / 256) }, (_, at) =>
      rootOf(below.slice(at * 256, at * 256 + 256)),
    );
    const found = await readTiles(fetchFile, level, expected.length);
    if (!Buffer.concat(found).equals(Buffer.concat(expected))) throw new Error(`the tiles of level ${level} are wrong`);
    below = expected;
  }
}

async function readEntries(fetchFile: Fetch, leaves: readonly Buffer[]): Promise<Buffer[] | undefined> {
  const entries: Buffer[] = [];
  for (let index = 0; index * 256 < leaves.length; index++) {
    const bundle = await fetchFile(tileName('entries', index, Math.min(256, leaves.length - index * 256)));
    if (bundle === undefined) return undefined;
    for (let at = 0; at < bundle.length;) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  const isTheirs = entries.every((entry, at) => leaves[at]?.equals(sha256(Buffer.from([0]), entry)));
  if (!isTheirs || entries.length !== leaves.length) throw new Error('the entries are not those of the tree');
  return entries;
}
