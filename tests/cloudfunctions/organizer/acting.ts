import type { OrganizerInput } from '../../../cloudfunctions/shared/contract/organizer';
import { readyPoll, type OrganizerClient } from '../../support/organizer-client';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Act = OrganizerInput<'act.propose'>['act'];
export const publish: Act = { kind: 'publish' };

export function propose(who: OrganizerClient, pollId: string, act: Act): ReturnType<typeof who.ask<'act.propose'>> {
  return who.ask('act.propose', { pollId, act });
}

/** What an act is answered that cannot be done. */
export function refusedBy(obstacle: string): object {
  return { ok: false, error: { code: 'ACT_NOT_POSSIBLE', details: { obstacle } } };
}

/** A draft of three candidates that opens a minute after its publication for two days, with an end that may move by one more. */
export async function draftToOpen(owner: OrganizerClient, change: object = {}): Promise<string> {
  const now = Date.now();
  const stages = { voting: now, verifying: now + 2 * day, notice: now + 4 * day, awarded: now + 11 * day };
  const pollId = await readyPoll(owner, { stages, latestEnd: now + 3 * day, ...change });
  await owner.add(pollId, '第三项');
  return pollId;
}

/** The candidates' ids by number. */
export async function idsOf(owner: OrganizerClient, pollId: string): Promise<string[]> {
  return (await owner.get('candidate.list', { pollId })).candidates.map(({ id }) => id);
}
