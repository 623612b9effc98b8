import type { Role } from '../../../../cloudfunctions/shared/contract/editing/fields';
import type { OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, type Answer } from '../../../services/cloud';

export type { Role };
export type Team = OrganizerOutput<'team.list'>;
export type Member = Team['members'][number];
export type Invitation = OrganizerOutput<'invitation.create'>;
export type PeekedInvitation = OrganizerOutput<'invitation.peek'>;

export function listTeam(pollId: string): Promise<Answer<Team>> {
  return callOrganizer('team.list', { pollId });
}

export function setRole(pollId: string, memberId: string, role: Role): Promise<Answer<unknown>> {
  return callOrganizer('team.setRole', { pollId, memberId, role });
}

/** @param reason stays on the trail */
export function removeMember(pollId: string, memberId: string, reason: string): Promise<Answer<unknown>> {
  return callOrganizer('team.remove', { pollId, memberId, reason });
}

export function leaveTeam(pollId: string): Promise<Answer<unknown>> {
  return callOrganizer('team.leave', { pollId });
}

/** Makes an invitation for one person. Its token is answered this once: what is not shared now is lost, and made anew. */
export function invite(pollId: string, role: Role): Promise<Answer<Invitation>> {
  return callOrganizer('invitation.create', { pollId, role });
}

export function revokeInvitation(pollId: string, invitationId: string): Promise<Answer<unknown>> {
  return callOrganizer('invitation.revoke', { pollId, invitationId });
}

/** What an invitation is for, before one accepts. */
export function peekInvitation(token: string): Promise<Answer<PeekedInvitation>> {
  return callOrganizer('invitation.peek', { token });
}

/** Joins the team; a repeat by the same person answers the same. */
export function acceptInvitation(token: string, myName: string): Promise<Answer<OrganizerOutput<'invitation.accept'>>> {
  return callOrganizer('invitation.accept', { token, myName });
}
