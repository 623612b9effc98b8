import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { objectionsPath, openMyObjections, openObjection } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { publicObjections, type PublicObjections, type PublishedPoll } from '../services/objections';
import { listWords } from '../text/objections';
import { objectionsView, type ObjectionsView } from './objections.view';

Page({
  ...loadedPage(),
  ...ofPoll,

  data: { view: { kind: 'loading' } as ObjectionsView, words: listWords },

  published: undefined as [PublishedPoll, PublicObjections | null] | undefined,
  onlyOpen: false,

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: listWords.share(this.published?.[0].title ?? ''), path: objectionsPath(this.pollId) };
  },

  fetch() {
    return publicObjections(this.pollId);
  },

  show(published: [PublishedPoll, PublicObjections | null]) {
    this.published = published;
    const [poll, list] = published;
    setChanged(this, { view: objectionsView(poll, list, this.onlyOpen, serverNow()) });
  },

  sift() {
    this.onlyOpen = !this.onlyOpen;
    if (this.published) this.show(this.published);
  },

  toMine() {
    openMyObjections(this.pollId);
  },

  toForm() {
    openObjection(this.pollId);
  },
});
