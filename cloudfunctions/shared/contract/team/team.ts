import * as z from 'zod';
import { wantedId } from '../poll';
import { boundErrors, contentErrors, cursor, line, person, role, text } from '../editing/fields';

/** The secret of an invitation, which only its link holds. */
const token = z.string().regex(/^[A-Za-z0-9_-]{32}$/, 'the token of an invitation');

export const teamList = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    members: z.array(person.extend({ joinedAt: z.int(), isMe: z.boolean() })),
    /** Invitations that nobody has taken yet, and that have not expired. */
    invitations: z.array(z.object({ id: z.string(), role, expiresAt: z.int(), by: person })),
  }),
  errors: boundErrors,
} as const;

/** Gives a member another role. The last owner stays one: LAST_OWNER. */
export const teamSetRole = {
  input: z.strictObject({ pollId: wantedId, memberId: wantedId, role }),
  output: z.object({}),
  errors: [...boundErrors, 'MEMBER_NOT_FOUND', 'LAST_OWNER'],
} as const;

/** Removes a member; everything they did stays on the trail. */
export const teamRemove = {
  input: z.strictObject({ pollId: wantedId, memberId: wantedId, reason: text(1, 200) }),
  output: z.object({}),
  errors: [...boundErrors, 'MEMBER_NOT_FOUND', 'LAST_OWNER', ...contentErrors],
} as const;

/** The caller leaves the team. */
export const teamLeave = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({}),
  errors: [...boundErrors, 'LAST_OWNER'],
} as const;

/** Makes an invitation for one person. The token is answered once and kept nowhere; the page puts it into a shared card. */
export const invitationCreate = {
  input: z.strictObject({ pollId: wantedId, role }),
  output: z.object({ id: z.string(), token: z.string(), expiresAt: z.int() }),
  errors: [...boundErrors, 'LIMIT_REACHED'],
} as const;

export const invitationRevoke = {
  input: z.strictObject({ pollId: wantedId, invitationId: wantedId }),
  output: z.object({}),
  errors: [...boundErrors, 'INVITATION_NOT_FOUND'],
} as const;

const invitationErrors = ['INVALID_INPUT', 'INVITATION_NOT_FOUND', 'INVITATION_EXPIRED', 'INVITATION_USED'] as const;

/** What the card says before one accepts: whose it is, and for which role. Anyone with the token may ask. */
export const invitationPeek = {
  input: z.strictObject({ token }),
  output: z.object({
    pollId: z.string(),
    title: z.string(),
    organiser: z.string(),
    role,
    invitedBy: z.string(),
    expiresAt: z.int(),
    /** The caller is of this team already. */
    isMember: z.boolean(),
  }),
  errors: invitationErrors,
} as const;

/** Joins the team. A repeat by the one who joined answers the same; by anybody else INVITATION_USED. */
export const invitationAccept = {
  input: z.strictObject({ token, myName: line(1, 20) }),
  output: z.object({ pollId: z.string(), role }),
  errors: [...invitationErrors, 'ALREADY_MEMBER', ...contentErrors],
} as const;

/** What an entry of the trail tells: a procedure's name where it was one, else what became of an act. */
export const trailKind = z.enum([
  'poll.create',
  'poll.save',
  'poll.discard',
  'candidate.add',
  'candidate.save',
  'candidate.remove',
  'candidate.arrange',
  'candidate.import',
  'candidate.copy',
  'nomination.accept',
  'nomination.return',
  'nomination.merge',
  'media.decide',
  'objection.accept',
  'objection.decline',
  'objection.hear',
  'survey.save',
  'survey.open',
  'team.setRole',
  'team.remove',
  'team.leave',
  'team.seatOwner',
  'invitation.create',
  'invitation.revoke',
  'invitation.accept',
  'act.proposed',
  'act.approved',
  'act.rejected',
  'act.cancelled',
  'act.done',
  'act.lapsed',
  'listing.request',
  'listing.list',
  'listing.refuse',
  'listing.unlist',
  'channel.add',
  'channel.rename',
  'channel.remove',
  'group.bind',
  'group.unbind',
  'jury.setUp',
  'jury.open',
  'recusal.declare',
  'recusal.add',
  'recusal.remove',
  'sheet.submit',
  'sheet.reopen',
  'codes.export',
  'certificate.make',
  'notice.print',
  'award.print',
  'report.make',
  'export.make',
]);

export const trailEntry = z.object({
  id: z.string(),
  at: z.int(),
  who: person,
  what: trailKind,
  /** What it was done to: a candidate's name, a member's name, the names of fields. */
  subject: z.string().optional(),
  reason: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** Who did what, newest first. */
export const trailList = {
  input: z.strictObject({ pollId: wantedId, cursor: cursor.optional() }),
  output: z.object({ entries: z.array(trailEntry), next: z.string().optional() }),
  errors: boundErrors,
} as const;
