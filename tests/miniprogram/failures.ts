// A failure of each code, with the details that belong to it.
import type { DetailsOf, Failure, FailureCode } from '../../miniprogram/services/cloud';
import { now, votingEndAt, votingStartAt } from './samples';

const field = 'change.title';
const period = '2026-11-24';

const details: DetailsOf = {
  INVALID_INPUT: { field, expected: 'a line' },
  UNKNOWN_PROCEDURE: { field: 'procedure', expected: ['poll.get'] },
  POLL_NOT_FOUND: { field: 'pollId' },
  POLL_NOT_OPEN: { stage: 'verifying', votingStartAt, votingEndAt },
  PERIOD_OVER: { field: 'period', period, nextAt: now },
  CANDIDATE_NOT_FOUND: { field: 'candidateId' },
  CANDIDATE_WITHDRAWN: { field: 'choices.0' },
  CHOICES_OUT_OF_RANGE: { field: 'choices', min: 1, max: 10, got: 11 },
  ALREADY_VOTED: { period, nextAt: now },
  NO_BALLOT_LEFT: { period, nextAt: null, ballotsPerPeriod: 3 },
  ALREADY_VOTED_FOR: { field: 'choices.0', candidateId: 'c1', cap: 2, period, nextAt: null },
  BALLOT_NOT_FOUND: { field: 'nth' },
  PASS_NEEDED: { field: 'pass' },
  PASS_EXPIRED: { field: 'pass' },
  GROUP_NOT_VERIFIED: { field: 'cloudId' },
  NOT_IN_GROUP: { field: 'cloudId' },
  FORBIDDEN_SOURCE: { field: 'source' },
  BUSY: { requestId: '7' },
  INTERNAL: { requestId: '7' },
  NOT_A_MEMBER: { field: 'pollId' },
  MEMBER_REMOVED: { removedAt: now },
  ROLE_NOT_ALLOWED: { role: 'juror', needed: ['owner', 'editor'] },
  NOT_AN_ADMINISTRATOR: undefined,
  CREATION_NOT_ALLOWED: undefined,
  LIMIT_REACHED: { what: 'polls', most: 20 },
  EDIT_CONFLICT: { version: 2, edited: { memberId: 'm1', name: '李敏', role: 'editor', at: now - 60_000 } },
  FROZEN_AFTER_PUBLISHING: { field },
  NOT_PUBLISHED: undefined,
  CONTENT_REFUSED: { field, suggest: 'risky' },
  CONTENT_CHECK_UNAVAILABLE: undefined,
  FILE_NOT_FOUND: { field: 'file', expected: 'a file' },
  FILE_REFUSED: { field: 'file', reason: 'FILE_EMPTY' },
  COUNTS_HIDDEN: { nextAt: now },
  MEMBER_NOT_FOUND: { field: 'memberId' },
  LAST_OWNER: undefined,
  ALREADY_MEMBER: { role: 'editor' },
  INVITATION_NOT_FOUND: { field: 'token' },
  INVITATION_EXPIRED: { expiresAt: now },
  INVITATION_USED: undefined,
  CHECKLIST_INCOMPLETE: { items: [{ code: 'title', level: 'missing' }] },
  ACT_NOT_FOUND: { field: 'actId' },
  ACT_DECIDED: { state: 'rejected' },
  ACT_NOT_POSSIBLE: { obstacle: 'alreadyPublished' },
  DRAW_MALFORMED: { field: 'act.draw', digits: 6 },
  NEEDS_ANOTHER_PERSON: undefined,
  NOMINATION_NOT_OPEN: {},
  NOMINATION_NOT_FOUND: { field: 'nominationId' },
  NOMINATION_DECIDED: { state: 'merged' },
  MEDIA_NOT_FOUND: { field: 'file' },
  MEDIA_DECIDED: { state: 'passed' },
  CHANNEL_NOT_FOUND: { field: 'channelId' },
  GROUP_NOT_FOUND: { field: 'groupId' },
  REMINDER_NOT_OFFERED: { field: 'kinds', kind: 'votingStart' },
  OBJECTION_CLOSED: { until: Date.parse('2026-12-12T00:00:00+08:00') },
  BALLOT_NOT_VOID: { field: 'receipt' },
  OBJECTION_NOT_FOUND: { field: 'objectionId' },
  OBJECTION_DECIDED: { state: 'accepted' },
  CHARACTERS_NOT_DRAWN: { characters: ['𠮷'], names: ['𠮷野家的店'] },
  NOT_AWARDED: undefined,
  AWARD_REVOKED: { field: 'candidateId', revokedAt: 0 },
  NO_NOTICE: undefined,
  NOT_CERTIFIED: undefined,
  NOT_A_JUROR: { field: 'memberId' },
  RECUSAL_FIRST: undefined,
  RECUSAL_NOT_FOUND: { field: 'candidateId' },
  WECHAT_UNAVAILABLE: {},
  OFFLINE: undefined,
  TIMEOUT: undefined,
  NO_ANSWER: undefined,
};

export const failureCodes = Object.keys(details) as FailureCode[];

/** @param of other details than the code's own sample */
export function failureBy<Code extends FailureCode>(code: Code, of: DetailsOf[Code] = details[code]): Failure {
  const failure = { code, message: 'E11000 duplicate key', ...(of === undefined ? {} : { details: of }) };
  // The pair is one code's; the compiler does not follow that into the object.
  return failure as unknown as Failure;
}
