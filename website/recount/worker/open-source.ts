import type { Source, Unreadable } from './messages';

export interface OpenedSource {
  stream: ReadableStream<Uint8Array>;
  /** Bytes; null where nobody said. */
  total: number | null;
}

/** Opens a file or an address without reading it yet. Sends neither cookies nor where the visitor comes from. */
export async function openSource(source: Source): Promise<OpenedSource | Unreadable> {
  if (source.kind === 'file') return { stream: source.file.stream(), total: source.file.size };
  let response: Response;
  try {
    response = await fetch(source.url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    return { reason: 'NETWORK' };
  }
  if (!response.ok) return { reason: 'HTTP', status: response.status };
  if (response.body === null) return { stream: new Blob([]).stream(), total: 0 };
  return { stream: response.body, total: lengthOf(response) };
}

/** What comes out of a compressed answer is longer than what it says. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? NaN);
  return headers.has('content-encoding') || !Number.isSafeInteger(length) ? null : length;
}
