import { loadedPage } from '../../../loading/loaded-page';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { setPageTitle } from '../../../phone/page';
import { serverNow } from '../../../stores/clock';
import { askToPropose } from '../acts/ask-about-act';
import { goBack } from '../routes';
import { proposeAct } from '../services/acts';
import { actNames } from '../text/acts';
import { formWords, type AfterKind } from '../text/after';
import { afterActView, type AfterActView } from './after-act.view';
import { actOf, blankDraft, type Decision, type Draft, type FieldName } from './form';
import { loadAbout, type LoadedAbout } from './load-about';

type ById<Id extends string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;
type Typed = WechatMiniprogram.Input & ById<FieldName>;

Page({
  ...loadedPage({ isKept: false, resumes: false }),

  data: { view: { kind: 'loading' } as AfterActView, words: formWords, missing: '', isBusy: false },

  pollId: '',
  act: 'certifyCount' as AfterKind,
  about: '',
  loaded: undefined as LoadedAbout | undefined,
  draft: { fields: {}, day: '', decision: '', acts: [] } as Draft,

  onLoad({ id = '', act = '', about = '' }: { id?: string; act?: string; about?: string }) {
    this.pollId = id;
    // Whoever leads here names one of them; anything else is refused by the function.
    this.act = act as AfterKind;
    this.about = about;
    setPageTitle(actNames[this.act]);
  },

  fetch() {
    return loadAbout(this.pollId, this.act, this.about);
  },

  show(loaded: LoadedAbout) {
    this.loaded = loaded;
    this.fill(blankDraft(loaded.about));
  },

  fill(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    const { loaded } = this;
    if (loaded) this.setData({ view: afterActView(loaded, this.draft, serverNow()), missing: '' });
  },

  type({ currentTarget, detail }: Typed) {
    this.fill({ fields: { ...this.draft.fields, [currentTarget.dataset.id]: detail.value } });
  },

  chooseDay({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.fill({ day: detail.value });
  },

  chooseDecision({ currentTarget }: ById<Decision>) {
    this.fill({ decision: currentTarget.dataset.id });
  },

  toggleAct({ currentTarget }: ById<string>) {
    const { id } = currentTarget.dataset;
    const { acts } = this.draft;
    this.fill({ acts: acts.includes(id) ? acts.filter((each) => each !== id) : [...acts, id] });
  },

  async submit() {
    const { loaded } = this;
    if (!loaded || this.data.isBusy) return;
    const made = actOf(loaded.about, this.draft);
    if ('missing' in made) {
      this.setData({ missing: made.missing });
      return;
    }
    const { view } = this.data;
    const about = { poll: loaded.poll.title, candidate: view.kind === 'ready' ? view.about : '' };
    if (!(await askToPropose(made.act, about, made.act.kind !== 'archivePoll'))) return;
    this.setData({ isBusy: true });
    const answer = await proposeAct(this.pollId, made.act);
    this.setData({ isBusy: false });
    if (!answer.ok) return tellFailure(answer.error);
    tellDone(answer.data.act.state === 'waiting' ? formWords.waiting : formWords.done);
    goBack();
  },
});
