import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  renameSync,
} from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { invalidParam } from './database/refusal';
import { text, type RequestBody } from './database/request';
import type { FileOwners } from './file-owners';
import { makeRoomFor, pathAt, placeOf } from './file-place';
import type { FileGuard } from './file-rules';

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** How the names of files begin that are still on their way. */
const PARTIAL = '.upload-';

/** How long CloudBase's download links live, in seconds. */
const MAX_AGE_S = 86_400;

/** How many files one call deletes at the most. */
const MAX_DELETED = 50;

/** Cloud storage: files under one folder, addressed by `cloud://` ids and fetched by plain URLs. */
export class Storage {
  /** Upload permits that were given and not yet used, and the path each is for. Two for one path at once are both good. */
  private readonly permits = new Map<string, string>();
  private readonly prefix: string;
  /** How the paths begin that are taken by nobody for now. */
  private readonly refused = new Set<{ pathPrefix: string }>();

  /** What links are signed by; those of an earlier process lead nowhere. */
  private readonly secret = randomBytes(32);

  constructor(
    private readonly folder: string,
    envId: string,
    private readonly url: () => string,
    private readonly now: () => number,
    private readonly owners: FileOwners,
    private readonly guard: FileGuard,
  ) {
    this.prefix = `cloud://${envId}.local-${envId}/`;
    // What a killed process had half received; nobody was told that it arrived.
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) if (name.startsWith(PARTIAL)) rmSync(join(folder, name));
  }

  /** Carries out one `storage.…` action; undefined for an action that is not offered. */
  run(action: string, body: RequestBody): Record<string, unknown> | undefined {
    if (action === 'storage.getUploadMetadata') return this.permit(text(body, 'path'));
    if (action === 'storage.batchGetDownloadUrl')
      return { download_list: ids(body, 'file_list').map((id) => this.link(id)) };
    if (action === 'storage.batchDeleteFile')
      return { delete_list: ids(body, 'fileid_list', MAX_DELETED).map((id) => this.remove(id)) };
    return undefined;
  }

  /** Takes no file whose path begins so, until the function that is returned is called. */
  refuse(pathPrefix: string): () => void {
    const refusal = { pathPrefix };
    this.refused.add(refusal);
    return () => void this.refused.delete(refusal);
  }

  /** Takes an uploaded file, whole or not at all. */
  async put(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const permit = request.headers.authorization ?? '';
    if (this.permits.get(permit) !== path) {
      denyAccess(response);
      return;
    }
    if ([...this.refused].some(({ pathPrefix }) => path.startsWith(pathPrefix))) {
      response.writeHead(503, { 'content-type': 'application/xml' });
      response.end('<Error><Code>ServiceUnavailable</Code><Message>Please reduce your request rate.</Message></Error>');
      return;
    }
    // Before it is there: nobody's then, even if this is where the cloud dies.
    this.owners.forget(path);
    await this.write(path, request, () => {
      this.owners.forget(path);
      return true;
    });
    this.permits.delete(permit);
    response.writeHead(200);
    response.end();
  }

  /**
   * Writes a file, whole or not at all, over one that may be there. Rejects when `content` breaks off or throws.
   * @param mayStand asked once all of it is there
   * @returns whether it stands
   */
  async write(path: string, content: AsyncIterable<Buffer>, mayStand: () => boolean): Promise<boolean> {
    this.fileAt(path);
    const partial = join(this.folder, `${PARTIAL}${randomUUID()}`);
    mkdirSync(this.folder, { recursive: true });
    try {
      await pipeline(content, createWriteStream(partial));
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
    const isToStand = mayStand();
    if (isToStand) {
      makeRoomFor(this.folder, path);
      renameSync(partial, this.fileAt(path));
    } else rmSync(partial);
    return isToStand;
  }

  /** Whether there is a file of that path. Throws for a path that leaves the storage. */
  has(path: string): boolean {
    return this.isFile(this.fileAt(path));
  }

  /** Removes the file of that path, which has to be there. */
  delete(path: string): void {
    this.owners.forget(path);
    rmSync(this.fileAt(path));
  }

  /** The `cloud://` id of a path. */
  idOf(path: string): string {
    return this.prefix + path;
  }

  /** The paths of all files in a folder, however deep, in order: what the object storage's own list tells. */
  list(folder: string): string[] {
    const within = normalize(join(this.folder, folder));
    if (!`${within}${sep}`.startsWith(this.folder + sep)) throw invalidParam(`the path "${folder}" leaves the storage`);
    if (!existsSync(within) || !statSync(within).isDirectory()) return [];
    const found = readdirSync(within, { recursive: true, withFileTypes: true });
    const files = found.filter((each) => each.isFile() && !each.name.startsWith(PARTIAL));
    return files.map((each) => pathAt(this.folder, join(each.parentPath, each.name))).sort();
  }

  /** Sends a file, or the part of it that a `Range` asks for, to whoever asks: by the rules, or by a link that was given for it. */
  async get(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(this.now()).toUTCString());
    const file = climbs(path) ? undefined : this.fileAt(path);
    if (!this.isPublic(path) && !this.isSigned(path, request.url ?? '')) {
      denyAccess(response);
      return;
    }
    if (file === undefined || !this.isFile(file)) {
      response.writeHead(404, { 'content-type': 'application/xml', 'access-control-allow-origin': '*' });
      response.end('<Error><Code>NoSuchKey</Code></Error>');
      return;
    }
    const size = statSync(file).size;
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'accept-ranges': 'bytes', 'access-control-allow-origin': '*' };
    const range = readRange(request.headers.range, size);
    if (range === 'unsatisfiable') {
      response.writeHead(416, { 'content-range': `bytes */${size}` });
      response.end();
      return;
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    const length = { 'content-length': end - start + 1 };
    if (range === undefined) response.writeHead(200, { ...headers, ...length });
    else response.writeHead(206, { ...headers, ...length, 'content-range': `bytes ${start}-${end}/${size}` });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(createReadStream(file, { start, end }), response);
  }

  private permit(path: string): Record<string, unknown> {
    this.fileAt(path);
    const permit = randomUUID();
    this.permits.set(permit, path);
    return {
      url: this.urlOf(path),
      token: permit,
      authorization: permit,
      fileId: this.idOf(path),
      cosFileId: permit,
    };
  }

  private link(fileID: string): Record<string, unknown> {
    const path = this.existing(fileID);
    const tempFileURL =
      path === undefined ? '' : `${this.urlOf(path)}${this.isPublic(path) ? '' : this.signatureFor(path)}`;
    return { fileID, code: path === undefined ? 'STORAGE_FILE_NONEXIST' : 'SUCCESS', maxAge: MAX_AGE_S, tempFileURL };
  }

  private remove(fileID: string): Record<string, unknown> {
    const path = this.existing(fileID);
    if (path === undefined) return { fileID, code: 'STORAGE_FILE_NONEXIST' };
    this.delete(path);
    return { fileID, code: 'SUCCESS' };
  }

  private existing(fileID: string): string | undefined {
    if (!fileID.startsWith(this.prefix)) return undefined;
    const path = fileID.slice(this.prefix.length);
    return !climbs(path) && this.has(path) ? path : undefined;
  }

  /** Whether everybody may read it, known or not. */
  private isPublic(path: string): boolean {
    return this.guard.mayRead({ path, owner: this.owners.of(path), openid: undefined });
  }

  private signatureFor(path: string): string {
    const until = Math.floor(this.now() / 1000) + MAX_AGE_S;
    return `?sign=${this.sign(path, until)}&t=${until}`;
  }

  private isSigned(path: string, url: string): boolean {
    const query = new URLSearchParams(url.split('?', 2)[1] ?? '');
    const until = Number(query.get('t'));
    return query.get('sign') === this.sign(path, until) && this.now() < until * 1000;
  }

  private sign(path: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${until} ${path}`).digest('hex').slice(0, 32);
  }

  private isFile(file: string): boolean {
    return existsSync(file) && statSync(file).isFile();
  }

  private urlOf(path: string): string {
    // Not percent-encoded: the SDK's downloadFile encodes the URL itself, and would do it twice.
    return `${this.url()}/storage/${path}`;
  }

  private fileAt(path: string): string {
    const file = normalize(join(this.folder, path));
    if (!file.startsWith(this.folder + sep) || climbs(path))
      throw invalidParam(`the path "${path}" leaves the storage`);
    return placeOf(this.folder, path);
  }
}

/**
 * Whether a path is another file's by a detour. In object storage it would be a name like any other; here it would lead past the
 * rules, which see the name.
 */
function climbs(path: string): boolean {
  return path.includes('\0') || path.split('/').some((part) => part === '' || part === '.' || part === '..');
}

function denyAccess(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'application/xml', 'access-control-allow-origin': '*' });
  response.end(
    '<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><RequestId>-</RequestId><TraceId>-</TraceId></Error>',
  );
}

function ids(body: RequestBody, field: string, most = Infinity): string[] {
  const list = body[field];
  if (!Array.isArray(list)) throw invalidParam(`${field} is no list`);
  if (list.length > most) throw invalidParam(`${field} holds more than ${most} files`);
  return list.map((item: unknown) => {
    const id = typeof item === 'object' && item !== null && 'fileid' in item ? item.fileid : item;
    if (typeof id !== 'string') throw invalidParam(`${field} holds something that is no file id`);
    return id;
  });
}

function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [first = '', last = ''] = match.slice(1);
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
