import type * as z from 'zod';
import { done, type AnswerTo } from '../../contract/answered';
import type { pollChanges } from '../../contract/poll';
import { findChanges } from '../../store/poll/changes';
import { explainAbsence } from './explain-absence';
import { openPoll } from './open-poll';

type Output = z.output<typeof pollChanges.output>;

const pageSize = 20;
/** A page ends early where its texts are this long, UTF-16 units: a phone shows it in one go. */
const mostText = 30_000;

/** The public record of a poll's changes, newest first, with what each field said before and says since. */
export async function listChanges(input: z.output<typeof pollChanges.input>): Promise<AnswerTo<typeof pollChanges>> {
  const open = await openPoll(input.pollId);
  if (open === null) return explainAbsence(input.pollId);
  const { poll, candidates } = open;
  const all = (poll.changes ?? []).map((change, index) => ({ ...change, number: index + 1 }));
  const page = all
    .slice(0, input.before === undefined ? all.length : input.before - 1)
    .reverse()
    .slice(0, pageSize);
  const fieldsOf = await findChanges(
    poll.id,
    page.flatMap(({ id }) => id ?? []),
  );
  const changes: Output['changes'] = [];
  let length = 0;
  for (const { number, at, what, candidateId, reason, isAlone, id } of page) {
    const fields = id === undefined ? undefined : fieldsOf.get(id);
    length += JSON.stringify([reason, fields]).length;
    if (length > mostText && changes.length > 0) break;
    const candidate = candidateId && candidates.find((each) => each.id === candidateId);
    const about = candidate ? { id: candidate.id, number: candidate.number, name: candidate.name } : undefined;
    changes.push({ number, at, what, candidate: about, reason, isAlone, fields });
  }
  const last = changes.at(-1)?.number ?? 1;
  return done({ title: poll.title, count: all.length, changes, next: last > 1 ? last : undefined });
}
