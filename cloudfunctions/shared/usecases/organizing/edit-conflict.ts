import { refuse, type Refused } from '../../contract/outcome';
import type { Signed } from '../../domain/organizing/person';
import { findTeamPoll, type TeamPoll } from '../../store/organizing/team-polls';

/** The poll of a member; a team without its poll is what a discarded draft leaves for a moment. */
export async function loadTeamPoll(pollId: string): Promise<{ ok: true; poll: TeamPoll } | Refused> {
  const poll = await findTeamPoll(pollId);
  return poll === null ? refuse('NOT_A_MEMBER', 'no such poll', { field: 'pollId' }) : { ok: true, poll };
}

/** Tells who was overtaken by whom, and what has changed since the version they know. */
export function pollConflict({ version, edited, recent }: TeamPoll, known: number): Refused {
  const since = recent.filter((change) => change.version > known);
  const fields = since.length === version - known ? [...new Set(since.flatMap((change) => change.fields))] : undefined;
  return conflict(version, edited, fields);
}

export function conflict(version: number, edited: Signed, fields?: string[]): Refused {
  const details = { version, edited, ...(fields === undefined ? {} : { fields }) };
  return refuse('EDIT_CONFLICT', `it has version ${version} now`, details);
}

/** @param field what cannot change any more */
export function frozen(field: string): Refused {
  return refuse('FROZEN_AFTER_PUBLISHING', `${field}: the poll is published`, { field });
}
