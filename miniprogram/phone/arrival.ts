// How somebody came here: the query of a card, link or printed code, and the chat group whose card was opened.
import { decodeScene } from '../../cloudfunctions/shared/universal/scene';

/** What a page's query may say, whichever of the two ways it came. */
export interface ArrivalQuery {
  id?: string;
  poll?: string;
  channel?: string;
  /** A printed code's, percent-encoded. */
  scene?: string;
}

export interface Arrival {
  pollId: string;
  candidateId: string;
  channel?: string;
}

const channelShape = /^[a-z0-9-]{1,16}$/;

/** WeChat's number for one page alone, opened from the timeline by somebody who has not logged in. */
const singlePage = 1154;

/** On the poll's own page `id` is the poll; a scene names it itself. */
export function arrivalAtPoll({ id = '', channel, scene }: ArrivalQuery): Arrival {
  return byScene(scene) ?? { pollId: id, candidateId: '', ...counted(channel) };
}

/** On pages of something in a poll, `poll` is the poll and `id` the thing. */
export function arrivalAtCandidate({ poll = '', id = '', channel, scene }: ArrivalQuery): Arrival {
  return byScene(scene) ?? { pollId: poll, candidateId: id, ...counted(channel) };
}

function byScene(scene: string | undefined): Arrival | null {
  const read = scene === undefined ? null : decodeScene(scene);
  return read && { pollId: read.pollId, candidateId: read.candidateId ?? '', ...counted(read.channel) };
}

/** What no link of ours says is not sent: the cloud would refuse the whole call for it. */
function counted(channel: string | undefined): { channel?: string } {
  return channel !== undefined && channelShape.test(channel) ? { channel } : {};
}

const channels = new Map<string, string>();

/** Remembers, until the app is closed, by which channel a poll was come to. */
export function noteChannel({ pollId, channel }: Arrival): void {
  if (channel !== undefined) channels.set(pollId, channel);
}

export function channelTo(pollId: string): { channel?: string } {
  const channel = channels.get(pollId);
  return channel === undefined ? {} : { channel };
}

/** Whether this is one page alone in the timeline: nobody is logged in, and nothing leads elsewhere. */
export function isSinglePage(): boolean {
  return wx.getEnterOptionsSync().scene === singlePage;
}

/** The same for one opening of one card; another opening, another word. */
export function openingKey(): string {
  const { scene, shareTicket } = wx.getEnterOptionsSync();
  return `${scene}|${shareTicket ?? ''}`;
}

/** Lets cards of this page carry which group they are opened in; a single page has no cards. */
export function shareWithTicket(): void {
  if (isSinglePage()) return;
  wx.updateShareMenu({ withShareTicket: true, fail: () => undefined });
}

/** WeChat's word for the chat group whose card was opened, for a function to resolve; null where no such card was. */
export function groupCloudId(): Promise<string | null> {
  return new Promise((resolve) => {
    wx.getGroupEnterInfo({ success: ({ cloudID }) => resolve(cloudID), fail: () => resolve(null) });
  });
}
