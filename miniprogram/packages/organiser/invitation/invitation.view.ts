import type { FailureState } from '../../../components/page-state/page-state.view';
import { roleNames, roleSentences } from '../../../text/roles';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { PeekedInvitation } from '../services/team';
import { invitationWords, roleAbilities } from '../text/team';

export type InvitationView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      invites: string;
      title: string;
      organiser: string;
      role: string;
      sentence: string;
      abilities: readonly string[];
      until: string;
      /** The caller is of this team already. */
      isOwn: boolean;
    }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function invitationView(invitation: PeekedInvitation, now: number): InvitationView {
  const { title, organiser, role, invitedBy, expiresAt, isMember } = invitation;
  return {
    kind: 'ready',
    invites: invitationWords.invites(invitedBy),
    title: title === '' ? invitationWords.untitled : title,
    organiser: organiser === '' ? '' : invitationWords.organiser(organiser),
    role: roleNames[role],
    sentence: roleSentences[role],
    abilities: roleAbilities[role],
    until: invitationWords.until(momentText(expiresAt, now)),
    isOwn: isMember,
  };
}
