import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { shareCard } from '../../../phone/sharing';
import { awardsPath, openNotice, openObjections, openVerify } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { publicOutcome, type PublishedOutcome } from '../services/outcome';
import { awardWords, noticeWords } from '../text/outcome';
import { awardsView, type AwardsView } from './awards.view';

Page({
  ...loadedPage(),
  ...ofPoll,

  data: { view: { kind: 'loading' } as AwardsView, words: { ...awardWords, objections: noticeWords.objections } },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    const path = awardsPath(this.pollId);
    if (view.kind !== 'ready') return { path };
    const card = { title: view.titleLines.join('\n'), second: view.heading, number: 0 };
    return shareCard({ title: awardWords.share(view.titleLines.join('')), path, card, picture: '' });
  },

  fetch() {
    return publicOutcome(this.pollId);
  },

  show(published: PublishedOutcome) {
    setChanged(this, { view: awardsView(published, serverNow()) });
  },

  toNotice() {
    openNotice(this.pollId);
  },

  toVerify() {
    openVerify(this.pollId);
  },

  toObjections() {
    openObjections(this.pollId);
  },
});
