import { fromBuffer, type Entry } from 'yauzl';

/** The files of a function's archive. @throws when it is no archive */
export function filesOf(archive: Buffer): Promise<Map<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (problem, zip) => {
      if (problem !== null || zip === undefined) return reject(problem ?? new Error('no archive'));
      const files = new Map<string, Uint8Array>();
      zip.on('error', reject);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null || stream === undefined) return reject(failure ?? new Error('no content'));
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
