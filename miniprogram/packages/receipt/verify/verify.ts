import { arrivalAtCandidate, type ArrivalQuery } from '../../../phone/arrival';
import { openPoll } from '../../../routes';
import { checkCode } from './check-code';
import { verifyWords } from '../text/verify';
import { shownCode, verdictView, type VerdictView } from './verify.view';

Page({
  data: {
    words: verifyWords,
    code: '',
    problem: '',
    isBusy: false,
    verdict: null as VerdictView | null,
  },

  pollId: '',
  /** Only the newest question's answer is shown. */
  asked: 0,

  /** A printed certificate names its poll and its code in one scene; typed ones come with the poll alone. */
  onLoad(query: ArrivalQuery & { code?: string }) {
    const { pollId, candidateId } = arrivalAtCandidate({ ...query, ...(query.code ? { id: query.code } : {}) });
    this.pollId = pollId;
    this.setData({ code: candidateId === '' ? '' : shownCode(candidateId) });
    if (candidateId !== '') void this.check();
  },

  typed({ detail }: WechatMiniprogram.Input) {
    this.setData({ code: detail.value, problem: '' });
  },

  async check() {
    const { code } = this.data;
    const mine = (this.asked += 1);
    this.setData({ isBusy: true, problem: '', verdict: null });
    const found = await checkCode(this.pollId, code);
    if (mine !== this.asked) return;
    if (found === null) this.setData({ isBusy: false, problem: verifyWords.malformed });
    else this.setData({ isBusy: false, code: shownCode(code), verdict: verdictView(found) });
  },

  toPoll() {
    openPoll(this.pollId);
  },
});
