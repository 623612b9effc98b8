import { database } from '../../platform/database';
import { insertOnce } from '../fault';

/** Notes a pushed message by its id. @returns false when it came before: the platform repeats what it has no answer to */
export function noteReceived(id: string, at: number): Promise<boolean> {
  return insertOnce(database.collection('received'), { _id: id, at });
}
