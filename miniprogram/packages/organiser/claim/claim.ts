import { copyText } from '../../../phone/clipboard';
import { failureState } from '../../../components/page-state/failure-state';
import { goHome } from '../../../routes';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { momentText } from '../../../text/times';
import { claim } from '../services/installation';
import { getMe } from '../services/polls';
import { openCreation, openListing } from '../routes';
import { claimWords } from '../text/listing';
import { claimView, type ClaimView } from './claim.view';

Page({
  data: { view: { kind: 'loading' } as ClaimView, words: claimWords, code: '', until: '', isBusy: false },

  onShow() {
    void this.load();
  },

  async load() {
    const answer = await getMe();
    this.setData({ view: answer.ok ? claimView(answer.data) : failureState(answer.error, serverNow()) });
  },

  async take() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const answer = await claim();
    this.setData({ isBusy: false });
    if (answer.ok) {
      const { code, expiresAt } = answer.data;
      this.setData({ code, until: claimWords.until(momentText(expiresAt, serverNow())) });
    } else await tellFailure(answer.error);
  },

  copy() {
    copyText(this.data.code, claimWords.copied);
  },

  create: openCreation,

  openListing,

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
