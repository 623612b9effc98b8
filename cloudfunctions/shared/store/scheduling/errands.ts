import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What the scheduler has to do with a poll beside its count, at a time of its own. */
export type ErrandKind = 'forget' | 'fairPlay';

export interface KeptErrand {
  kind: ErrandKind;
  /** The poll. */
  subject: string;
  /** Epoch milliseconds. */
  dueAt: number;
  /** Where it goes on, if it broke off. */
  cursor?: string;
}

type Document = Pick<KeptErrand, 'dueAt' | 'cursor'> & { _id: string };

const errands = () => database.collection('errands');
const { command } = database;

function toErrand(document: unknown): KeptErrand {
  // What is in the collection was written by this project.
  const { _id, ...rest } = document as Document;
  const colon = _id.indexOf(':');
  return { kind: _id.slice(0, colon) as ErrandKind, subject: _id.slice(colon + 1), ...rest };
}

/** Plans an errand; one that is planned already stays as it is. @param dueAt epoch milliseconds */
export async function planErrand(kind: ErrandKind, subject: string, dueAt: number): Promise<void> {
  await insertOnce(errands(), { _id: `${kind}:${subject}`, dueAt });
}

/** Those that are due by `until`, soonest first. */
export async function listErrands(until: number, limit: number): Promise<KeptErrand[]> {
  const { data } = await attempt(() =>
    errands()
      .where({ dueAt: command.lte(until) })
      .orderBy('dueAt', 'asc')
      .limit(limit)
      .get(),
  );
  return data.map(toErrand);
}

/** Notes when an errand goes on, and where. */
export async function continueErrand({ kind, subject, dueAt, cursor }: KeptErrand): Promise<void> {
  await attempt(() =>
    errands()
      .where({ _id: `${kind}:${subject}` })
      .update({ data: { dueAt, cursor: cursor === undefined ? command.remove() : cursor } }),
  );
}

/** An errand is done for good. */
export async function endErrand({ kind, subject }: Pick<KeptErrand, 'kind' | 'subject'>): Promise<void> {
  await attempt(() =>
    errands()
      .where({ _id: `${kind}:${subject}` })
      .remove(),
  );
}
