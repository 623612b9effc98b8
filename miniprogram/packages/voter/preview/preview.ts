import { longList } from '../../../loading/long-list';
import { setChanged } from '../../../loading/set-changed';
import { endFollowing, followLook } from '../../../stores/look-aware';
import { type Answer } from '../../../services/cloud';
import { loadedPage } from '../../../loading/loaded-page';
import { leavePage } from '../../../phone/navigation';
import { type FailureState } from '../../../components/page-state/page-state.view';
import { openPreviewedCandidate } from '../../../routes';
import { previewPoll } from '../../../services/polls';
import { previewWords } from '../text/preview';
import { firstItems, previewOf, type Preview } from './preview.view';

Page({
  ...loadedPage({ place: 'failure', resumes: false }),
  ...longList,

  data: {
    view: null as Preview | null,
    failure: null as FailureState | null,
    isElder: false,
    words: previewWords,
  },

  pollId: '',
  candidateId: '',
  preview: undefined as Preview | undefined,

  onLoad({ id = '', candidate = '' }: { id?: string; candidate?: string }) {
    this.pollId = id;
    this.candidateId = candidate;
    followLook(this, ({ elder }) => {
      this.setData({ isElder: elder });
    });
  },

  onUnload() {
    endFollowing(this);
  },

  async fetch(): Promise<Answer<Preview>> {
    const answer = await previewPoll(this.pollId);
    if (!answer.ok) return answer;
    const data = previewOf(answer.data, this.candidateId);
    return data
      ? { ...answer, data }
      : { ok: false, error: { code: 'CANDIDATE_NOT_FOUND', message: '', details: { field: 'candidateId' } } };
  },

  show(preview: Preview) {
    this.preview = preview;
    setChanged(this, { view: firstItems(preview, this.rows), failure: null });
  },

  again() {
    if (this.preview) this.show(this.preview);
  },

  open({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openPreviewedCandidate(this.pollId, detail.id);
  },

  back() {
    leavePage();
  },
});
