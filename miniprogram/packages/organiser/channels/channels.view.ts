import type { FailureState } from '../../../components/page-state/page-state.view';
import type { EditedPoll } from '../services/polls';
import type { Channel, Counts } from '../services/spread';
import { channelWords } from '../text/spread';

export type Offer = 'copyLink' | 'poster' | 'showCode' | 'saveCode' | 'rename' | 'remove';

export interface ChannelRow {
  id: string;
  name: string;
  counts: string;
  offers: Offer[];
}

export type ChannelsView =
  | { kind: 'loading' }
  | { kind: 'ready'; title: string; named: ChannelRow[]; builtIn: ChannelRow[]; canAdd: boolean; isDraft: boolean }
  | FailureState;

/** @param counts undefined where this member does not see them, or they did not come */
export function channelsView(poll: EditedPoll, channels: readonly Channel[], counts: Counts | undefined): ChannelsView {
  const rows = channels.map((channel) => ({ ...channel, row: channelRow(poll, channel, counts) }));
  return {
    kind: 'ready',
    title: poll.title,
    named: rows.filter(({ isBuiltIn }) => !isBuiltIn).map(({ row }) => row),
    builtIn: rows.filter(({ isBuiltIn }) => isBuiltIn).map(({ row }) => row),
    canAdd: poll.may.includes('channel.add'),
    isDraft: poll.status === 'draft',
  };
}

function channelRow(
  { may, status, isForGroups }: EditedPoll,
  channel: Channel,
  counts: Counts | undefined,
): ChannelRow {
  const { id, name, isBuiltIn, isRemoved } = channel;
  const isOn = status === 'published' && !isRemoved;
  const isOurs = !isBuiltIn && !isRemoved;
  const offers: [boolean, Offer][] = [
    [isOn && may.includes('link.get'), 'copyLink'],
    [isOn && !isForGroups, 'poster'],
    [isOn, 'showCode'],
    [isOn, 'saveCode'],
    [isOurs && may.includes('channel.rename'), 'rename'],
    [isOurs && may.includes('channel.remove'), 'remove'],
  ];
  const of = (by: Counts['visits']['byChannel']): number => by.find((each) => each.channel === id)?.count ?? 0;
  const said = counts && channelWords.counts(of(counts.visits.byChannel), of(counts.ballots.byChannel));
  return {
    id,
    name,
    counts: [isRemoved ? channelWords.removed : '', said ?? ''].filter((part) => part !== '').join(' · '),
    offers: offers.flatMap(([isThere, offer]) => (isThere ? [offer] : [])),
  };
}
