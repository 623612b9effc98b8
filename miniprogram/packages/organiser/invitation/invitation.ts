import { failureState } from '../../../components/page-state/failure-state';
import { goHome } from '../../../routes';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { replaceByTeam } from '../routes';
import { acceptInvitation, peekInvitation } from '../services/team';
import { invitationWords } from '../text/team';
import { invitationView, type InvitationView } from './invitation.view';

Page({
  data: {
    view: { kind: 'loading' } as InvitationView,
    words: invitationWords,
    name: '',
    isMissing: false,
    isBusy: false,
  },

  token: '',
  pollId: '',

  onLoad({ token = '' }: { token?: string }) {
    this.token = token;
    void this.load();
  },

  async load() {
    const answer = await peekInvitation(this.token);
    const now = serverNow();
    if (answer.ok) this.pollId = answer.data.pollId;
    this.setData({ view: answer.ok ? invitationView(answer.data, now) : failureState(answer.error, now) });
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ name: detail.value, isMissing: false });
  },

  async accept() {
    const name = this.data.name.trim();
    if (name === '') {
      this.setData({ isMissing: true });
      return;
    }
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const answer = await acceptInvitation(this.token, name);
    this.setData({ isBusy: false });
    if (answer.ok) {
      tellDone(invitationWords.joined);
      replaceByTeam(answer.data.pollId);
      return;
    }
    await tellFailure(answer.error);
    await this.load();
  },

  open() {
    replaceByTeam(this.pollId);
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
