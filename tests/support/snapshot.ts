import database from '../../cloudfunctions/database.json';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { readAll } from './read-all';

/** Everything that the database holds, by collection, to see that nothing was written: once all that was called for is over. */
export async function snapshot(
  cloud: Pick<LocalCloud, 'url' | 'whenStill'>,
  without: readonly string[] = [],
): Promise<Record<string, unknown[]>> {
  await cloud.whenStill();
  const names = Object.keys(database.collections).filter((name) => !without.includes(name));
  const contents = await Promise.all(names.map(async (name) => [name, await readAll(cloud.url, name)] as const));
  return Object.fromEntries(contents);
}
