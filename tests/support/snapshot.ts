import database from '../../cloudfunctions/database.json';
import { readAll } from './read-all';

/** Everything that the database holds, by collection, to see that nothing was written. */
export async function snapshot(url: string, without: readonly string[] = []): Promise<Record<string, unknown[]>> {
  const names = Object.keys(database.collections).filter((name) => !without.includes(name));
  const contents = await Promise.all(names.map(async (name) => [name, await readAll(url, name)] as const));
  return Object.fromEntries(contents);
}
