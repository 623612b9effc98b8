import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { newAuthority } from './certificate';
import { LostAnswer, packageSignature, type FakeCloud, type Fields } from './fake-cloud';

export const credentials = {
  secretId: 'AKIDfakefakefakefakefakefakefakefake',
  secretKey: 'thisIsTheFakeSecretOfTheFakeOne1',
};

const versions: Readonly<Record<string, string>> = { tcb: '2018-06-08', scf: '2018-04-16' };

export interface FakeProxy {
  /** The environment that a command is to be run with. */
  variables: Record<string, string>;
  /** Requests that were refused for their signature, or that no document names. */
  complaints: string[];
  close: () => Promise<void>;
}

/**
 * A proxy on loopback that answers for Tencent's hosts, with certificates of an authority of its own. It verifies each signature as the
 * documents prescribe it.
 * @param localCloud where the functions' and documents' own requests go on to
 */
export async function startFakeProxy(cloud: FakeCloud, localCloud?: string): Promise<FakeProxy> {
  const authority = newAuthority();
  const folder = mkdtempSync(path.join(tmpdir(), 'gongping-proxy-'));
  const authorityFile = path.join(folder, 'authority.pem');
  writeFileSync(authorityFile, authority.certificate);
  const complaints: string[] = [];
  const sockets = new Set<Socket>();
  const contexts = new Map<string, SecureContext>();
  const contextOf = (host: string): SecureContext => {
    const context = contexts.get(host) ?? createSecureContext(authority.issue(host));
    contexts.set(host, context);
    return context;
  };

  const inner = createServer((request, response) => {
    void answer(cloud, request, response, complaints, localCloud).catch((error: unknown) => {
      if (error instanceof LostAnswer) request.socket.destroy();
      else {
        complaints.push(String(error));
        response.writeHead(500).end();
      }
    });
  });
  const outer = createServer((_, response) => response.writeHead(405).end());
  outer.on('connect', ({ url = '' }: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    const [host = ''] = url.split(':');
    socket.on('error', () => socket.destroy());
    if (!/\.(tencentcloudapi\.com|myqcloud\.com|tencentcos\.cn)$/.test(host)) {
      complaints.push(`a connection to ${host}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const secure = new TLSSocket(socket, { isServer: true, secureContext: contextOf(host) });
    secure.on('error', () => socket.destroy());
    inner.emit('connection', secure);
  });
  const port = await listen(outer);
  const url = `http://127.0.0.1:${port}`;
  return {
    complaints,
    variables: {
      HTTPS_PROXY: url,
      https_proxy: url,
      NODE_EXTRA_CA_CERTS: authorityFile,
      NO_PROXY: '',
      no_proxy: '',
      TENCENTCLOUD_SECRETID: credentials.secretId,
      TENCENTCLOUD_SECRETKEY: credentials.secretKey,
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => outer.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(
  cloud: FakeCloud,
  request: IncomingMessage,
  response: ServerResponse,
  complaints: string[],
  localCloud: string | undefined,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const host = request.headers.host ?? '';
  const json = (value: unknown): void => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  if (host.includes('tcb-api')) {
    if (localCloud === undefined) throw new Error(`a request to ${host}`);
    const passed = await fetch(`${localCloud}${request.url ?? ''}`, {
      method: request.method ?? 'POST',
      headers: { 'content-type': String(request.headers['content-type']) },
      body,
    });
    json(await passed.json());
    return;
  }
  if (/\.tencentcloudapi\.com$/.test(host)) {
    const [service = ''] = host.split('.');
    const problem = problemOf(service, request, body);
    const action = String(request.headers['x-tc-action']);
    if (problem !== undefined) {
      complaints.push(`${action}: ${problem}`);
      json({ Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: problem }, RequestId: 'fake' } });
      return;
    }
    json(await cloud.answer(service, action, JSON.parse(body.toString()) as Fields));
    return;
  }
  answerStorage(cloud, host, request, response, body);
}

/** What is wrong with a request's signature, TC3-HMAC-SHA256 as the documents have it. */
function problemOf(service: string, { method = '', headers }: IncomingMessage, body: Buffer): string | undefined {
  const form =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/(\w+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/;
  const [, id, date, signedService, names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
  if (id !== credentials.secretId) return 'unknown credentials';
  if (signedService !== service || headers['x-tc-version'] !== versions[service]) return 'another service or version';
  const timestamp = Number(headers['x-tc-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - timestamp) < 300)) return 'it is too old';
  if (new Date(timestamp * 1000).toISOString().slice(0, 10) !== date) return 'another day';
  if (!names.split(';').includes('host') || !names.split(';').includes('content-type')) return 'headers are not signed';
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = [method, '/', '', lines.join(''), names, sha256(body)].join('\n');
  const text = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join('\n');
  const key = ['tc3_request'].reduce(hmac, hmac(hmac(Buffer.from(`TC3${credentials.secretKey}`), date), service));
  return hmac(key, text).toString('hex') === signature ? undefined : 'the signature differs';
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

const uploads = new Map<string, Buffer[]>();

/** As much of the object storage as putting up code, fetching it and letting origins in takes. */
function answerStorage(
  cloud: FakeCloud,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const url = new URL(request.url ?? '/', `https://${host}`);
  const key = decodeURIComponent(url.pathname);
  const xml = (text: string): void => {
    response.writeHead(200, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${text}`);
  };
  if (host.startsWith('code.')) {
    const found = cloud.functions.get(key.slice(1));
    if (found === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(found.archive);
    return;
  }
  if (url.searchParams.has('cors')) {
    if (request.method === 'PUT') {
      cloud.origins.splice(
        0,
        Infinity,
        ...[...body.toString().matchAll(/https:\/\/([a-z0-9.-]+)/g)].map(([, name = '']) => name),
      );
    }
    return xml('<CORSConfiguration></CORSConfiguration>');
  }
  if (request.headers.authorization !== packageSignature) {
    response.writeHead(403).end();
    return;
  }
  const upload = url.searchParams.get('uploadId');
  if (request.method === 'GET') return xml('<ListMultipartUploadsResult></ListMultipartUploadsResult>');
  if (request.method === 'PUT') {
    if (upload === null) cloud.packages.set(key, body);
    else uploads.get(upload)?.splice(Number(url.searchParams.get('partNumber')) - 1, 0, body);
    response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
    return;
  }
  if (upload === null) {
    const id = `upload-${uploads.size}`;
    uploads.set(id, []);
    return xml(
      `<InitiateMultipartUploadResult><Key>${key.slice(1)}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }
  cloud.packages.set(key, Buffer.concat(uploads.get(upload) ?? []));
  xml(
    `<CompleteMultipartUploadResult><Location>${host}</Location><Key>${key.slice(1)}</Key></CompleteMultipartUploadResult>`,
  );
}
