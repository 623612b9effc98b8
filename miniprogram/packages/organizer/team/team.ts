import { failureState } from '../../../components/page-state/failure-state';
import type { Answer } from '../../../services/cloud';
import { newestOnly } from '../../../services/newest';
import { goHome } from '../../../services/routes';
import { chosen, confirmed, tellDone, tellFailure } from '../../../services/tell';
import { serverNow } from '../../../stores/clock';
import { roleNames } from '../../../text/roles';
import { loadPoll } from '../services/polls';
import { invitationPath, openTrail } from '../services/routes';
import { leaveTeam, listTeam, removeMember, revokeInvitation, setRole, type Role } from '../services/team';
import { cardTitle, teamWords } from '../text/team';
import { roleChoices, roleOf, teamView, type MemberRow, type TeamView } from './team.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  data: {
    view: { kind: 'loading' } as TeamView,
    words: teamWords,
    pollId: '',
    isInviting: false,
    removing: null as { id: string; title: string } | null,
    isBusy: false,
  },

  newest: newestOnly(),

  onLoad({ id = '' }: { id?: string }) {
    this.newest = newestOnly();
    this.setData({ pollId: id });
    // The three dots would share a page that only the team can open; the card is sent from its own button.
    void wx.hideShareMenu();
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  /** A card that carries the invitation's token, as the button's dataset has it. */
  onShareAppMessage({
    target,
  }: WechatMiniprogram.Page.IShareAppMessageOption): WechatMiniprogram.Page.ICustomShareContent {
    // WeChat hands on the dataset of the button that was tapped, whatever it holds.
    const { token = '', role = '' } =
      (target as { dataset?: { token?: string; role?: string } } | undefined)?.dataset ?? {};
    const { view } = this.data;
    const title = view.kind === 'ready' ? view.title : '';
    return { title: cardTitle(title, roleNames[roleOf(role)]), path: invitationPath(token) };
  },

  async load() {
    const { pollId } = this.data;
    const answers = await this.newest(Promise.all([loadPoll(pollId), listTeam(pollId)]));
    if (answers === undefined) return;
    const [poll, team] = answers;
    if (poll.ok && team.ok) this.setData({ view: teamView(poll.data.poll, team.data, serverNow()) });
    else if (this.data.view.kind !== 'ready') {
      const failure = poll.ok ? team : poll;
      if (!failure.ok) this.setData({ view: failureState(failure.error, serverNow()) });
    }
  },

  /** Says what failed, or shows the team as it is now. */
  async settle(answer: Answer<unknown>) {
    this.setData({ isBusy: false });
    if (!answer.ok) await tellFailure(answer.error);
    await this.load();
  },

  async manage({ currentTarget }: ById) {
    const row = this.memberOf(currentTarget.dataset.id);
    if (!row || row.offers.length === 0) return;
    const wanted = row.offers.length === 1 && row.offers[0]?.id === 'leave' ? 'leave' : await chosen(row.offers);
    if (wanted === 'changeRole') await this.changeRole(row);
    if (wanted === 'remove') this.setData({ removing: { id: row.id, title: teamWords.removeTitle(row.name) } });
    if (wanted === 'leave') await this.leave();
  },

  async changeRole({ id }: MemberRow) {
    const role: Role | undefined = await chosen(roleChoices('reviewer'));
    if (role !== undefined) await this.settle(await setRole(this.data.pollId, id, role));
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
    if (!(await confirmed(teamWords.leaveTitle, teamWords.leaveDetail, teamWords.leave))) return;
    const answer = await leaveTeam(this.data.pollId);
    if (answer.ok) goHome();
    else await tellFailure(answer.error);
  },

  async revoke({ currentTarget }: ById) {
    if (!(await confirmed(teamWords.revokeTitle, teamWords.revokeDetail, teamWords.revoke))) return;
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

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else void this.load();
  },
});
