import type { OrganiserInput } from '../../../../cloudfunctions/shared/contract/organiser';
import { readyPoll, type OrganiserClient } from '../../../support/organiser-client';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Act = OrganiserInput<'act.propose'>['act'];
export const publish: Act = { kind: 'publish' };

export function propose(who: OrganiserClient, pollId: string, act: Act): ReturnType<typeof who.ask<'act.propose'>> {
  return who.ask('act.propose', { pollId, act });
}

/** What an act is answered that cannot be done. */
export function refusedBy(obstacle: string): object {
  return { ok: false, error: { code: 'ACT_NOT_POSSIBLE', details: { obstacle } } };
}

/**
 * A draft of three candidates that opens a minute after its publication for two days, with an end that may move by one more. It owes no
 * notice, so that one owner may do all of it and its result comes by itself, with the award's time.
 */
export async function draftToOpen(owner: OrganiserClient, change: object = {}): Promise<string> {
  const now = Date.now();
  const stages = { voting: now, verifying: now + 2 * day, awarded: now + 11 * day };
  const pollId = await readyPoll(owner, { stages, latestEnd: now + 3 * day, ...change });
  await owner.add(pollId, '第三项');
  return pollId;
}

/** The candidates' ids by number. */
export async function idsOf(owner: OrganiserClient, pollId: string): Promise<string[]> {
  return (await owner.get('candidate.list', { pollId })).candidates.map(({ id }) => id);
}
