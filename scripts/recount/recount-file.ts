import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { BundleLines } from '../../cloudfunctions/shared/universal/ledger/bundle/bundle-lines';
import { Recounter, type RecountReport } from '../../cloudfunctions/shared/universal/ledger/bundle/recounter';
import type { RecountOptions } from '../../cloudfunctions/shared/universal/ledger/bundle/recount-options';
import type { RecountFailure } from '../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';
import { verifyEd25519 } from '../../cloudfunctions/shared/platform/verify-ed25519';
import { nativeHasher } from '../../cloudfunctions/shared/platform/native-hasher';

const chunkBytes = 1024 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Recounts a bundle from a file, a chunk at a time.
 * @param onProgress is told the bytes read so far
 * @throws when the file cannot be read
 */
export async function recountFile(
  file: string,
  options: Pick<RecountOptions, 'key' | 'held' | 'receipts'> = {},
  onProgress: (bytes: number, entries: number) => void = () => undefined,
): Promise<RecountFailure | RecountReport> {
  const recounter = new Recounter({ hasher: nativeHasher, verify: verifyEd25519, salt: randomBytes(32), ...options });
  const feed = new BundleLines(decodeStrictly);
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
    // A stream without an encoding gives buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    for (const line of feed.take(buffer)) {
      const failure = recounter.line(line);
      if (failure) return failure;
    }
    onProgress(bytes, recounter.size);
  }
  // A last line without its newline was cut off.
  return recounter.finish(feed.isWhole);
}
