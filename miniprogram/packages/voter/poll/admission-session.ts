import { groupCloudId, openingKey } from '../../../phone/arrival';
import { enterGroup } from '../../../services/ballots';
import type { ClosedFor, PollReply } from '../../../services/polls';
import { serverNow } from '../../../stores/clock';

/** What became of one opening of a poll of chat groups. */
interface Admission {
  /** Which opening it was: another card is asked for anew. */
  opening: string;
  pass?: { pass: string; expiresAt: number };
  closedFor?: ClosedFor;
}

/** By poll, in memory alone: a pass outlives neither the app nor its two hours. */
const admissions = new Map<string, Admission>();

/**
 * The reply as it holds for whoever opened this card: in a poll of chat groups only somebody who came from one of their cards casts.
 * The cloud is asked once on opening; the pass lies in memory until it is over.
 */
export async function admit(reply: PollReply): Promise<PollReply> {
  const { poll, can } = reply;
  if (poll.isForGroups !== true || !can.cast) return reply;
  const { pass, closedFor = 'unasked' } = await admissionTo(poll.id);
  if (pass === undefined) return { ...reply, can: { cast: false }, closedFor };
  return pass.expiresAt <= serverNow() ? { ...reply, can: { cast: false }, closedFor: 'expired' } : reply;
}

/** What a cast carries. */
export function passFor(pollId: string): { pass?: string } {
  const pass = admissions.get(pollId)?.pass?.pass;
  return pass === undefined ? {} : { pass };
}

/** When a page has to look again, since its pass is over by then; null where there is none. */
export function passEndsAt({ poll, can }: PollReply): number | null {
  return can.cast ? (admissions.get(poll.id)?.pass?.expiresAt ?? null) : null;
}

/** The cloud says that the pass is over, whatever this phone's clock says. */
export function forgetPass(pollId: string): void {
  const known = admissions.get(pollId);
  if (known) admissions.set(pollId, { opening: known.opening, closedFor: 'expired' });
}

async function admissionTo(pollId: string): Promise<Admission> {
  const opening = openingKey();
  const known = admissions.get(pollId);
  if (known?.opening === opening) return known;
  const admission = { opening, ...(await ask(pollId)) };
  // Without an answer it is asked again.
  if (admission.closedFor !== 'unasked') admissions.set(pollId, admission);
  return admission;
}

async function ask(pollId: string): Promise<Omit<Admission, 'opening'>> {
  const cloudId = await groupCloudId();
  if (cloudId === null) return { closedFor: 'elsewhere' };
  const answer = await enterGroup(pollId, cloudId);
  if (answer.ok) return { pass: answer.data };
  switch (answer.error.code) {
    case 'NOT_IN_GROUP':
      return { closedFor: 'otherGroup' };
    case 'GROUP_NOT_VERIFIED':
      return { closedFor: 'unverified' };
    default:
      return { closedFor: 'unasked' };
  }
}
