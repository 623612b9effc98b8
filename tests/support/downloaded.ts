import type { Download } from 'playwright-core';

/** What a page gave to be saved. As a stream: where the browser is shared, it keeps its files for itself. */
export async function downloaded(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
