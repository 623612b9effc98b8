import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import { ArchiveWriter } from './archive-writer';
import { LogCheck, type LogEnd } from './check-log';
import { dataVersion } from './data-versions';
import { backedUpFolders, documentsOf, everyDocument, kept, type Kept } from './kept';
import { manifestName, sealName, sha256, type BackedUpPoll, type Manifest, type Part } from './manifest';
import { isStandingStill, standStill } from './standstill';
import type { Document, Vault } from './vault';

export interface BackupOptions {
  /** One poll in place of all, without what is the whole installation's. */
  poll?: string | undefined;
  /** Whether ballots' traces go along, and the secret by which networks are named in them. */
  hasTraces?: boolean;
  /** Makes polls stand still here first, so that they may go on elsewhere. */
  isMove?: boolean;
  /** Waits until nothing that was under way when they were made to stand still is so any more. */
  settle?: () => Promise<void>;
  now: number;
  /** Told of what is being read. */
  progress?: (line: string) => void;
}

/** How many files are fetched at once. */
const atOnce = 8;

/** Packed already. */
const packed = /\.(png|jpe?g|gif|webp|mp4|mov|m4v|pdf|zip|xlsx|docx)$/i;

/**
 * Writes polls with all that their rights rest on into one file. People may go on voting meanwhile: what is in it is a state that the cloud
 * could have been killed in, and from which it goes on by itself. The file takes its name when it is whole; whoever is killed leaves none.
 * @throws a sentence when there is no such poll, or a log does not add up
 */
export async function writeBackup(vault: Vault, file: string, options: BackupOptions): Promise<Manifest> {
  const work = `${file}.part`;
  const writer = await ArchiveWriter.create(work);
  try {
    const manifest = await new Backup(vault, writer, options).write();
    await writer.end();
    await rename(work, file);
    return manifest;
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    await rm(work, { force: true });
    throw error;
  }
}

class Backup {
  private readonly parts: Part[] = [];
  private readonly polls: BackedUpPoll[] = [];
  private readonly written = new Set<string>();

  constructor(
    private readonly vault: Vault,
    private readonly writer: ArchiveWriter,
    private readonly options: BackupOptions,
  ) {}

  async write(): Promise<Manifest> {
    const { poll, isMove = false, settle, now, hasTraces = false } = this.options;
    const ids = await this.pollIds(poll);
    if (isMove) {
      for (const id of ids) await standStill(this.vault, id);
      await settle?.();
    }
    for (const id of ids) await this.poll(id);
    if (poll === undefined) await this.installation();
    const manifest: Manifest = {
      format: 'gongping-backup',
      version: 1,
      dataVersion,
      id: randomBytes(8).toString('hex'),
      madeAt: now,
      prefix: this.vault.prefix,
      hasTraces,
      isWhole: poll === undefined,
      polls: this.polls,
      parts: this.parts,
    };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await this.writer.add(manifestName, text);
    await this.writer.add(sealName, Buffer.from(`${sha256(text)}\n`));
    return manifest;
  }

  private async pollIds(wanted: string | undefined): Promise<string[]> {
    if (wanted !== undefined) {
      if ((await this.vault.find('polls', [wanted])).size === 0) throw new Error(`there is no poll ${wanted}`);
      return [wanted];
    }
    const ids: string[] = [];
    for await (const page of this.vault.pages('polls', everyDocument)) ids.push(...page.map(({ _id }) => _id));
    return ids;
  }

  private async poll(id: string): Promise<void> {
    const reading = new PollReading(id);
    for (const each of kept) {
      if (!each.isBackedUp || each.belongs === 'installation' || each.collection === 'polls') continue;
      // Of a log's files none may say more than the batches that are read behind them.
      if (each.collection === 'batches') await this.files(reading, [`logs/${id}`], []);
      await this.documents(reading, each);
    }
    const poll = reading.takePoll(await this.document('polls', id));
    if (poll === undefined) throw new Error(`the poll ${id} was deleted while it was read; try again`);
    await this.files(
      reading,
      backedUpFolders.map((folder) => `${folder}/${id}`),
      reading.referred,
    );
    const log = reading.log.end();
    if (isStandingStill(poll) && (await this.grewMeanwhile(id, log)))
      throw new Error(`the log of ${id} grew while it stood still: wait a minute, and try again`);
    await this.page(id, 'polls', 1, [this.cleaned('polls', poll)]);
    this.polls.push({
      id,
      title: String(poll['title']),
      status: String(poll['status']),
      isMoved: isStandingStill(poll),
      ...(log === null ? {} : { log }),
      documents: { ...reading.counts, polls: 1 },
      files: reading.files,
    });
    const size = log === null ? 'no log yet' : `a log of ${log.size} entries, ${log.root.slice(0, 16)}…`;
    this.options.progress?.(
      `${id} 《${String(poll['title'])}》: ${reading.counts['ballots'] ?? 0} ballots, ${size}, ${reading.files} files`,
    );
  }

  private async grewMeanwhile(id: string, log: LogEnd | null): Promise<boolean> {
    const batches = await this.vault.count('batches', documentsOf(id, 'id'));
    return batches !== (log?.batches ?? 0);
  }

  private async document(collection: string, id: string): Promise<Document | undefined> {
    return (await this.vault.find(collection, [id])).get(id);
  }

  private async documents(reading: PollReading, { collection, belongs }: Kept): Promise<void> {
    if (collection === 'standings') reading.takePoll(await this.document('polls', reading.id));
    // A log's batches are in the order of their numbers, which their ids are not.
    const pages =
      collection === 'batches'
        ? this.vault.batches(reading.id)
        : this.vault.pages(collection, documentsOf(reading.id, belongs, reading.traces));
    let number = 0;
    for await (const page of pages) {
      const documents = reading.take(collection, page).map((document) => this.cleaned(collection, document));
      if (documents.length > 0) await this.page(reading.id, collection, ++number, documents);
    }
  }

  /** Without what is to be forgotten soon, unless it is asked for: a file lies longer than any promise. */
  private cleaned(collection: string, document: Document): Document {
    if (this.options.hasTraces) return document;
    const field = collection === 'ballots' ? 'trace' : collection === 'polls' ? 'traceKey' : undefined;
    if (field === undefined || !(field in document)) return document;
    return { ...document, [field]: undefined };
  }

  private async installation(): Promise<void> {
    for (const { collection, belongs, isBackedUp } of kept) {
      if (belongs !== 'installation' || !isBackedUp) continue;
      let number = 0;
      for await (const page of this.vault.pages(collection, everyDocument))
        await this.page(undefined, collection, ++number, page);
    }
  }

  private async page(
    poll: string | undefined,
    collection: string,
    number: number,
    documents: readonly Document[],
  ): Promise<void> {
    const content = Buffer.from(documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
    const name = `documents/${poll ?? '-'}/${collection}/${String(number).padStart(5, '0')}.jsonl`;
    await this.part({ name, ...(poll === undefined ? {} : { poll }), collection, count: documents.length }, content);
  }

  /** @param referred further paths, of files that may lie in another poll's folder, or be gone */
  private async files(reading: PollReading, folders: readonly string[], referred: Iterable<string>): Promise<void> {
    const paths = new Set(referred);
    for (const folder of folders) for (const path of await this.vault.listFiles(folder)) paths.add(path);
    const wanted = [...paths].filter((path) => !this.written.has(path)).sort();
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce);
      const contents = await Promise.all(some.map((path) => this.vault.download(path)));
      for (const [at, path] of some.entries()) {
        const content = contents[at];
        if (content === null || content === undefined) continue;
        this.written.add(path);
        reading.files += 1;
        const name = `files/${reading.id}/${String(reading.files).padStart(6, '0')}`;
        await this.part({ name, poll: reading.id, path }, content);
      }
    }
  }

  private async part(what: Omit<Part, 'bytes' | 'sha256'>, content: Buffer): Promise<void> {
    await this.writer.add(what.name, content, packed.test(what.path ?? ''));
    this.parts.push({ ...what, bytes: content.length, sha256: sha256(content) });
  }
}

/** What is known of a poll while it is read. */
class PollReading {
  readonly log: LogCheck;
  readonly counts: Record<string, number> = {};
  readonly traces: string[] = [];
  /** Paths of files that its documents name. */
  readonly referred = new Set<string>();
  files = 0;
  private lastBatch = -1;
  private poll: Document | undefined;

  constructor(readonly id: string) {
    this.log = new LogCheck(id);
  }

  /** The poll as it was first, with the secrets that it has at last: what was read in between rests on them. */
  takePoll(document: Document | undefined): Document | undefined {
    if (document === undefined) return undefined;
    this.note([document]);
    const { key, traceKey } = document;
    const secrets = { ...(key === undefined ? {} : { key }), ...(traceKey === undefined ? {} : { traceKey }) };
    return (this.poll = { ...(this.poll ?? document), ...secrets });
  }

  take(collection: string, page: readonly Document[]): Document[] {
    this.note(page);
    const settled = page.flatMap((document) => this.settle(collection, document));
    this.counts[collection] = (this.counts[collection] ?? 0) + settled.length;
    return settled;
  }

  private settle(collection: string, document: Document): Document[] {
    switch (collection) {
      case 'batches':
        // The scheduler wrote them.
        this.log.add(document as unknown as Batch);
        this.lastBatch = Number(document['n']);
        return [document];
      case 'ballots':
      case 'rulings': {
        // A batch that was written behind the last one that is here: as if it had not been.
        const isAhead = typeof document['batch'] === 'number' && document['batch'] > this.lastBatch;
        return [isAhead ? { ...document, batch: null } : document];
      }
      case 'media':
        if (typeof document['trace'] === 'string') this.traces.push(document['trace']);
        return [document];
      case 'passingFiles':
        // The others are gone within a day, and their files are not here.
        return document._id.startsWith('polls/') ? [document] : [];
      default:
        return [document];
    }
  }

  private note(page: readonly Document[]): void {
    for (const [, path = ''] of JSON.stringify(page).matchAll(/"cloud:\/\/[^/"]+\/([^"\\]+)"/g)) {
      // A folder's address is none of a file.
      if (!/^(logs|exports|imports|links)\//.test(path)) this.referred.add(path);
    }
  }
}
