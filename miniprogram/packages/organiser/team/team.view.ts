import { roleNames, roleSentences } from '../../../text/roles';
import { invitationPath } from '../routes';
import { cardTitle, invitationLine, joinedText, teamWords } from '../text/team';
import type { FailureState } from '../../../components/page-state/page-state.view';
import { dateText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { EditedPoll } from '../services/polls';
import type { Member, Role, Team } from '../services/team';

export interface MemberRow {
  id: string;
  name: string;
  /** The first character of the name, for the round place before it. */
  initial: string;
  role: string;
  sentence: string;
  joined: string;
  isMe: boolean;
  /** What a tap offers; nothing for those who may not. */
  offers: Offer[];
}

export interface Offer {
  id: 'changeRole' | 'remove' | 'leave';
  name: string;
}

export interface InvitationRow {
  id: string;
  role: string;
  line: string;
  canRevoke: boolean;
}

export interface RoleChoice {
  id: Role;
  name: string;
  sentence: string;
  isChosen: boolean;
}

export type TeamView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      members: MemberRow[];
      invitations: InvitationRow[];
      canInvite: boolean;
      /** Said while nobody else could approve an act. */
      alone: string;
    }
  | FailureState;

const roles: readonly Role[] = ['owner', 'editor', 'reviewer', 'juror', 'observer'];

/** @param now the server's time, epoch milliseconds */
export function teamView(poll: Pick<EditedPoll, 'title' | 'may'>, team: Team, now: number): TeamView {
  const may = new Set(poll.may);
  return {
    kind: 'ready',
    title: poll.title,
    members: [...team.members]
      .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.joinedAt - b.joinedAt)
      .map((member) => memberRow(member, may)),
    invitations: team.invitations.map(({ id, role, expiresAt, by }) => ({
      id,
      role: roleNames[role],
      line: invitationLine(by.name, momentText(expiresAt, now)),
      canRevoke: may.has('invitation.revoke'),
    })),
    canInvite: may.has('invitation.create'),
    alone: team.members.length === 1 && team.invitations.length === 0 ? teamWords.alone : '',
  };
}

/** The roles to choose from when inviting or changing, each with its sentence. */
export function roleChoices(chosenRole: Role): RoleChoice[] {
  return roles.map((id) => ({
    id,
    name: roleNames[id],
    sentence: roleSentences[id],
    isChosen: id === chosenRole,
  }));
}

/** The role with this id; a reviewer for any other. */
export function roleOf(id: string): Role {
  return roles.find((role) => role === id) ?? 'reviewer';
}

function memberRow({ memberId, name, role, joinedAt, isMe }: Member, may: ReadonlySet<string>): MemberRow {
  const [initial = ''] = name;
  const offers: Offer[] = [];
  if (may.has('team.setRole')) offers.push({ id: 'changeRole', name: teamWords.changeRole });
  if (isMe) offers.push({ id: 'leave', name: teamWords.leave });
  else if (may.has('team.remove')) offers.push({ id: 'remove', name: teamWords.remove });
  return {
    id: memberId,
    name,
    initial,
    role: roleNames[role],
    sentence: roleSentences[role],
    joined: joinedText(dateText(joinedAt)),
    isMe,
    offers,
  };
}

/**
 * A card that carries an invitation's token.
 * @param target the button that was tapped: WeChat hands on its dataset, whatever it holds
 */
export function invitationCard(target: unknown, pollTitle: string): WechatMiniprogram.Page.ICustomShareContent {
  const { token = '', role = '' } =
    (target as { dataset?: { token?: string; role?: string } } | undefined)?.dataset ?? {};
  return { title: cardTitle(pollTitle, roleNames[roleOf(role)]), path: invitationPath(token) };
}
