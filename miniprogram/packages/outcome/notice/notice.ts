import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { shareCard } from '../../../phone/sharing';
import { callNumber } from '../../../phone/system';
import { noticePath, openAwards, openObjection, openObjections } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { publicOutcome, type PublishedOutcome } from '../services/outcome';
import { noticeWords } from '../text/outcome';
import { noticeView, type NoticeView } from './notice.view';

Page({
  ...loadedPage(),
  ...ofPoll,

  data: { view: { kind: 'loading' } as NoticeView, words: noticeWords },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    const path = noticePath(this.pollId);
    if (view.kind !== 'ready') return { path };
    const second = view.notice?.until ?? view.none.title;
    const card = { title: view.titleLines.join('\n'), second, number: 0 };
    return shareCard({ title: noticeWords.share(view.titleLines.join('')), path, card, picture: '' });
  },

  fetch() {
    return publicOutcome(this.pollId);
  },

  show(published: PublishedOutcome) {
    setChanged(this, { view: noticeView(published, serverNow()) });
  },

  call() {
    const { view } = this.data;
    if (view.kind === 'ready' && view.notice) callNumber(view.notice.phone);
  },

  toObjections() {
    openObjections(this.pollId);
  },

  toForm() {
    openObjection(this.pollId);
  },

  toAwards() {
    openAwards(this.pollId);
  },
});
