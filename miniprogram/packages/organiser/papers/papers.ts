import { tellFailure } from '../../../phone/dialogs';
import { openDocument } from '../../../phone/documents';
import { makePaper, type PaperId } from '../services/papers';
import { paperWords } from '../text/papers';
import { paperRows } from './papers.view';

type Row = WechatMiniprogram.TouchEvent<object, object, { id: PaperId }>;

Page({
  data: { words: paperWords, rows: paperRows(null), isBusy: false },

  pollId: '',
  isGone: false,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
  },

  onUnload() {
    this.isGone = true;
  },

  async make({ currentTarget }: Row) {
    if (this.data.isBusy) return;
    const { id } = currentTarget.dataset;
    this.setData({ isBusy: true, rows: paperRows({ id, done: 0, of: 0 }) });
    const made = await makePaper(this.pollId, id, (done, of) => {
      if (!this.isGone) this.setData({ rows: paperRows({ id, done, of }) });
      return !this.isGone;
    });
    if (this.isGone) return;
    this.setData({ isBusy: false, rows: paperRows(null) });
    if (made === null) return;
    if ('code' in made) await tellFailure(made);
    else if (!(await openDocument(made.path, 'pdf'))) {
      await tellFailure({ code: 'NO_ANSWER', message: 'the document did not open' });
    }
  },
});
