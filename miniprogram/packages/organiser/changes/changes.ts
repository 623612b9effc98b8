import { loadedPage, answerOf } from '../../../loading/loaded-page';
import type { FailureState } from '../../../components/page-state/page-state.view';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import type { ConflictView, Side } from '../components/conflict-sheet/conflict-sheet.view';
import { fieldsOf, isFieldName, type FieldName } from '../draft/fields';
import { applyEdit, type Edit } from '../edit/apply-edit';
import { basicsView, type BasicsView } from '../edit/basics.view';
import { pollConflictView } from '../edit/conflict.view';
import { choosePictures } from '../../../phone/pictures';
import { upload } from '../services/uploads';
import { goBack } from '../routes';
import { changesWords } from '../text/changes';
import { mediaWords } from '../text/media';
import { workState } from '../work-state.view';
import { ChangesSession } from './changes-session';

Page({
  ...loadedPage({ stateOf: workState, place: 'failure', resumes: false }),

  data: {
    view: null as BasicsView | null,
    failure: null as FailureState | null,
    conflict: null as ConflictView | null,
    isChanged: false,
    isAsking: false,
    isSaving: false,
    upload: '',
    words: changesWords,
  },

  pollId: '',
  form: new ChangesSession(''),
  reason: '',
  sides: {} as Partial<Record<FieldName, Side>>,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.form = new ChangesSession(id);
  },

  fetch() {
    return answerOf(this.form.load());
  },

  show() {
    const { poll, fields, clashes, isChanged } = this.form;
    if (!poll || !fields) return;
    const all = basicsView(fields, poll, {});
    const texts = all.texts.filter(({ field }) => poll.changeable.includes(field));
    const conflict =
      clashes.length === 0
        ? null
        : pollConflictView(poll.edited, clashes, fieldsOf(poll), fields, this.sides, serverNow());
    this.setData({ failure: null, view: { ...all, texts }, isChanged, conflict });
  },

  edit({ detail }: WechatMiniprogram.CustomEvent<Edit>) {
    const { fields } = this.form;
    if (!fields) return;
    this.form.write(applyEdit(fields, detail));
    this.show();
  },

  async chooseCover() {
    const [picture] = await choosePictures(1);
    const { fields } = this.form;
    if (!picture || !fields) return;
    const file = await upload(this.pollId, picture, (percent) => {
      this.setData({ upload: mediaWords.uploading(percent) });
    });
    this.setData({ upload: file === undefined ? mediaWords.failed : '' });
    if (file !== undefined) this.form.write({ cover: file });
    this.show();
  },

  ask() {
    if (this.data.isChanged) this.setData({ isAsking: true });
  },

  closeAsking() {
    this.setData({ isAsking: false });
  },

  async save({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    this.reason = detail.reason;
    await this.finish();
  },

  async finish() {
    this.setData({ isSaving: true });
    const answer = await this.form.save(this.reason);
    this.setData({ isSaving: false, isAsking: false });
    this.show();
    if (answer.ok) {
      tellDone(changesWords.done);
      goBack();
    } else if (answer.failure) await tellFailure(answer.failure);
  },

  side({ detail }: WechatMiniprogram.CustomEvent<{ field: string; side: Side }>) {
    if (isFieldName(detail.field)) this.sides = { ...this.sides, [detail.field]: detail.side };
    this.show();
  },

  async settle() {
    const sides = Object.entries(this.sides);
    this.form.settle(sides.flatMap(([field, side]) => (side === 'theirs' && isFieldName(field) ? [field] : [])));
    this.sides = {};
    this.show();
    if (this.form.isChanged) await this.finish();
  },
});
