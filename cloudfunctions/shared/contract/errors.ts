import type { ObjectionState } from '../universal/objections';
import type { Stage } from '../universal/poll';
import type { ActObstacle } from '../universal/act-obstacle';
import type { ActState } from './acts';
import type { Role, SignedPerson } from './editing/fields';
import type { ChecklistItem } from './editing/polls';
import type { NominationState } from './nominations';

/** Refusals that voters can meet, by the fact each names. */
export const voterErrorCodes = [
  /** The event or its input has the wrong shape. */
  'INVALID_INPUT',
  'UNKNOWN_PROCEDURE',
  /** No such poll, or one that is not public; the details say so where it was called off, erased, or stands still. */
  'POLL_NOT_FOUND',
  /** Before the vote or after it. */
  'POLL_NOT_OPEN',
  /** The cast was made for a day that is over; `period` is the one now. */
  'PERIOD_OVER',
  'CANDIDATE_NOT_FOUND',
  'CANDIDATE_WITHDRAWN',
  /** Too few or too many choices, overall or in a group. */
  'CHOICES_OUT_OF_RANGE',
  /** The one ballot of this period is cast; `nextAt` says when the next one is possible, null where none will be. */
  'ALREADY_VOTED',
  /** All ballots of this period are cast. */
  'NO_BALLOT_LEFT',
  /** The cap per candidate and period is reached. */
  'ALREADY_VOTED_FOR',
  /** The caller has no such ballot in this poll. */
  'BALLOT_NOT_FOUND',
  /** The poll is of chat groups, and the cast comes with no pass, or with one that is not the caller's. */
  'PASS_NEEDED',
  /** The pass is over: open the poll from the group's card again. */
  'PASS_EXPIRED',
  /** The platform does not vouch for the group: the card was opened by somebody else, or too long ago. */
  'GROUP_NOT_VERIFIED',
  /** The group is none of the poll's. */
  'NOT_IN_GROUP',
  /** The caller is not one this function serves. */
  'FORBIDDEN_SOURCE',
  /**
   * The database refused or timed out: the outcome is unknown, try again with the same castId. With `retryAfter` it has no room for so
   * many calls at the moment: whoever asks again waits so long at the least, and longer each time.
   */
  'BUSY',
  /** A fault of ours; `requestId` finds it in the log. */
  'INTERNAL',
] as const;

/** Refusals that only those who organise or nominate can meet. */
export const organiserErrorCodes = [
  /** The caller is not of this poll's team, or there is no such poll: which of the two is not told. */
  'NOT_A_MEMBER',
  /** The caller was of the team. */
  'MEMBER_REMOVED',
  'ROLE_NOT_ALLOWED',
  /** The caller lists no polls for this installation. */
  'NOT_AN_ADMINISTRATOR',
  /** Only approved organisers create polls here. */
  'CREATION_NOT_ALLOWED',
  /** There are as many as there may be. */
  'LIMIT_REACHED',
  /** Somebody saved in between; `fields` where it is known what. */
  'EDIT_CONFLICT',
  /** The poll is published, and this cannot change any more. */
  'FROZEN_AFTER_PUBLISHING',
  'NOT_PUBLISHED',
  /** A text or picture was not passed; `suggest` is WeChat's, `problems` a list's, as its import tells them. */
  'CONTENT_REFUSED',
  /** WeChat's check did not answer, so nothing was saved; try again. */
  'CONTENT_CHECK_UNAVAILABLE',
  /** No such uploaded file, or one in a folder that is not this poll's. */
  'FILE_NOT_FOUND',
  /** The file cannot be read as what it should be. */
  'FILE_REFUSED',
  /** Results are exported once they are released to everyone. */
  'COUNTS_HIDDEN',
  'MEMBER_NOT_FOUND',
  /** A team keeps at least one owner. */
  'LAST_OWNER',
  'ALREADY_MEMBER',
  'INVITATION_NOT_FOUND',
  'INVITATION_EXPIRED',
  'INVITATION_USED',
  /** `items` as `poll.check` answers them. */
  'CHECKLIST_INCOMPLETE',
  'ACT_NOT_FOUND',
  /** Somebody else approved or rejected it. */
  'ACT_DECIDED',
  'ACT_NOT_POSSIBLE',
  /** Not exactly as many ASCII digits as the rules announce. */
  'DRAW_MALFORMED',
  /** Whoever proposed an act does not approve it. */
  'NEEDS_ANOTHER_PERSON',
  /** With its times where the poll has such a stage. */
  'NOMINATION_NOT_OPEN',
  'NOMINATION_NOT_FOUND',
  'NOMINATION_DECIDED',
  'MEDIA_NOT_FOUND',
  'MEDIA_DECIDED',
  /** The poll has no such channel, or it was removed. */
  'CHANNEL_NOT_FOUND',
  /** No such chat group is bound to the poll. */
  'GROUP_NOT_FOUND',
  /** It is over, the poll does not have it, or the installation has no template for it. */
  'REMINDER_NOT_OFFERED',
  /** Objections are not taken now; `until` where it is known when they were or will be taken to. */
  'OBJECTION_CLOSED',
  /** The ballot counts. */
  'BALLOT_NOT_VOID',
  'OBJECTION_NOT_FOUND',
  'OBJECTION_DECIDED',
  /** The poll has no survey of this number. */
  'SURVEY_NOT_FOUND',
  /** Answers are not taken now; `until` where it was open. */
  'SURVEY_NOT_OPEN',
  /** One person answers a survey once. */
  'ALREADY_ANSWERED',
  /** The first question that has to be answered and was not, from 0. */
  'ANSWER_INCOMPLETE',
  /** No typeface here has some characters of what is to be printed. */
  'CHARACTERS_NOT_DRAWN',
  /** No award is in the log yet. */
  'NOT_AWARDED',
  /** The award was taken back: `revokedAt`. */
  'AWARD_REVOKED',
  /** No notice is up. */
  'NO_NOTICE',
  /** Nobody has certified the count yet. */
  'NOT_CERTIFIED',
  /** The caller, or whoever the input names, has no seat in the poll's jury. */
  'NOT_A_JUROR',
  /** A juror sees the candidates once they have said whom they may not judge. */
  'RECUSAL_FIRST',
  /** The poll's rules have no jury, or nobody is seated. */
  'NO_JURY',
  /** The jury is opened: its seats stand, and what jurors declared. */
  'JURY_STARTED',
  /** Jurors who have not declared, or candidates whom too few may judge. */
  'JURY_INCOMPLETE',
  /** Sheets are not open, or not any more. */
  'JURY_NOT_OPEN',
  /** The juror may not judge this candidate. */
  'RECUSED',
  /** The sheet is handed in, or locked with the jury's. */
  'SHEET_LOCKED',
  'SHEET_INCOMPLETE',
  'POINTS_OUT_OF_RANGE',
  /** The team did not recuse this juror from this candidate. */
  'RECUSAL_NOT_FOUND',
  /** WeChat did not make the code or link; `errcode` where it said why. Try again later. */
  'WECHAT_UNAVAILABLE',
] as const;

/**
 * Every known refusal. A code is part of the contract: clients turn it into a sentence, so a code is added, never renamed.
 */
export const errorCodes = [...voterErrorCodes, ...organiserErrorCodes] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The field of the input that a refusal is about, as a path: "change.rules.groups.2.name". */
interface About {
  field: string;
}

/** What each code's `details` carry; `undefined` where the code says all. Instants are epoch milliseconds. */
export interface RefusalDetails {
  /** `expected` says what would be right; of a cast for another day than today also which it is, and when the next one begins. */
  INVALID_INPUT: About & { expected: string; candidateId?: string; period?: string; nextAt?: number | null };
  UNKNOWN_PROCEDURE: About & { expected: string[] };
  /** At most one of the three: `isStill` where it stands still in this installation until whoever operates that lets it go on. */
  POLL_NOT_FOUND: About & {
    withdrawn?: { title: string; reason?: string; at?: number; isAlone?: true };
    erased?: { at: number; reason: string; hasLog: boolean };
    isStill?: true;
  };
  POLL_NOT_OPEN: { stage: Stage; votingStartAt: number; votingEndAt: number };
  PERIOD_OVER: About & { period: string; nextAt: number | null };
  CANDIDATE_NOT_FOUND: About & { candidateId?: string };
  CANDIDATE_WITHDRAWN: About & { candidateId?: string };
  CHOICES_OUT_OF_RANGE: About & { min: number; max: number; got: number; group?: string };
  ALREADY_VOTED: { period: string; nextAt: number | null };
  NO_BALLOT_LEFT: { period: string; nextAt: number | null; ballotsPerPeriod: number };
  ALREADY_VOTED_FOR: About & { candidateId: string; cap: number; period: string; nextAt: number | null };
  BALLOT_NOT_FOUND: About;
  PASS_NEEDED: About;
  PASS_EXPIRED: About;
  GROUP_NOT_VERIFIED: About;
  NOT_IN_GROUP: About;
  FORBIDDEN_SOURCE: About;
  /** `retryAfter` in milliseconds. */
  BUSY: { requestId: string; retryAfter?: number };
  INTERNAL: { requestId: string };

  NOT_A_MEMBER: About;
  MEMBER_REMOVED: { removedAt: number };
  ROLE_NOT_ALLOWED: { role: Role; needed: Role[] };
  NOT_AN_ADMINISTRATOR: undefined;
  CREATION_NOT_ALLOWED: undefined;
  LIMIT_REACHED: { what: string; most: number };
  EDIT_CONFLICT: { version: number; edited: SignedPerson; fields?: string[] };
  FROZEN_AFTER_PUBLISHING: About;
  NOT_PUBLISHED: undefined;
  CONTENT_REFUSED: About & { suggest: string; problems?: object[] };
  CONTENT_CHECK_UNAVAILABLE: undefined;
  FILE_NOT_FOUND: About & { expected: string };
  FILE_REFUSED: About & FileRefusal;
  COUNTS_HIDDEN: { nextAt: number | null };
  MEMBER_NOT_FOUND: About;
  LAST_OWNER: undefined;
  ALREADY_MEMBER: { role: Role };
  INVITATION_NOT_FOUND: About;
  INVITATION_EXPIRED: { expiresAt: number };
  INVITATION_USED: undefined;
  CHECKLIST_INCOMPLETE: { items: readonly ChecklistItem[] };
  ACT_NOT_FOUND: About;
  ACT_DECIDED: { state: ActState; actId?: string | undefined };
  ACT_NOT_POSSIBLE: ActObstacle;
  DRAW_MALFORMED: About & { digits: number };
  NEEDS_ANOTHER_PERSON: undefined;
  NOMINATION_NOT_OPEN: { startAt?: number; endAt?: number };
  NOMINATION_NOT_FOUND: About;
  NOMINATION_DECIDED: { state: NominationState };
  MEDIA_NOT_FOUND: About;
  MEDIA_DECIDED: { state?: string | undefined };
  CHANNEL_NOT_FOUND: About;
  GROUP_NOT_FOUND: About;
  REMINDER_NOT_OFFERED: About & { kind: string };
  OBJECTION_CLOSED: { startAt?: number; until: number | null };
  BALLOT_NOT_VOID: About;
  OBJECTION_NOT_FOUND: About;
  OBJECTION_DECIDED: { state: ObjectionState };
  SURVEY_NOT_FOUND: About;
  SURVEY_NOT_OPEN: { until?: number };
  ALREADY_ANSWERED: undefined;
  ANSWER_INCOMPLETE: { question: number };
  CHARACTERS_NOT_DRAWN: { characters: string[]; names: string[] };
  NOT_AWARDED: undefined;
  AWARD_REVOKED: About & { revokedAt: number };
  NO_NOTICE: undefined;
  NOT_CERTIFIED: undefined;
  NOT_A_JUROR: About;
  RECUSAL_FIRST: undefined;
  NO_JURY: undefined;
  JURY_STARTED: undefined;
  JURY_INCOMPLETE: { labels: string[]; candidates: string[] };
  JURY_NOT_OPEN: undefined;
  RECUSED: { candidateId: string };
  SHEET_LOCKED: { state: 'submitted' | 'locked' };
  SHEET_INCOMPLETE: { missing: string[] };
  POINTS_OUT_OF_RANGE: About & { criterion: string; most: number };
  RECUSAL_NOT_FOUND: About;
  WECHAT_UNAVAILABLE: { errcode?: number | undefined };
}

/** Why a list was not read, as `spreadsheet/refusal.ts` tells it. */
export type FileRefusal =
  | { reason: 'FILE_EMPTY' | 'FILE_ENCRYPTED' | 'FILE_DAMAGED' | 'CONTENT_TOO_LARGE' | 'ENCODING_UNKNOWN' }
  | { reason: 'FILE_TOO_LARGE'; bytes: number; most: number }
  | { reason: 'NOT_A_SPREADSHEET'; found: 'picture' | 'video' | 'pdf' | 'document' | 'archive' | 'other' }
  | { reason: 'SPREADSHEET_FORMAT_UNSUPPORTED'; found: 'xls' | 'xlsb' | 'ods' | 'html' | 'xml' }
  | { reason: 'TOO_MANY_COLUMNS'; found: number; most: number }
  | { reason: 'QUOTES_BROKEN'; row: number };

/** A known refusal as a value: returned, never thrown. `message` is English, for developers; clients speak from the code. */
export type Refusal<Code extends ErrorCode = ErrorCode> = {
  [Each in Code]: RefusalDetails[Each] extends undefined
    ? { code: Each; message: string; details?: undefined }
    : { code: Each; message: string; details: RefusalDetails[Each] };
}[Code];

/** What every function answers. `now` is the server's clock, epoch milliseconds: phones' clocks are wrong. */
export type Reply<Data, Code extends ErrorCode = ErrorCode> =
  { ok: true; data: Data; now: number } | { ok: false; error: Refusal<Code>; now: number };
