import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { askToConfirm, tellDone, tellFailure } from '../../../phone/dialogs';
import { hideSharing } from '../../../phone/sharing';
import { openObjections } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { leastText, mostText, writtenLength } from '../objection/objection-draft';
import { appealObjection, myObjectionsHere, type MyObjectionsHere } from '../services/objections';
import { formWords, mineWords } from '../text/objections';
import { myObjectionsView, type MyObjectionsView } from './my-objections.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  ...loadedPage(),
  ...ofPoll,

  data: {
    view: { kind: 'loading' } as MyObjectionsView,
    words: mineWords,
    /** The one that is being appealed against; '' for none. */
    appealing: '',
    text: '',
    count: '',
    problem: '',
    isSending: false,
    mostText,
  },

  receipts: new Map() as MyObjectionsHere['receipts'],

  onReady() {
    hideSharing();
  },

  fetch() {
    return myObjectionsHere(this.pollId);
  },

  show({ objections, receipts }: MyObjectionsHere) {
    this.receipts = receipts;
    setChanged(this, { view: myObjectionsView(objections, serverNow()) });
  },

  startAppeal({ currentTarget }: ById) {
    this.setData({ appealing: currentTarget.dataset.id });
    this.write('');
  },

  stopAppeal() {
    this.setData({ appealing: '' });
  },

  type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.write(detail.value);
  },

  write(text: string) {
    this.setData({ text, problem: '', count: formWords.count(writtenLength(text), mostText) });
  },

  async appeal() {
    const { appealing, text, isSending } = this.data;
    if (isSending) return;
    if (writtenLength(text) < leastText) {
      this.setData({ problem: mineWords.appealMissing });
      return;
    }
    const { title, detail, yes } = mineWords.appealAsk;
    if (!(await askToConfirm(title, detail, yes))) return;
    this.setData({ isSending: true });
    const answer = await appealObjection(this.pollId, appealing, text, this.receipts.get(appealing));
    this.setData({ isSending: false });
    if (answer.ok) {
      this.setData({ appealing: '' });
      tellDone(mineWords.appealed);
    } else if (answer.error.code === 'CONTENT_REFUSED') this.setData({ problem: formWords.refused });
    else await tellFailure(answer.error);
    await this.load();
  },

  toList() {
    openObjections(this.pollId);
  },
});
