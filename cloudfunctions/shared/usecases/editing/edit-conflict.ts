import { refuse, type Refused } from '../../contract/answered';
import { frozenField, mostChanges } from '../../domain/editing/poll-content';
import type { Signed } from '../../domain/team/person';
import { findTeamPoll, type TeamPoll } from '../../store/editing/team-polls';

/** The poll of a member; a team without its poll is what a discarded draft leaves for a moment. */
export async function loadTeamPoll(pollId: string): Promise<{ ok: true; poll: TeamPoll } | Refused<'NOT_A_MEMBER'>> {
  const poll = await findTeamPoll(pollId);
  return poll === null ? refuse('NOT_A_MEMBER', 'no such poll', { field: 'pollId' }) : { ok: true, poll };
}

/** Tells who was overtaken by whom, and what has changed since the version they know. */
export function pollConflict({ version, edited, recent }: TeamPoll, known: number): Refused<'EDIT_CONFLICT'> {
  const since = recent.filter((change) => change.version > known);
  const fields = since.length === version - known ? [...new Set(since.flatMap((change) => change.fields))] : undefined;
  return conflict(version, edited, fields);
}

export function conflict(version: number, edited: Signed, fields?: string[]): Refused<'EDIT_CONFLICT'> {
  const details = { version, edited, ...(fields === undefined ? {} : { fields }) };
  return refuse('EDIT_CONFLICT', `it has version ${version} now`, details);
}

/** @param field what cannot change any more */
export function frozen(field: string): Refused<'FROZEN_AFTER_PUBLISHING'> {
  return refuse('FROZEN_AFTER_PUBLISHING', `${field}: the poll is published`, { field });
}

/**
 * Why a change may not be made, to a poll or to one of its candidates: once published only some of it may, with a reason for the
 * public record, which has its end.
 * @param changeable what a published poll still lets change
 */
export function changeRefusal(
  poll: TeamPoll,
  fields: readonly string[],
  reason: string | undefined,
  changeable: readonly string[],
): Refused<'FROZEN_AFTER_PUBLISHING' | 'LIMIT_REACHED' | 'INVALID_INPUT'> | null {
  if (poll.status === 'draft') return null;
  const field = poll.status === 'withdrawn' || poll.status === 'frozen' ? fields[0] : frozenField(fields, changeable);
  if (field) return frozen(`change.${field}`);
  if (poll.changes.length >= mostChanges) {
    return refuse('LIMIT_REACHED', 'the public record of changes is full', { what: 'changes', most: mostChanges });
  }
  if (reason !== undefined) return null;
  const expected = 'a reason for the public record: the poll is published';
  return refuse('INVALID_INPUT', `reason: ${expected}`, { field: 'reason', expected });
}
