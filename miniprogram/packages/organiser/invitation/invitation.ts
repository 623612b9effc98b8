import { loadedPage } from '../../../loading/loaded-page';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { replaceByTeam } from '../routes';
import { acceptInvitation, peekInvitation, type PeekedInvitation } from '../services/team';
import { invitationWords } from '../text/team';
import { invitationView, type InvitationView } from './invitation.view';

Page({
  ...loadedPage({ isKept: false, resumes: false }),

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
  },

  fetch() {
    return peekInvitation(this.token);
  },

  show(invitation: PeekedInvitation) {
    this.pollId = invitation.pollId;
    this.setData({ view: invitationView(invitation, serverNow()) });
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
});
