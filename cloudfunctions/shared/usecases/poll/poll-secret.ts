import { randomBytes } from 'node:crypto';
import type { Seal } from '../../domain/fairplay/seal';
import { masterKeys } from '../../platform/environment';
import { pollMac, ticketSeal, unwrapPollKey, wrapPollKey, type WrappedKey } from '../../platform/keys';
import { DatabaseFault } from '../../store/fault';
import { findPoll, givePollKey, type KeyName, type StoredPoll } from '../../store/poll/polls';

const secretBytes = 32;

/** A poll's secret at work. */
export interface PollSecret {
  /** See domain/voting/slot. */
  mac: (message: string) => string;
  /** See domain/fairplay/ticket. */
  tickets: Seal;
}

/**
 * A poll's secret at work. A poll that is used for the first time gets its secret here, by an update
 * that only the first of any number at once can make.
 * @throws when no master key of the environment opens it
 */
export async function pollSecret(poll: StoredPoll): Promise<PollSecret> {
  const key = unwrapPollKey(poll.key ?? (await makeKey(poll.id, 'key')), masterKeys());
  return { mac: pollMac(key), tickets: ticketSeal(key) };
}

/** Makes the secret of this name, unless another has made it before. */
export async function makeKey(pollId: string, name: KeyName): Promise<WrappedKey> {
  const [newest = ''] = masterKeys();
  const made = wrapPollKey(randomBytes(secretBytes), newest);
  if (await givePollKey(pollId, name, made)) return made;
  const given = (await findPoll(pollId))?.[name];
  // The update was decided by what is there, and a read may show an earlier state.
  if (given === undefined) throw new DatabaseFault(`the poll ${pollId} neither shows its ${name} nor takes one`);
  return given;
}
