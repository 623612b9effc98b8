import { createHash } from 'node:crypto';

/** The `_id` of a file's document in `media`. @param file a cloud file id, which names the environment too */
export function mediumId(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 32);
}
