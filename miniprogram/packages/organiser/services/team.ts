import type { Role } from '../../../../cloudfunctions/shared/contract/editing/fields';
import type { OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { callOrganiser, type Answer } from '../../../services/cloud';

export type { Role };
export type Team = OrganiserOutput<'team.list'>;
export type Member = Team['members'][number];
export type Invitation = OrganiserOutput<'invitation.create'>;
export type PeekedInvitation = OrganiserOutput<'invitation.peek'>;

export function listTeam(pollId: string): Promise<Answer<Team>> {
  return callOrganiser('team.list', { pollId });
}

export function setRole(pollId: string, memberId: string, role: Role): Promise<Answer<unknown>> {
  return callOrganiser('team.setRole', { pollId, memberId, role });
}

/** @param reason stays on the trail */
export function removeMember(pollId: string, memberId: string, reason: string): Promise<Answer<unknown>> {
  return callOrganiser('team.remove', { pollId, memberId, reason });
}

export function leaveTeam(pollId: string): Promise<Answer<unknown>> {
  return callOrganiser('team.leave', { pollId });
}

/** Makes an invitation for one person. Its token is answered this once: what is not shared now is lost, and made anew. */
export function invite(pollId: string, role: Role): Promise<Answer<Invitation>> {
  return callOrganiser('invitation.create', { pollId, role });
}

export function revokeInvitation(pollId: string, invitationId: string): Promise<Answer<unknown>> {
  return callOrganiser('invitation.revoke', { pollId, invitationId });
}

/** What an invitation is for, before one accepts. */
export function peekInvitation(token: string): Promise<Answer<PeekedInvitation>> {
  return callOrganiser('invitation.peek', { token });
}

/** Joins the team; a repeat by the same person answers the same. */
export function acceptInvitation(token: string, myName: string): Promise<Answer<OrganiserOutput<'invitation.accept'>>> {
  return callOrganiser('invitation.accept', { token, myName });
}

export type Trail = OrganiserOutput<'trail.list'>;
export type TrailEntry = Trail['entries'][number];

/** Who did what, newest first. @param cursor `next` of the page before */
export function listTrail(pollId: string, cursor?: string): Promise<Answer<Trail>> {
  return callOrganiser('trail.list', cursor === undefined ? { pollId } : { pollId, cursor });
}
