/** Refusals that voters can meet, by the fact each names. */
export const voterErrorCodes = [
  /** The event or its input has the wrong shape; `details` names the field and what would be right. */
  'INVALID_INPUT',
  'UNKNOWN_PROCEDURE',
  /** No such poll, or one that is not public. `details.withdrawn` says with `title`, `reason`, `at` that it was called off. */
  'POLL_NOT_FOUND',
  /** Before the vote or after it; `details` carries `stage`, `votingStartAt`, `votingEndAt`. */
  'POLL_NOT_OPEN',
  /** The cast was made for a day that is over; `details.period` is the period now. */
  'PERIOD_OVER',
  'CANDIDATE_NOT_FOUND',
  'CANDIDATE_WITHDRAWN',
  /** Too few or too many choices, overall or in a group; `details` carries `min`, `max`, `got`, `group?`. */
  'CHOICES_OUT_OF_RANGE',
  /** The one ballot of this period is cast; `details.nextAt` says when the next one is possible, or null. */
  'ALREADY_VOTED',
  /** All ballots of this period are cast; `details` as for ALREADY_VOTED. */
  'NO_BALLOT_LEFT',
  /** The cap per candidate and period is reached; `details` carries `candidateId`, `cap`, `nextAt`. */
  'ALREADY_VOTED_FOR',
  /** The caller has no such ballot in this poll. */
  'BALLOT_NOT_FOUND',
  /** The poll is of chat groups, and the cast comes with no pass, or with one that is not the caller's. */
  'PASS_NEEDED',
  /** The pass was good until `details.expiredAt`: open the poll from the group's card again. */
  'PASS_EXPIRED',
  /** The platform does not vouch for the group: the card was opened by somebody else, or too long ago. */
  'GROUP_NOT_VERIFIED',
  /** The group is none of the poll's. */
  'NOT_IN_GROUP',
  /** The caller is not one this function serves. */
  'FORBIDDEN_SOURCE',
  /** The database refused or timed out: the outcome is unknown, try again with the same castId. */
  'BUSY',
  /** A fault of ours; `details.requestId` finds it in the log. */
  'INTERNAL',
] as const;

/** Refusals that only those who organise or nominate can meet. */
export const organiserErrorCodes = [
  /** The caller is not of this poll's team, or there is no such poll: which of the two is not told. */
  'NOT_A_MEMBER',
  /** The caller was of the team; `details.removedAt`. */
  'MEMBER_REMOVED',
  /** `details` carries the caller's `role` and the roles `needed`. */
  'ROLE_NOT_ALLOWED',
  /** The caller lists no polls for this installation. */
  'NOT_AN_ADMINISTRATOR',
  /** Only approved organisers create polls here. */
  'CREATION_NOT_ALLOWED',
  /** There are as many as there may be; `details` carries `what` and `most`. */
  'LIMIT_REACHED',
  /** Somebody saved in between; `details` carries `version`, `edited` (who and when) and, where known, `fields`. */
  'EDIT_CONFLICT',
  /** The poll is published, and this cannot change any more; `details` carries `field`. */
  'FROZEN_AFTER_PUBLISHING',
  'NOT_PUBLISHED',
  /** A text or picture was not passed; `details` carries `field` and WeChat's `suggest`. */
  'CONTENT_REFUSED',
  /** WeChat's check did not answer, so nothing was saved; try again. */
  'CONTENT_CHECK_UNAVAILABLE',
  /** No such uploaded file, or one in a folder that is not this poll's; `details` carries `field`. */
  'FILE_NOT_FOUND',
  /** The file cannot be read as what it should be; `details` carries `reason`. */
  'FILE_REFUSED',
  /** Results are exported once they are released to everyone; `details.nextAt`. */
  'COUNTS_HIDDEN',
  'MEMBER_NOT_FOUND',
  /** A team keeps at least one owner. */
  'LAST_OWNER',
  'ALREADY_MEMBER',
  'INVITATION_NOT_FOUND',
  'INVITATION_EXPIRED',
  'INVITATION_USED',
  /** `details` carries `items`, as `poll.check` answers them. */
  'CHECKLIST_INCOMPLETE',
  'ACT_NOT_FOUND',
  /** Somebody else approved or rejected it; `details` carries `state`. */
  'ACT_DECIDED',
  /** `details` carries `obstacle`, see the contract of acts. */
  'ACT_NOT_POSSIBLE',
  /** Not exactly as many ASCII digits as the rules announce; `details` carries `field`, `digits`. */
  'DRAW_MALFORMED',
  /** Whoever proposed an act does not approve it. */
  'NEEDS_ANOTHER_PERSON',
  /** `details` carries `startAt`, `endAt` where the poll has such a stage. */
  'NOMINATION_NOT_OPEN',
  'NOMINATION_NOT_FOUND',
  /** `details` carries `state`. */
  'NOMINATION_DECIDED',
  'MEDIA_NOT_FOUND',
  'MEDIA_DECIDED',
  /** The poll has no such channel, or it was removed. */
  'CHANNEL_NOT_FOUND',
  /** No such chat group is bound to the poll. */
  'GROUP_NOT_FOUND',
  /** `details` carries `kind`: it is over, the poll does not have it, or the installation has no template for it. */
  'REMINDER_NOT_OFFERED',
  /** WeChat did not make the code or link; `details` carries `errcode` where it said why. Try again later. */
  'WECHAT_UNAVAILABLE',
] as const;

/**
 * Every known refusal. A code is part of the contract: clients turn it into a sentence, so a code is added, never renamed.
 */
export const errorCodes = [...voterErrorCodes, ...organiserErrorCodes] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A known refusal as a value: returned, never thrown. */
export interface Refusal {
  code: ErrorCode;
  /** English, for developers; clients speak from the code. */
  message: string;
  details?: Record<string, unknown>;
}

/** What every function answers. `now` is the server's clock, epoch milliseconds: phones' clocks are wrong. */
export type Reply<Data> = { ok: true; data: Data; now: number } | { ok: false; error: Refusal; now: number };
