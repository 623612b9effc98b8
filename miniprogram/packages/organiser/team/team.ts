import { setChanged } from '../../../loading/set-changed';
import { loadedPage } from '../../../loading/loaded-page';
import { hideSharing } from '../../../phone/sharing';
import { together, type Answer } from '../../../services/cloud';
import { goHome } from '../../../routes';
import { askToConfirm, tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { openTrail } from '../routes';
import { loadPoll, type EditedPoll } from '../services/polls';
import { leaveTeam, listTeam, removeMember, revokeInvitation, setRole, type Team } from '../services/team';
import { teamWords } from '../text/team';
import { invitationCard, teamView, type MemberRow, type TeamView } from './team.view';
import { askAboutMember } from './ask-about-member';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  ...loadedPage(),

  data: {
    view: { kind: 'loading' } as TeamView,
    words: teamWords,
    pollId: '',
    isInviting: false,
    removing: null as { id: string; title: string } | null,
    isBusy: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ pollId: id });
    // The three dots would share a page that only the team can open; the card is sent from its own button.
    hideSharing();
  },

  /** A card that carries the invitation's token, as the button's dataset has it. */
  onShareAppMessage({
    target,
  }: WechatMiniprogram.Page.IShareAppMessageOption): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    return invitationCard(target, view.kind === 'ready' ? view.title : '');
  },

  fetch() {
    return together(loadPoll(this.data.pollId), listTeam(this.data.pollId));
  },

  show([{ poll }, team]: [{ poll: EditedPoll }, Team]) {
    setChanged(this, { view: teamView(poll, team, serverNow()) });
  },

  /** Says what failed, or shows the team as it is now. */
  async settle(answer: Answer<unknown>) {
    this.setData({ isBusy: false });
    if (!answer.ok) await tellFailure(answer.error);
    await this.load();
  },

  async manage({ currentTarget }: ById) {
    const row = this.memberOf(currentTarget.dataset.id);
    const wanted = row && (await askAboutMember(row));
    if (!row || wanted === undefined) return;
    if (wanted === 'remove') this.setData({ removing: { id: row.id, title: teamWords.removeTitle(row.name) } });
    else if (wanted === 'leave') await this.leave();
    else await this.settle(await setRole(this.data.pollId, row.id, wanted.role));
  },

  async remove({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { removing, pollId } = this.data;
    if (!removing) return;
    this.setData({ isBusy: true });
    const answer = await removeMember(pollId, removing.id, detail.reason);
    if (answer.ok) this.closeRemoving();
    await this.settle(answer);
  },

  async leave() {
    const answer = await leaveTeam(this.data.pollId);
    if (answer.ok) goHome();
    else await tellFailure(answer.error);
  },

  async revoke({ currentTarget }: ById) {
    if (!(await askToConfirm(teamWords.revokeTitle, teamWords.revokeDetail, teamWords.revoke))) return;
    await this.settle(await revokeInvitation(this.data.pollId, currentTarget.dataset.id));
  },

  memberOf(id: string): MemberRow | undefined {
    const { view } = this.data;
    return view.kind === 'ready' ? view.members.find((member) => member.id === id) : undefined;
  },

  openInvite() {
    this.setData({ isInviting: true });
  },

  closeInvite({ detail }: WechatMiniprogram.CustomEvent<{ isSent?: boolean }>) {
    this.setData({ isInviting: false });
    if (detail.isSent) tellDone(teamWords.sent);
    void this.load();
  },

  closeRemoving() {
    this.setData({ removing: null });
  },

  openTrail() {
    openTrail(this.data.pollId);
  },
});
