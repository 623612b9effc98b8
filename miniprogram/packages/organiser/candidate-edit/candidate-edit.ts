import { loadedPage, answerOf } from '../../../loading/loaded-page';
import { scrollPage, setPageTitle } from '../../../phone/page';
import type { FailureState } from '../../../components/page-state/page-state.view';
import { serverNow } from '../../../stores/clock';
import type { ConflictView, Side } from '../components/conflict-sheet/conflict-sheet.view';
import { isCandidateText, type CandidateText } from '../edit/destination';
import { goBack } from '../routes';
import { formWords } from '../text/candidate-form';
import { workState } from '../work-state.view';
import { CandidateSession } from './candidate-session';
import { isComplete, type FormView, shownForm } from './form.view';
import { mediaTaps } from './media-taps';
import { tellSaved } from './tell-saved';
import { changeBy, type FormField, type Texts, type TypedField } from './typed-field';

Page({
  ...loadedPage({ stateOf: workState, place: 'failure', resumes: false }),

  data: {
    view: null as FormView | null,
    failure: null as FailureState | null,
    conflict: null as ConflictView | null,
    words: formWords,
    isAsking: false,
    isSaving: false,
  },

  form: new CandidateSession('', undefined, () => undefined),
  wasTried: false,
  /** Whether the next candidate is to be written after the save. */
  goesOn: false,
  reason: undefined as string | undefined,
  asked: undefined as CandidateText | undefined,

  onLoad({ poll = '', id, field }: { poll?: string; id?: string; field?: string }) {
    if (isCandidateText(field)) this.asked = field;
    this.form = new CandidateSession(poll, id, () => {
      this.show();
    });
    if (id === undefined) setPageTitle(formWords.pageNew);
  },

  fetch() {
    return answerOf(this.form.load());
  },

  show() {
    const { form, wasTried, asked } = this;
    if (!form.poll) return;
    const view = shownForm(form, form.poll, { isSaving: this.data.isSaving, wasTried, asked });
    const isFirst = this.data.view === null;
    this.setData({ failure: null, view, conflict: form.conflictView(serverNow()) }, () => {
      // A tap on what publishing misses leads to the very field.
      if (isFirst && asked !== undefined) void scrollPage(`#at-${asked}`);
    });
  },

  write({ detail }: WechatMiniprogram.CustomEvent<TypedField>) {
    this.form.write(changeBy(this.form.texts, detail));
  },

  setGroup({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.form.write({ group: detail.id === '' ? null : detail.id });
  },

  setFacts({ detail }: WechatMiniprogram.CustomEvent<{ facts: Texts['facts'] }>) {
    this.form.write({ facts: detail.facts });
  },

  ...mediaTaps,

  drop() {
    this.form.drop();
  },

  /** A published poll wants a reason first. */
  async save({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { more?: boolean }>) {
    this.goesOn = currentTarget.dataset.more === true;
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

  async finish(save: () => ReturnType<CandidateSession['save']>) {
    this.setData({ isSaving: true });
    this.show();
    const answer = await save();
    this.setData({ isSaving: false });
    this.show();
    if (!(await tellSaved(answer))) return;
    if (!this.goesOn) return goBack();
    this.wasTried = false;
    this.form.startAnother();
    void scrollPage();
  },

  closeAsking() {
    this.setData({ isAsking: false });
  },
});
