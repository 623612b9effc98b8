import { loadedPage } from '../../../loading/loaded-page';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { goBack } from '../routes';
import { findObjection, hearObjection, type TeamObjection } from '../services/outcome';
import { hearingWords } from '../text/after';
import { serverNow } from '../../../stores/clock';
import { blankDraft, dayOfDraft, draftOf, hearingOf, hearingView, type Draft, type HearingView } from './hearing.view';

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  ...loadedPage({ isKept: false, resumes: false }),

  data: {
    view: { kind: 'loading' } as HearingView,
    words: hearingWords,
    draft: blankDraft,
    day: '',
    missing: '',
    isBusy: false,
  },

  pollId: '',
  objectionId: '',

  onLoad({ id = '', objection = '' }: { id?: string; objection?: string }) {
    this.pollId = id;
    this.objectionId = objection;
  },

  fetch() {
    return findObjection(this.pollId, this.objectionId);
  },

  show(objection: TeamObjection | undefined) {
    this.setData({ view: hearingView(objection) });
    this.fill(objection ? draftOf(objection) : blankDraft);
  },

  fill(part: Partial<Draft>) {
    const draft = { ...this.data.draft, ...part };
    this.setData({ draft, day: dayOfDraft(draft, serverNow()), missing: '' });
  },

  chooseDate({ detail }: Picked) {
    this.fill({ date: detail.value });
  },

  chooseTime({ detail }: Picked) {
    this.fill({ time: detail.value });
  },

  typePlace({ detail }: WechatMiniprogram.Input) {
    this.fill({ place: detail.value });
  },

  typeMinutes({ detail }: WechatMiniprogram.Input) {
    this.fill({ minutes: detail.value });
  },

  async save() {
    if (this.data.isBusy) return;
    const hearing = hearingOf(this.data.draft);
    if ('missing' in hearing) {
      this.setData({ missing: hearing.missing });
      return;
    }
    this.setData({ isBusy: true });
    const answer = await hearObjection(this.pollId, this.objectionId, hearing);
    this.setData({ isBusy: false });
    if (!answer.ok) return tellFailure(answer.error);
    tellDone(hearingWords.saved);
    goBack();
  },
});
