import { tellDone, tellFailure } from '../../../services/tell';
import type { FailureState } from '../../../components/page-state/failure-state';
import { goHome } from '../../../services/routes';
import { serverNow } from '../../../stores/clock';
import type { ConflictView, Side } from '../components/conflict-sheet/conflict';
import { goBack } from '../services/routes';
import { formWords } from '../text/candidate-form';
import { workState } from '../work-failure';
import { CandidateForm, type FormField, type Texts } from './candidate-form';
import { formView, isComplete, type FormView } from './form.view';
import { addPictures, changePicture, changeVideo, chooseAnotherVideo } from './media-taps';

type Written = WechatMiniprogram.CustomEvent<{ field: 'name' | 'unit' | 'sentence'; value: string }>;
type Criterion = Texts['criteria'][number]['criterion'];

Page({
  data: {
    view: null as FormView | null,
    failure: null as FailureState | null,
    conflict: null as ConflictView | null,
    words: formWords,
    isAsking: false,
    isSaving: false,
  },

  form: new CandidateForm('', undefined, () => undefined),
  wasTried: false,
  /** Whether the next candidate is to be written after the save. */
  goesOn: false,
  reason: undefined as string | undefined,

  onLoad({ poll = '', id }: { poll?: string; id?: string }) {
    this.form = new CandidateForm(poll, id, () => {
      this.show();
    });
    if (id === undefined) void wx.setNavigationBarTitle({ title: formWords.pageNew });
    void this.load();
  },

  async load() {
    const failure = await this.form.load();
    if (failure) this.setData({ failure: workState(failure, serverNow()) });
    else this.show();
  },

  show() {
    const { form, wasTried } = this;
    const { poll, texts, pictures, video, isKept, isNew, isUploading } = form;
    if (!poll) return;
    const { isSaving } = this.data;
    this.setData({
      failure: null,
      view: formView({ poll, texts, pictures, video, isKept, isNew, isUploading, isSaving, wasTried }),
      conflict: form.conflictView(serverNow()),
    });
  },

  write({ detail }: Written) {
    this.form.write({ [detail.field]: detail.value });
  },

  setGroup({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.form.write({ group: detail.id === '' ? null : detail.id });
  },

  setFacts({ detail }: WechatMiniprogram.CustomEvent<{ facts: Texts['facts'] }>) {
    this.form.write({ facts: detail.facts });
  },

  writeCriterion({ detail }: WechatMiniprogram.CustomEvent<{ field: Criterion; value: string }>) {
    const others = this.form.texts.criteria.filter(({ criterion }) => criterion !== detail.field);
    this.form.write({ criteria: [...others, { criterion: detail.field, text: detail.value }] });
  },

  addPictures() {
    return addPictures(this.form);
  },

  pickPicture({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    return changePicture(this.form, detail.key);
  },

  addVideo() {
    return chooseAnotherVideo(this.form);
  },

  pickVideo() {
    return changeVideo(this.form);
  },

  drop() {
    this.form.drop();
  },

  saveAndAdd() {
    this.goesOn = true;
    return this.trySave();
  },

  save() {
    this.goesOn = false;
    return this.trySave();
  },

  /** A published poll wants a reason first. */
  async trySave() {
    this.wasTried = true;
    this.show();
    const { form } = this;
    if (this.data.isSaving || form.isUploading || !isComplete(form.texts)) return;
    if (form.poll?.status === 'draft') await this.finish(() => form.save());
    else this.setData({ isAsking: true });
  },

  async saveOpenly({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    this.reason = detail.reason;
    await this.finish(() => this.form.save(detail.reason));
    this.closeAsking();
  },

  side({ detail }: WechatMiniprogram.CustomEvent<{ field: FormField; side: Side }>) {
    this.form.choose(detail.field, detail.side);
  },

  async settle() {
    await this.finish(() => this.form.settle(this.reason));
  },

  async finish(save: () => ReturnType<CandidateForm['save']>) {
    this.setData({ isSaving: true });
    this.show();
    const answer = await save();
    this.setData({ isSaving: false });
    this.show();
    if (!answer.ok) {
      if (answer.failure) await tellFailure(answer.failure);
      return;
    }
    tellDone(formWords.saved);
    if (!this.goesOn) return goBack();
    this.wasTried = false;
    this.form.startAnother();
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  closeAsking() {
    this.setData({ isAsking: false });
  },

  act() {
    if (this.data.failure?.kind === 'empty') goHome();
    else void this.load();
  },
});
