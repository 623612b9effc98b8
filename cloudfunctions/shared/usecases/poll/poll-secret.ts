import { randomBytes } from 'node:crypto';
import { masterKeys } from '../../platform/environment';
import { pollMac, unwrapPollKey, wrapPollKey } from '../../platform/keys';
import { DatabaseFault } from '../../store/fault';
import { findPoll, givePollKey, type StoredPoll } from '../../store/poll/polls';

const secretBytes = 32;

/**
 * A poll's secret at work, see domain/slot. A poll that is used for the first time gets its secret here, by an update
 * that only the first of any number at once can make.
 * @throws when no master key of the environment opens it
 */
export async function pollSecret(poll: StoredPoll): Promise<(message: string) => string> {
  const wrapped = poll.key ?? (await makeKey(poll.id));
  return pollMac(unwrapPollKey(wrapped, masterKeys()));
}

async function makeKey(pollId: string): Promise<NonNullable<StoredPoll['key']>> {
  const [newest = ''] = masterKeys();
  const made = wrapPollKey(randomBytes(secretBytes), newest);
  if (await givePollKey(pollId, made)) return made;
  const given = (await findPoll(pollId))?.key;
  // The update was decided by what is there, and a read may show an earlier state.
  if (given === undefined) throw new DatabaseFault(`the poll ${pollId} neither shows a key nor takes one`);
  return given;
}
