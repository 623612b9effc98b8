import type tcb from '@cloudbase/node-sdk';
import { setTimeout as wait } from 'node:timers/promises';
import { connectTo, expectDone, type CloudAddress } from '../connect';
import { filesOfEnvironment, filesOfLocalCloud } from './list-files';

export interface Document {
  _id: string;
  [field: string]: unknown;
}

/** The database's words for conditions and changes. */
export type Command = ReturnType<tcb.CloudBase['database']>['command'];
export type Condition = (command: Command) => object;
/** The same for what is read a page at a time. @param after an id: those up to it have been read */
export type Paged = (command: Command, after?: string) => object;

/** How many documents one read asks for, where they are small; batches are up to a quarter of a megabyte each. */
const pageSizes: Readonly<Record<string, number>> = { batches: 40, candidates: 100 };
const usualPageSize = 500;

/** How many ids one question names. */
const idsAtOnce = 500;

/** About the most bytes that one insert carries. */
const bytesAtOnce = 2_000_000;
const documentsAtOnce = 500;

/** The service deletes fifty files at a time. */
const filesAtOnce = 50;

/** How often a call is made while the cloud is busy or its answer is lost. */
const attempts = 6;

/** A cloud's documents and files, as far as whoever operates it moves them about. Every call may be repeated. */
export class Vault {
  private constructor(
    private readonly app: tcb.CloudBase,
    /** What the ids of its files begin with: `cloud://environment.bucket/`. */
    readonly prefix: string,
    /** What it is called where a person reads of it. */
    readonly name: string,
    private readonly listFolder: (folder: string) => Promise<string[]>,
  ) {}

  /** @throws a sentence when the address names no cloud, or the cloud does not answer */
  static async open(address: CloudAddress): Promise<Vault> {
    const app = connectTo(address);
    const { data } = await again(async () => expectDone(await app.getUploadMetadata({ cloudPath: 'logs/-' })));
    const [prefix] = /^cloud:\/\/[^/]+\//.exec(data.fileId) ?? [];
    if (prefix === undefined) throw new Error(`the cloud names its files as ${data.fileId}, which cannot be read`);
    const { local, env = '' } = address;
    return new Vault(
      app,
      prefix,
      local ?? env,
      local === undefined ? filesOfEnvironment(address) : filesOfLocalCloud(local),
    );
  }

  /** The documents of a collection that a condition names, by id, a page at a time. */
  async *pages(collection: string, condition: Paged): AsyncGenerator<Document[]> {
    const size = pageSizes[collection] ?? usualPageSize;
    for (let after: string | undefined; ;) {
      const behind = condition(this.command, after);
      const query = this.app.database().collection(collection).where(behind).orderBy('_id', 'asc').limit(size);
      const page = await again(async () => expectDone(await query.get()).data as Document[]);
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (last === undefined || page.length < size) return;
      after = last._id;
    }
  }

  /** A log's batches by number, a page at a time. */
  async *batches(pollId: string): AsyncGenerator<Document[]> {
    const size = pageSizes['batches'] ?? usualPageSize;
    for (let next = 0; ;) {
      const condition = { pollId, n: this.command.gte(next) };
      const query = this.app.database().collection('batches').where(condition).orderBy('n', 'asc').limit(size);
      const page = await again(async () => expectDone(await query.get()).data as Document[]);
      if (page.length > 0) yield page;
      if (page.length < size) return;
      next = Number(page.at(-1)?.['n']) + 1;
    }
  }

  /** Those of these documents that are there, by id. */
  async find(collection: string, ids: readonly string[]): Promise<Map<string, Document>> {
    const found = new Map<string, Document>();
    const size = pageSizes[collection] ?? idsAtOnce;
    for (let from = 0; from < ids.length; from += size) {
      const page = ids.slice(from, from + size);
      const query = this.app
        .database()
        .collection(collection)
        .where({ _id: this.command.in(page) })
        .limit(size);
      for (const document of await again(async () => expectDone(await query.get()).data as Document[]))
        found.set(document._id, document);
    }
    return found;
  }

  async count(collection: string, condition: Condition): Promise<number> {
    const query = this.app.database().collection(collection).where(condition(this.command));
    // The SDK types the answer as anything.
    return again(async () => (expectDone(await query.count()) as { total: number }).total);
  }

  /** Puts in those of these documents that are not there. */
  async insertMissing(collection: string, documents: readonly Document[]): Promise<number> {
    return again(async () => {
      const there = await this.find(
        collection,
        documents.map(({ _id }) => _id),
      );
      const missing = documents.filter(({ _id }) => !there.has(_id));
      for (const page of ofBearableSize(missing))
        expectDone(await this.app.database().collection(collection).add(page));
      return missing.length;
    });
  }

  /** Changes what a condition names. @returns how many documents */
  async update(collection: string, condition: Condition, change: (command: Command) => object): Promise<number> {
    const query = this.app.database().collection(collection).where(condition(this.command));
    const data = change(this.command);
    // As above.
    return again(async () => (expectDone(await query.update(data)) as { updated?: number }).updated ?? 0);
  }

  /** Deletes what a condition names. @returns how many documents */
  async remove(collection: string, condition: Condition): Promise<number> {
    const query = this.app.database().collection(collection).where(condition(this.command));
    // As above.
    return again(async () => (expectDone(await query.remove()) as { deleted?: number }).deleted ?? 0);
  }

  /** The paths of all files in a folder, however deep. @param folder without a slash at its end */
  listFiles(folder: string): Promise<string[]> {
    return again(() => this.listFolder(folder));
  }

  /** @returns null where there is no such file */
  async download(path: string): Promise<Buffer | null> {
    return again(async () => {
      const { fileList } = await this.app.getTempFileURL({ fileList: [this.prefix + path] });
      const url = fileList[0]?.tempFileURL ?? '';
      if (url === '') return null;
      const { fileContent = Buffer.alloc(0) } = await this.app.downloadFile({ fileID: this.prefix + path });
      // It is text where the file is to be written to a path, which is not asked here.
      return typeof fileContent === 'string' ? Buffer.from(fileContent) : fileContent;
    });
  }

  async upload(path: string, content: Buffer): Promise<void> {
    await again(async () => {
      const { fileID } = await this.app.uploadFile({ cloudPath: path, fileContent: content });
      if (fileID !== this.prefix + path) throw new Error(`the storage keeps ${path} as ${fileID}`);
    });
  }

  /** Deletes files; those that are gone already are nothing to complain of. @throws when one may still be there */
  async deleteFiles(paths: readonly string[]): Promise<void> {
    for (let from = 0; from < paths.length; from += filesAtOnce) {
      const page = paths.slice(from, from + filesAtOnce);
      await again(async () => {
        const { fileList } = await this.app.deleteFile({ fileList: page.map((path) => this.prefix + path) });
        for (const { fileID, code } of fileList as { fileID: string; code: string }[]) {
          if (code !== 'SUCCESS' && !/NONEXIST/i.test(code)) throw new Error(`${fileID} is not deleted: ${code}`);
        }
      });
    }
  }

  private get command(): Command {
    return this.app.database().command;
  }
}

/** Documents in pages that one insert can carry. */
function* ofBearableSize(documents: readonly Document[]): Generator<Document[]> {
  let page: Document[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = JSON.stringify(document).length;
    if (page.length === documentsAtOnce || (page.length > 0 && bytes + size > bytesAtOnce)) {
      yield page;
      [page, bytes] = [[], 0];
    }
    page.push(document);
    bytes += size;
  }
  if (page.length > 0) yield page;
}

/** What the cloud says for good: asking again changes nothing. */
const final = /COLLECTION_NOT_EXIST|PERMISSION|AUTH|SIGN|INVALID|duplicate key|DUPLICATE_WRITE/i;

/** Does what may be done again, again: while the cloud is busy or its answer is lost. */
export async function again<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || final.test(String(error))) throw error;
      await wait(100 * 2 ** attempt);
    }
  }
}
