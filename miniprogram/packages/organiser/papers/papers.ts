import { tellFailure } from '../../../phone/dialogs';
import { openDocument } from '../../../phone/documents';
import { openCertificate } from '../../../routes';
import { makePaper, type PaperId } from '../services/papers';
import { paperWords } from '../text/papers';
import { paperRows } from './papers.view';

type Row = WechatMiniprogram.TouchEvent<object, object, { id: PaperId }>;

Page({
  data: { words: paperWords, rows: paperRows(null, false), isBusy: false, isOfOne: false },

  pollId: '',
  /** Whose papers these are; '' for everybody's. */
  candidateId: '',
  isGone: false,

  onLoad({ id = '', candidate = '' }: { id?: string; candidate?: string }) {
    this.pollId = id;
    this.candidateId = candidate;
    this.setData({ isOfOne: candidate !== '' });
    this.tell(null);
  },

  tell(busy: Parameters<typeof paperRows>[0]) {
    this.setData({ isBusy: busy !== null, rows: paperRows(busy, this.candidateId !== '') });
  },

  toPicture() {
    openCertificate(this.pollId, this.candidateId);
  },

  onUnload() {
    this.isGone = true;
  },

  async make({ currentTarget }: Row) {
    if (this.data.isBusy) return;
    const { id } = currentTarget.dataset;
    this.tell({ id, done: 0, of: 0 });
    const made = await makePaper(this.pollId, id, this.candidateId, (done, of) => {
      if (!this.isGone) this.tell({ id, done, of });
      return !this.isGone;
    });
    if (this.isGone) return;
    this.tell(null);
    if (made === null) return;
    if ('code' in made) await tellFailure(made);
    else if (!(await openDocument(made.path, 'pdf'))) {
      await tellFailure({ code: 'NO_ANSWER', message: 'the document did not open' });
    }
  },
});
