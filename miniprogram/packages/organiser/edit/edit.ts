import { loadedPage } from '../../../loading/loaded-page';
import { scrollPage } from '../../../phone/page';
import { tellFailure } from '../../../phone/dialogs';
import { rejectAct } from '../services/acts';
import { canEdit } from '../draft/fields';
import { choosePictures } from '../../../phone/pictures';
import { upload } from '../services/uploads';
import { replaceByManage } from '../routes';
import { editorWords } from '../text/editor';
import { mediaWords } from '../text/media';
import { publishWords } from '../text/publish';
import type { Edit } from './apply-edit';
import type { Side } from '../components/conflict-sheet/conflict-sheet.view';
import { askToPublish } from './ask-to-publish';
import { ways, type Destination } from './destination';
import { emptyEditData } from './edit-data';
import { EditSession } from './edit-session';
import { openDestination } from './open-destination';
import { stepAfter } from './steps';

Page({
  ...loadedPage({ place: 'failure' }),

  data: { ...emptyEditData, words: editorWords },

  pollId: '',
  editor: new EditSession('', () => undefined),

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.editor = new EditSession(id, (change) => {
      this.setData(change);
    });
  },

  /** Also on the way back from a page of the step: candidates may have been added there. */
  async load() {
    await this.editor.load();
    const { poll } = this.editor;
    if (poll && !canEdit(poll)) replaceByManage(this.pollId);
  },

  onHide() {
    void this.editor.draft.flush();
  },

  onUnload() {
    void this.editor.draft.flush();
    this.editor.draft.end();
  },

  edit({ detail }: WechatMiniprogram.CustomEvent<Edit>) {
    this.editor.edit(detail);
  },

  async back() {
    await this.turnTo(-1);
  },

  async next() {
    if (!this.data.next.isReady) return;
    if (this.editor.step === 'publish') await this.publish();
    else await this.turnTo(1);
  },

  async turnTo(distance: 1 | -1) {
    void this.editor.draft.flush();
    const entered = this.editor.enter(stepAfter(this.editor.step, distance));
    void scrollPage();
    await entered;
  },

  async go({ detail }: WechatMiniprogram.CustomEvent<{ to: Destination }>) {
    await openDestination(this.editor, this.pollId, detail.to);
  },

  async preview() {
    await openDestination(this.editor, this.pollId, ways.preview);
  },

  async chooseCover() {
    const [picture] = await choosePictures(1);
    if (!picture) return;
    const file = await upload(this.pollId, picture, (percent) => {
      this.setData({ upload: mediaWords.uploading(percent) });
    });
    this.setData({ upload: file === undefined ? mediaWords.failed : '' });
    if (file !== undefined) this.editor.edit({ kind: 'cover', file });
  },

  side({ detail }: WechatMiniprogram.CustomEvent<{ field: string; side: Side }>) {
    this.editor.choose(detail.field, detail.side);
  },

  async settle() {
    await this.editor.settle();
  },

  async publish() {
    if (await askToPublish(this.editor, this.pollId)) replaceByManage(this.pollId);
  },

  async takeBack() {
    const act = this.editor.waiting;
    if (!act) return;
    const answer = await rejectAct(this.pollId, act.id, publishWords.takeBackReason);
    if (!answer.ok) await tellFailure(answer.error);
    await this.editor.check();
  },
});
