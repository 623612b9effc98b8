import { loadedPage } from '../../../loading/loaded-page';
import { copyText } from '../../../phone/clipboard';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import { claim, type Me } from '../services/installation';
import { getMe } from '../services/polls';
import { openCreation, openListing } from '../routes';
import { claimWords } from '../text/listing';
import { claimView, type ClaimView } from './claim.view';

Page({
  ...loadedPage({ isKept: false }),

  data: { view: { kind: 'loading' } as ClaimView, words: claimWords, code: '', until: '', isBusy: false },

  fetch: getMe,

  show(me: Me) {
    this.setData({ view: claimView(me) });
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
});
