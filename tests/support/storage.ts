import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestCloud } from './test-cloud';

/** Whether the cloud's storage holds a file. @param file its id, or its path there */
export function isInStorage({ dataDir }: TestCloud, file: string): boolean {
  return existsSync(path.join(dataDir, 'storage', ...file.replace(/^cloud:\/\/[^/]+\//, '').split('/')));
}
