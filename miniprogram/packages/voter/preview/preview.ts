import { leavePage } from '../../../phone/navigation';
import { endPullDown } from '../../../phone/page';
import { failureState, type FailureState } from '../../../components/page-state/failure-state';
import { goHome, openPreviewedCandidate } from '../../../routes';
import { previewPoll } from '../../../services/preview';
import { serverNow } from '../../../stores/clock';
import { currentLook, watchLook } from '../../../stores/look';
import { previewWords } from '../../../text/preview';
import { previewOf, type Preview } from './preview.view';

Page({
  data: {
    view: null as Preview | null,
    failure: null as FailureState | null,
    isElder: false,
    words: previewWords,
  },

  pollId: '',
  candidateId: '',
  stopWatching: (): void => undefined,

  onLoad({ id = '', candidate = '' }: { id?: string; candidate?: string }) {
    this.pollId = id;
    this.candidateId = candidate;
    this.setData({ isElder: currentLook().elder });
    this.stopWatching = watchLook(({ elder }) => {
      this.setData({ isElder: elder });
    });
    void this.load();
  },

  onUnload() {
    this.stopWatching();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  async load() {
    const answer = await previewPoll(this.pollId);
    const view = answer.ok ? previewOf(answer.data, this.candidateId) : null;
    if (view) this.setData({ view, failure: null });
    else {
      const failure = answer.ok ? { code: 'CANDIDATE_NOT_FOUND' as const, message: '' } : answer.error;
      this.setData({ failure: failureState(failure, serverNow()) });
    }
  },

  open({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openPreviewedCandidate(this.pollId, detail.id);
  },

  back() {
    leavePage();
  },

  act() {
    if (this.data.failure?.kind === 'empty') goHome();
    else {
      this.setData({ failure: null });
      void this.load();
    }
  },
});
