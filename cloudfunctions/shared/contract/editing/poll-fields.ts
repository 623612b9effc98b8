import * as z from 'zod';
import { attachmentType, attachmentTypes, mostAttachmentBytes, mostAttachments } from '../../universal/attachments';
import { pollTextNames, pollTexts, type PollText } from '../../universal/poll-fields';
import { announcedLot, countPolicy, criterion, measure, publicChange, stageName } from '../poll';
import { fileId, instant, line, person, role, text, version } from './fields';

export const template = z.enum(['services', 'people', 'works', 'talent', 'small', 'blank']);

/** When each stage starts. Voting ends where verifying starts. Those that a poll leaves out do not happen. */
export const stageTimes = z.strictObject({
  nominating: instant.optional(),
  promoting: instant.optional(),
  voting: instant,
  verifying: instant,
  notice: instant.optional(),
  awarded: instant.optional(),
  archived: instant.optional(),
});

const group = z.strictObject({
  /** Made by the page; stays the same while the name changes. */
  id: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/, '1 to 16 of A-Z a-z 0-9 _ -'),
  name: line(1, 20),
  /** How many choices of this group one ballot has to hold, inclusive. */
  min: z.int().min(0).max(500),
  max: z.int().min(0).max(500),
});

export const editedRules = z.strictObject({
  period: z.enum(['once', 'daily']),
  ballotsPerPeriod: z.int().min(1).max(100),
  choices: z.strictObject({ min: z.int().min(1).max(500), max: z.int().min(1).max(500) }),
  perCandidate: z.int().min(1).max(100).optional(),
  groups: z.array(group).max(50).optional(),
});

/** A criterion of the jury's; what it means is the poll's to say. */
const criterionId = z.string().regex(/^[a-z0-9-]{1,16}$/, '1 to 16 of a-z 0-9 -');

const tieBreak = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('votes') }),
  /** The jury's part, or the mean points by one criterion. */
  z.strictObject({ by: z.literal('jury'), criterion: criterionId.optional() }),
  /**
   * `draw` names the public source, e.g. a lottery's number; `at` is when it speaks, after the latest end of the vote; `digits` how many
   * it gives. A draft may lack some of it.
   */
  z.strictObject({
    by: z.literal('lot'),
    draw: line(0, 60),
    at: instant.optional(),
    digits: z.int().min(1).max(20).optional(),
  }),
]);

/** Of a part of the result, or of a criterion. */
const weight = z.int().min(1).max(100);
const dropped = z.int().min(0).max(3);

/**
 * How a jury scores. Points are whole, up to `most` by each criterion: 9.5 of 10 is 95 of 100. A draft's criteria may lack names, and
 * weigh more than 100 together: publishing asks for both.
 */
export const juryRules = z.strictObject({
  weight,
  most: z.int().min(1).max(100),
  criteria: z
    .array(z.strictObject({ id: criterionId, name: line(0, 20), weight }))
    .min(1)
    .max(10)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'each id once'),
  /** So many of a candidate's highest and lowest sheets do not count, where `least` are left. */
  drop: z.strictObject({ top: dropped, bottom: dropped }),
  least: z.int().min(1).max(50),
  /** Whether the public reads points under names, or under 1号评委. */
  names: z.enum(['named', 'numbered']),
});

/** How votes and jury sheets become a ranking; see `universal/ledger/entries/whole-result.ts`. */
export const resultRules = z
  .strictObject({
    seats: z.int().min(1).max(500),
    decimals: z.int().min(0).max(6),
    votes: z.strictObject({ weight, by: z.enum(['maximum', 'ballots', 'rank']) }).optional(),
    jury: juryRules.optional(),
    ties: z.array(tieBreak).max(10),
  })
  .refine(({ votes, jury }) => votes !== undefined || jury !== undefined, 'votes, jury or both');

/**
 * Nominations are taken while the poll is a draft: from `stages.nominating` (where there is one) until the next stage, and no longer
 * than until publishing, when the candidates stand. The page that takes them is the poll's public face until then.
 */
export const nominationRules = z.strictObject({
  /** Whoever has the link may propose; off until the team switches it on. */
  isOpen: z.boolean(),
  /** How many candidates one person may propose. */
  perPerson: z.int().min(1).max(20),
  /** What may be proposed, and how. */
  guide: text(0, 500),
});

const editedCountPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('live'), step: z.literal(1).optional() }),
  z.strictObject({ kind: z.literal('daily'), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '"HH:mm"') }),
  z.strictObject({ kind: z.literal('afterClose') }),
]);

const attachment = z.strictObject({
  file: fileId.refine(
    (file) => attachmentType(file) !== undefined,
    `a file that ends in ${attachmentTypes.join(', ')}`,
  ),
  name: line(1, 60),
  /** The file's own, bytes. */
  size: z.int().min(1).max(mostAttachmentBytes),
});

const texts = Object.fromEntries(
  pollTextNames.map((name) => {
    const { most, lines } = pollTexts[name];
    return [name, lines === 'one' ? line(0, most) : text(0, most)];
  }),
) as Record<PollText, z.ZodString>; // It has exactly the list's names.

/** What of a poll can be edited. A draft's texts may be empty; the checklist says what publishing needs. */
export const pollFields = z.strictObject({
  ...texts,
  /** Uploaded by the page under `polls/<pollId>/`; null takes it away. */
  cover: fileId.nullable(),
  /** Uploaded by the page under `polls/<pollId>/attachments/`; one that is left out is deleted. */
  attachments: z
    .array(attachment)
    .max(mostAttachments)
    .refine((all) => new Set(all.map(({ file }) => file)).size === all.length, 'each file once'),
  stages: stageTimes,
  /** The vote opens as soon as the poll is published; `stages.voting` is set then, and what comes before it falls away. */
  opensAtOnce: z.boolean(),
  rules: editedRules,
  countPolicy: editedCountPolicy,
  result: resultRules,
  /** The only reasons for which a ballot may be voided. */
  voidReasons: z.array(line(1, 60)).max(20),
  /** The latest instant to which the end may still be moved once the poll is published; null: the end stands. */
  latestEnd: instant.nullable(),
  /** Texts that each candidate gives. */
  criteria: z.array(criterion).max(4),
  /** Acts that bind the public need a second person of the team. */
  secondPerson: z.boolean(),
  nomination: nominationRules,
  /** Members of the poll's chat groups alone vote: see `group.bind`. */
  isForGroups: z.boolean(),
  /** How candidates are counted: 位 for people, 幅 for pictures. */
  measure,
});
export type PollFields = z.output<typeof pollFields>;

/** Where a picture or video stands. Only `passed` is ever shown to voters. `review` waits for a reviewer of the team. */
export const mediaState = z.enum(['pending', 'passed', 'review', 'refused']);

export const medium = z.object({ file: z.string(), state: mediaState });

export const listingState = z.object({
  /** `unlisted` until somebody asks; links work in any state. */
  state: z.enum(['unlisted', 'requested', 'listed', 'refused']),
  reason: z.string().optional(),
});

/** `frozen`: published, and standing still until whoever operates the installation lets it go on. */
export const status = z.enum(['draft', 'published', 'withdrawn', 'frozen']);

/** A poll as its team sees it. */
export const editedPoll = pollFields.omit({ cover: true, attachments: true, countPolicy: true }).extend({
  id: z.string(),
  /** To be sent back with the next change. */
  version,
  /** The version of which candidates there are and in which order; to be sent back with a change of that. */
  listVersion: version,
  status,
  stage: stageName,
  template,
  /** What the template is for: an award is asked for more than a small poll among neighbours. */
  kind: z.enum(['award', 'contest', 'small']),
  cover: medium.nullable(),
  attachments: z.array(attachment.extend({ state: mediaState })),
  countPolicy,
  candidateCount: z.int(),
  createdAt: z.int(),
  publishedAt: z.int().optional(),
  /** Who changed this version of the poll, and when. */
  edited: person.extend({ at: z.int() }),
  listing: listingState,
  /** The vote is closed, and who wins hangs on the public lot: `enterDraw` is needed once it is drawn. `tied` is how many. */
  awaitsDraw: announcedLot.extend({ tied: z.int() }).optional(),
  /** Working days of notice that its published rules owe: what comes behind the vote is reached by acts (`outcome.steps`). */
  noticeDays: z.int().optional(),
  awardedAt: instant.optional(),
  isCalledOff: z.literal(true).optional(),
  /** The public record, oldest first. */
  changes: z.array(publicChange),
  me: person,
  /** The procedures of this contract that my role may call; whether they make sense now is for the page to see. */
  may: z.array(z.string()),
  /**
   * Fields that `poll.save` still takes: all of them for a draft; once published texts and the cover, each time with a public reason.
   * The end moves by the acts `extend` and `endEarly`, and not here.
   */
  changeable: z.array(z.string()),
});
export type EditedPoll = z.output<typeof editedPoll>;

export const myPoll = z.object({
  id: z.string(),
  title: z.string(),
  status,
  stage: stageName,
  role,
  candidateCount: z.int(),
  measure,
  votingStartAt: z.int(),
  votingEndAt: z.int(),
  edited: person.extend({ at: z.int() }),
});
