import { createHash } from 'node:crypto';
import * as z from 'zod';
import { dataVersion } from './data-versions';
import type { ArchiveReader } from './archive-reader';

export const manifestName = 'manifest.json';
export const sealName = 'manifest.sha256';

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const logSchema = z.strictObject({
  batches: count,
  size: count,
  root: hash,
  ballots: count,
  isClosed: z.boolean(),
  key: z.string(),
});

const pollSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,12}$/),
  title: z.string(),
  status: z.string(),
  /** It was made to stand still where it was before this backup, so it may go on elsewhere. */
  isMoved: z.boolean(),
  /** What its log came to when it was read; absent where it had none. */
  log: logSchema.optional(),
  documents: z.record(z.string(), count),
  files: count,
});

const partSchema = z.strictObject({
  name: z.string().min(1),
  /** Absent where it is the installation's. */
  poll: z.string().optional(),
  /** Of a page of documents, which are one a line: their collection, and how many. */
  collection: z.string().optional(),
  count: count.optional(),
  /** Of a file: where it lies in the storage. */
  path: z.string().optional(),
  bytes: count,
  sha256: hash,
});

const manifestSchema = z.strictObject({
  format: z.literal('gongping-backup'),
  /** Of this file. */
  version: z.literal(1),
  /** Of the documents in it, see docs/data-versions.md. */
  dataVersion: z.number().int().positive(),
  /** Random, by which a restored poll says where it came from. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** Epoch milliseconds. */
  madeAt: count,
  /** What the ids of the files begin with in the documents. */
  prefix: z.string().regex(/^cloud:\/\/[^/]+\/$/),
  /** Whether the traces that ballots leave for a while are in it. */
  hasTraces: z.boolean(),
  isWhole: z.boolean(),
  polls: z.array(pollSchema),
  parts: z.array(partSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Part = Manifest['parts'][number];
export type BackedUpPoll = Manifest['polls'][number];

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** @throws a sentence that says what is wrong with the backup */
export async function readManifest(archive: ArchiveReader, file: string): Promise<Manifest> {
  if (!archive.has(manifestName) || !archive.has(sealName)) throw new Error(`${file} is no backup of this product`);
  const content = await archive.read(manifestName);
  const seal = (await archive.read(sealName)).toString().trim();
  if (sha256(content) !== seal) throw new Error(`${file} is damaged: its list of contents is not what was sealed`);
  const value = JSON.parse(content.toString()) as unknown;
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success)
    throw new Error(`${file} is no backup that this version reads: ${z.prettifyError(parsed.error)}`);
  const { dataVersion: version } = parsed.data;
  if (version > dataVersion)
    throw new Error(
      `${file} holds data of version ${version}, and this is a version that knows ${dataVersion}: restore it with the newer one`,
    );
  return parsed.data;
}

/** @throws a sentence when a part is not what the manifest says */
export async function readPart(archive: ArchiveReader, part: Part): Promise<Buffer> {
  const content = await archive.read(part.name);
  if (content.length !== part.bytes || sha256(content) !== part.sha256)
    throw new Error(`the backup's part ${part.name} is damaged: it is not what was written`);
  return content;
}
