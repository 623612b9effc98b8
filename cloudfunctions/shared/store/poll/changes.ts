import type { ChangedField } from '../../domain/editing/changed-fields';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';
import { nameOfToday } from '../former-names';

// What the fields of a published poll said before and after each change. That there was a change, and why, is told by the poll's
// own document, in the update that makes it; these texts are too long for what every instance of `voter` holds.

const changes = () => database.collection('changes');
const { command } = database;

/** @param id the change's own within its poll. A repeat writes nothing. */
export async function insertChange(pollId: string, id: string, fields: readonly ChangedField[]): Promise<void> {
  await insertOnce(changes(), { _id: `${pollId}:${id}`, fields });
}

/** Takes back what was written for a change that was not made. */
export async function removeChange(pollId: string, id: string): Promise<void> {
  await attempt(() =>
    changes()
      .where({ _id: `${pollId}:${id}` })
      .remove(),
  );
}

/** What the fields of these changes said, by the change's id. */
export async function findChanges(pollId: string, ids: readonly string[]): Promise<Map<string, ChangedField[]>> {
  if (ids.length === 0) return new Map();
  const { data } = await attempt(() =>
    changes()
      .where({ _id: command.in(ids.map((id) => `${pollId}:${id}`)) })
      .limit(ids.length)
      .get(),
  );
  return new Map(
    data.map((document) => {
      // What is in the collection was written by this project.
      const { _id, fields } = document as { _id: string; fields: ChangedField[] };
      const named = fields.map((each) => ({ ...each, field: nameOfToday(each.field) }));
      return [_id.slice(pollId.length + 1), named];
    }),
  );
}
