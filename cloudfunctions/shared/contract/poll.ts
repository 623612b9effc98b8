import * as z from 'zod';
import { criteria, pollTextNames, pollTexts, type WrittenTexts } from '../universal/poll-fields';
import { line, opaque } from './editing/fields';

/** A wanted id of any shape: one that cannot exist is answered as not found, so only the size is bounded. */
export const wantedId = z.string().min(1).max(64);

/** Where somebody came from: a poster, an official account, a community. Counted, never tied to a person. */
export const channel = z.string().regex(/^[a-z0-9-]{1,16}$/, '1 to 16 of a-z 0-9 -');

/** Epoch milliseconds. */
const instant = z.int();

export const stageName = z.enum([
  'preparing',
  'nominating',
  'promoting',
  'voting',
  'verifying',
  'notice',
  'awarded',
  'archived',
  'ended',
]);
export type StageName = z.infer<typeof stageName>;

/** How candidates are counted: 位 for people, 件 for deeds, 幅 for pictures. */
export const measure = z.enum(['项', '位', '件', '幅', '个']);

const candidateGroup = z.object({
  id: z.string(),
  name: z.string(),
  /** How many choices of this group one ballot has to hold, inclusive. */
  min: z.int(),
  max: z.int(),
});

export const ballotRules = z.object({
  /** `once` for the whole event, `daily` for a calendar day in Asia/Shanghai. */
  period: z.enum(['once', 'daily']),
  ballotsPerPeriod: z.int(),
  choices: z.object({ min: z.int(), max: z.int() }),
  /** How many of one voter's ballots in a period may name the same candidate; ballots hold one choice then. */
  perCandidate: z.int().optional(),
  groups: z.array(candidateGroup).optional(),
});

export const countPolicy = z.discriminatedUnion('kind', [
  /** By `step` ballots at a time: 20 where it is absent. With 1, whoever watches may guess whose ballot just came. */
  z.object({ kind: z.literal('live'), step: z.literal(1).optional() }),
  /** Published once a day at `at`, "HH:mm" in Asia/Shanghai. */
  z.object({ kind: z.literal('daily'), at: z.string() }),
  z.object({ kind: z.literal('afterClose') }),
]);

/**
 * How many ballots that wait are released at once. Fewer wait for the turn of an hour, or for the close. Nothing public changes
 * between releases: no figure, no index, no time.
 */
export const step = z.literal([1, 20]);

/** One entry of the public record of changes after publishing. */
export const publicChange = z.object({
  at: instant,
  /** Fields of the poll or `candidate.<field>`s, with commas between, or an act such as `extend`. */
  what: z.string(),
  candidateId: z.string().optional(),
  reason: z.string(),
  /** An act that one person did alone, as the poll's rules let them. */
  isAlone: z.literal(true).optional(),
});

/** What one field said before a change and says since: a text, an instant for `stages.…`, a number of pictures. */
const changedField = z.object({
  field: z.string(),
  before: z.union([z.string(), z.int()]),
  after: z.union([z.string(), z.int()]),
});

const recordedChange = publicChange.omit({ candidateId: true }).extend({
  /** 1 for the first after publishing. */
  number: z.int(),
  /** The candidate it is about, by its present name. */
  candidate: z.object({ id: z.string(), number: z.int(), name: z.string() }).optional(),
  /** Absent where an older version of the cloud made the change. */
  fields: z.array(changedField).optional(),
});

/** A public lot as the rules announce it: its source, when it speaks, and how many digits it gives. */
export const announcedLot = z.object({ source: z.string(), at: instant, digits: z.int() });

const timelineEntry = z.object({
  stage: stageName,
  /** As announced. Behind the vote of a poll with a notice it is a plan, for those stages are reached by acts. */
  startAt: instant,
  /** When such a stage was reached. */
  reachedAt: instant.optional(),
  /** Its announced time is over, and it was not reached. */
  isLate: z.literal(true).optional(),
});

/** The notice that stands, from the first one on; over once the server's time is `until`. */
export const standingNotice = z.object({
  n: z.int(),
  from: instant,
  until: instant,
  office: z.string(),
  phone: z.string(),
  address: z.string(),
  note: z.string(),
});

/** What became of a poll behind its close, in short; `outcome.json` beside its log has all of it (`universal/outcome.ts`). */
const outcomeInShort = z.object({
  notice: standingNotice.extend({ reason: z.string().optional() }).optional(),
  awardedAt: instant.optional(),
  /** Those who are to be awarded, or are; in the ranking's order, revoked ones among them. */
  winners: z.array(z.object({ candidate: z.string(), rank: z.int(), level: z.string().optional() })),
  /** Ids of those whose award was taken back. */
  revoked: z.array(z.string()),
});

const pollSummary = z.object({
  id: z.string(),
  title: z.string(),
  stage: stageName,
  organiser: z.string(),
  /** A cloud file id, or absent. */
  cover: z.string().optional(),
  candidateCount: z.int(),
  measure,
  rules: ballotRules,
  countPolicy,
  votingStartAt: instant,
  /** The first instant at which no ballot is taken any more. */
  votingEndAt: instant,
  /** Ended by its organisers before an award: nothing comes any more. */
  isCalledOff: z.literal(true).optional(),
});

const listedPoll = pollSummary.extend({
  /** Whom one may call about it; absent where the organisers gave no number. */
  hotline: z.string().optional(),
  /** Only for polls that are open now: how many ballots the caller may still cast in this period. */
  me: z.object({ ballotsLeft: z.int() }).optional(),
});

const texts = Object.fromEntries(
  pollTextNames.map((name) => [name, pollTexts[name].isAlways ? z.string() : z.string().optional()]),
  // It has exactly the list's names.
) as {
  [Name in keyof WrittenTexts]-?: undefined extends WrittenTexts[Name] ? z.ZodOptional<z.ZodString> : z.ZodString;
};

export const pollDetail = pollSummary.extend({
  ...texts,
  /** Documents of the organisers', for `wx.openDocument`; absent where there are none. */
  attachments: z.array(z.object({ file: z.string(), name: z.string(), size: z.int() })).optional(),
  step,
  /** Stages in order of time; the first starts the poll. */
  timeline: z.array(timelineEntry),
  /** How many working days of notice the rules owe; absent where they owe none and the result comes by itself. */
  noticeDays: z.int().optional(),
  outcome: outcomeInShort.optional(),
  callOff: z.object({ reason: z.string(), at: instant }).optional(),
  /** Only members of certain chat groups vote: `group.enter` before `ballot.cast`. */
  isForGroups: z.literal(true).optional(),
  /** How many candidates win: the cut-off line of the ranking. Absent where all would. */
  seats: z.int().optional(),
  /** The public lot that decides between equal votes; absent where those share their place, the last seat too. */
  lot: announcedLot.optional(),
  /** The only reasons for which a ballot may be voided; none can be where there are none. */
  voidReasons: z.array(z.string()),
  /** The latest instant to which the end may still be moved; absent where it is not moved back. */
  latestEndAt: instant.optional(),
  /** Two persons are needed for every act that binds the public; without it a team's owner may do them alone. */
  secondPerson: z.literal(true).optional(),
  /** How many changes there were after publishing, and the latest; absent where there was none. `poll.changes` tells all. */
  changes: z.object({ count: z.int(), latest: publicChange }).optional(),
});

const candidateSummary = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  group: z.string().optional(),
  /** Present when this candidate takes no more votes. */
  withdrawn: z.literal(true).optional(),
  /** Why, where it was taken out by an act: `frozen` may come back. */
  standing: z
    .object({ state: z.enum(['frozen', 'withdrawn']), reason: z.string(), isAlone: z.literal(true).optional() })
    .optional(),
  /** Department or unit that proposes it. */
  unit: z.string(),
  sentence: z.string(),
  /** A cloud file id; absent when there is no picture. */
  picture: z.string().optional(),
});

export const criterion = z.enum(criteria);

export const candidateDetail = candidateSummary.extend({
  pictures: z.array(z.string()),
  video: z.string().optional(),
  /** Up to three figures, e.g. { figure: "216", unit: "个", label: "社区开饭" }. */
  facts: z.array(z.object({ figure: z.string(), unit: z.string(), label: z.string() })),
  /** What there is to say at length, in paragraphs; absent where nothing is. */
  detail: z.string().optional(),
  /** Text by criterion, in this order. */
  criteria: z.array(z.object({ criterion, text: z.string() })),
});

const votingState = z.object({
  /** How many ballots the caller may still cast in this period; 0 when the poll is not open. */
  ballotsLeft: z.int(),
  /** The period now: "once", or a day like "2026-11-23". Sent back with the cast. */
  period: z.string(),
  /** Which of the period's ballots the next cast should be; 1 … ballotsPerPeriod, or null when none is left. */
  nth: z.int().nullable(),
  /** When the caller may cast again, if nothing is left now and there is a later period. */
  nextAt: instant.nullable(),
  /** The caller's ballots in this period. */
  ballots: z.array(z.object({ nth: z.int(), choices: z.array(z.string()) })),
  /** Unsigned 32-bit: the caller's own order of candidates in this poll. */
  shuffleSeed: z.int(),
  /**
   * Where the poll's rules declare fair play: proof that the page was opened, good for 24 hours. A phone keeps the first it gets for a
   * poll until it is an hour old, and sends it with its casts.
   */
  ticket: z.string().optional(),
});

export const pollList = {
  input: z.strictObject({
    /** `next` of the page before. */
    cursor: opaque(128).optional(),
    /** Part of a title, or a poll's id. */
    query: line(0, 64).optional(),
  }),
  output: z.object({ polls: z.array(listedPoll), next: z.string().optional() }),
  errors: ['INVALID_INPUT'],
} as const;

export const pollGet = {
  input: z.strictObject({ pollId: wantedId, channel: channel.optional() }),
  output: z.object({
    poll: pollDetail,
    candidates: z.array(candidateSummary),
    me: votingState,
    can: z.object({ cast: z.boolean() }),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;

/** The public record of changes after publishing, newest first. */
export const pollChanges = {
  input: z.strictObject({
    pollId: wantedId,
    /** `next` of the page before. */
    before: z.int().min(1).optional(),
  }),
  output: z.object({
    title: z.string(),
    /** How many there are in all. */
    count: z.int(),
    changes: z.array(recordedChange),
    next: z.int().optional(),
  }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND'],
} as const;

export const candidateGet = {
  input: z.strictObject({ pollId: wantedId, candidateId: wantedId }),
  output: z.object({ candidate: candidateDetail }),
  errors: ['INVALID_INPUT', 'POLL_NOT_FOUND', 'CANDIDATE_NOT_FOUND'],
} as const;
