import * as z from 'zod';
import { channel, wantedId } from '../poll';
import { boundErrors, contentErrors, line, opaque, requestId } from '../editing/fields';

// How a poll reaches people: channels, links, printed codes, and the chat groups that it may be meant for alone.

/** What WeChat itself may answer to a request for a code or link: nothing was made, try again later. */
const wechatErrors = ['WECHAT_UNAVAILABLE'] as const;

/** How people call a channel, e.g. "社区大厅海报". */
const channelName = line(1, 20);

export const pollChannel = z.object({
  /** What links, codes and cards carry as `channel`. */
  id: channel,
  name: z.string(),
  /** Ours, in every poll: cards, posters, the printed sheet. It cannot be renamed or removed. */
  isBuiltIn: z.boolean(),
  /** No new link or code is made for it any more; those that are about go on counting. */
  isRemoved: z.boolean(),
});
export type PollChannel = z.output<typeof pollChannel>;

/** A poll's channels: those the team named, the oldest first, then the built-in ones. */
export const channelList = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ channels: z.array(pollChannel) }),
  errors: boundErrors,
} as const;

/** Names a channel, in a draft or later. A repeated requestId answers the channel that it made. LIMIT_REACHED behind 30. */
export const channelAdd = {
  input: z.strictObject({ pollId: wantedId, requestId, name: channelName }),
  output: z.object({ channel: pollChannel }),
  errors: [...boundErrors, 'LIMIT_REACHED', ...contentErrors],
} as const;

/** Gives it another name, what was counted before included. */
export const channelRename = {
  input: z.strictObject({ pollId: wantedId, channelId: channel, name: channelName }),
  output: z.object({ channel: pollChannel }),
  errors: [...boundErrors, 'CHANNEL_NOT_FOUND', ...contentErrors],
} as const;

/** Makes no more links and codes for it. What is printed or sent already still opens the poll and counts under its name. */
export const channelRemove = {
  input: z.strictObject({ pollId: wantedId, channelId: channel }),
  output: z.object({}),
  errors: [...boundErrors, 'CHANNEL_NOT_FOUND'],
} as const;

/**
 * A link that opens the poll's page from SMS or the web, of a published poll. WeChat lets one live for 30 days at most: the answer is
 * good for 20 at least, and is the same until then. A web page that stays up longer reads `file` in its place.
 */
export const linkGet = {
  input: z.strictObject({
    pollId: wantedId,
    /** One of `channel.list`; `sms` unless told. */
    channel: channel.optional(),
  }),
  output: z.object({
    /** E.g. "https://wxaurl.cn/…" */
    url: z.string(),
    /** Epoch milliseconds. */
    expiresAt: z.int(),
    /**
     * The cloud file id of a static JSON, `{ v: 1, url, expiresAt }`, which holds the present link of this poll and channel: the
     * scheduler writes a new one long before the old one ends, until the poll is archived.
     */
    file: z.string(),
  }),
  errors: [...boundErrors, 'NOT_PUBLISHED', 'CHANNEL_NOT_FOUND', ...wechatErrors],
} as const;

/**
 * An A4 PDF with the codes of a published poll and its candidates, to be printed and cut, numbers and names beneath: the poll's own
 * code first, then candidates by number. A large poll comes in parts, one a call, so that each is done in time. Codes that are made
 * already are not asked for again: where WeChat breaks off, a repeat goes on from there. A part behind the last has no codes.
 */
export const codesExport = {
  input: z.strictObject({
    pollId: wantedId,
    /** One of `channel.list`; `print` unless told. */
    channel: channel.optional(),
    /** The first is 0, and so it is unless told. */
    part: z.int().min(0).max(99).optional(),
  }),
  output: z.object({
    /** A cloud file id. */
    file: z.string(),
    /** Works for some hours. */
    url: z.string(),
    /** To offer the file under, e.g. "二维码-十佳.pdf". */
    name: z.string(),
    bytes: z.int(),
    pages: z.int(),
    /** How many codes are in this part. */
    codes: z.int(),
    /** How many parts there are. */
    parts: z.int(),
  }),
  errors: [...boundErrors, 'NOT_PUBLISHED', 'CHANNEL_NOT_FOUND', 'CHARACTERS_NOT_DRAWN', ...wechatErrors],
} as const;

export const boundGroup = z.object({
  /** Says nothing outside of this poll. */
  id: z.string(),
  /** As the organiser calls it: WeChat tells no name of a group. */
  name: z.string(),
});

/**
 * Binds a chat group to a draft: the organiser opens the draft's card in that group, and the page hands over what
 * wx.getGroupEnterInfo gave. A group that is bound already gets the new name. Members of bound groups alone vote once the poll is
 * published with `isForGroups`.
 */
export const groupBind = {
  input: z.strictObject({
    pollId: wantedId,
    /** `cloudID` as it is: a string, resolved by the function itself. */
    cloudId: opaque(512),
    name: line(1, 20),
  }),
  output: z.object({ group: boundGroup, groups: z.array(boundGroup) }),
  errors: [
    ...boundErrors,
    'FROZEN_AFTER_PUBLISHING',
    'GROUP_NOT_VERIFIED',
    'LIMIT_REACHED',
    'EDIT_CONFLICT',
    ...contentErrors,
  ],
} as const;

/** The poll's chat groups in the order in which they were bound. */
export const groupList = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ groups: z.array(boundGroup) }),
  errors: boundErrors,
} as const;

/** Takes a group out of a draft. What is published and not open yet can be made a draft again, by the act `unpublish`. */
export const groupUnbind = {
  input: z.strictObject({ pollId: wantedId, groupId: wantedId }),
  output: z.object({ groups: z.array(boundGroup) }),
  errors: [...boundErrors, 'FROZEN_AFTER_PUBLISHING', 'GROUP_NOT_FOUND', 'EDIT_CONFLICT'],
} as const;
