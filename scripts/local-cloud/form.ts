import busboy from 'busboy';
import type { IncomingHttpHeaders } from 'node:http';

/** Reads a multipart form; each field as bytes, since one of them is protobuf. Rejects on a malformed one. */
export function readForm(headers: IncomingHttpHeaders, body: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>();
    // Latin-1 keeps a field's bytes as they are, whatever they mean.
    const parser = busboy({ headers, defCharset: 'latin1' });
    parser.on('field', (name, value) => fields.set(name, Buffer.from(value, 'latin1')));
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => fields.set(name, Buffer.concat(chunks)));
    });
    parser.on('error', reject);
    parser.on('close', () => resolve(fields));
    parser.end(body);
  });
}
