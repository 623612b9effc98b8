import { done, refuse, type Refused } from '../../contract/answered';
import type { PollChannel } from '../../contract/spread/channels';
import { builtInChannels, mostNamedChannels, type NamedChannel } from '../../domain/spread/channels';
import { derivedId } from '../../platform/ids';
import { addToTrail } from '../../store/team/trail';
import { changeChannel, insertChannel, listChannels } from '../../store/spread/channels';
import { checkTexts } from '../check-texts';
import { personOf, type Answer, type Input, type Member } from '../team/member';

/** Short, so that it fits into a code beside the ids of poll and candidate. */
const idLength = 4;

export async function listPollChannels({ pollId }: Input<'channel.list'>): Answer<'channel.list'> {
  const named = await listChannels(pollId);
  const builtIn = builtInChannels.map(({ id, name }) => ({ id, name, isBuiltIn: true, isRemoved: false }));
  return done({ channels: [...named.map(describe), ...builtIn] });
}

/** Its id follows from the requestId, so a repeat finds what it made. */
export async function addChannel(
  { pollId, requestId, name }: Input<'channel.add'>,
  member: Member,
  now: number,
): Answer<'channel.add'> {
  const id = derivedId(idLength, 'channel', pollId, member.openid, requestId);
  const named = await listChannels(pollId);
  const made = named.find((each) => each.id === id);
  if (made) return done({ channel: describe(made) });
  if (named.length >= mostNamedChannels) {
    return refuse('LIMIT_REACHED', 'as many channels as a poll may have', {
      what: 'channels',
      most: mostNamedChannels,
    });
  }
  const refused = await checkTexts([{ field: 'name', text: name }], member.openid);
  if (refused) return refused;
  const channel = { id, name, isRemoved: false };
  if (await insertChannel(pollId, channel, now)) {
    await addToTrail(pollId, { at: now, who: personOf(member), what: 'channel.add', subject: name });
  }
  return done({ channel: describe(channel) });
}

export async function renameChannel(
  { pollId, channelId, name }: Input<'channel.rename'>,
  member: Member,
  now: number,
): Answer<'channel.rename'> {
  const refused = await checkTexts([{ field: 'name', text: name }], member.openid);
  if (refused) return refused;
  if (!(await changeChannel(pollId, channelId, { name }))) return notFound();
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'channel.rename', subject: name });
  return done({ channel: describe({ id: channelId, name, isRemoved: false }) });
}

export async function removeChannel(
  { pollId, channelId }: Input<'channel.remove'>,
  member: Member,
  now: number,
): Answer<'channel.remove'> {
  const name = (await listChannels(pollId)).find(({ id }) => id === channelId)?.name;
  if (name === undefined || !(await changeChannel(pollId, channelId, { isRemoved: true }))) return notFound();
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'channel.remove', subject: name });
  return done({});
}

function describe({ id, name, isRemoved }: NamedChannel): PollChannel {
  return { id, name, isBuiltIn: false, isRemoved };
}

function notFound(): Refused<'CHANNEL_NOT_FOUND'> {
  return refuse('CHANNEL_NOT_FOUND', 'no such channel', { field: 'channelId' });
}
