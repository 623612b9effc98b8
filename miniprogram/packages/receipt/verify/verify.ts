import { arrivalAtCandidate, type ArrivalQuery } from '../../../phone/arrival';
import { scanCode } from '../../../phone/scanning';
import { openCertificate, openPoll } from '../../../routes';
import { checkCode, codeOf } from './check-code';
import { verifyWords } from '../text/verify';
import { scannedCertificate } from './scanned-certificate';
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
  onLoad(query: ArrivalQuery & { code?: string; of?: string }) {
    const { pollId, candidateId } = arrivalAtCandidate({ ...query, ...(query.code ? { id: query.code } : {}) });
    this.pollId = pollId;
    this.setData({ code: candidateId === '' ? '' : shownCode(candidateId) });
    if (candidateId !== '') void this.check();
    else if (query.of) void this.checkOf(query.of);
  },

  typed({ detail }: WechatMiniprogram.Input) {
    this.setData({ code: detail.value, problem: '' });
  },

  /** Somebody's, from the list of those who are awarded: its code is made of what is public, and then checked. */
  async checkOf(candidateId: string) {
    this.setData({ isBusy: true });
    const code = await codeOf(this.pollId, candidateId);
    this.setData({ isBusy: false });
    // Whoever has begun to type asks for another one.
    if (code === '' || this.data.code !== '') return;
    this.setData({ code: shownCode(code) });
    await this.check();
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

  async scan() {
    const scanned = await scanCode();
    if (scanned === undefined) return;
    const found = scannedCertificate(scanned, this.pollId);
    if (found === null) {
      this.setData({ problem: verifyWords.notOurs, verdict: null });
      return;
    }
    // A certificate of another poll is checked in its own.
    this.pollId = found.pollId;
    this.setData({ code: shownCode(found.code) });
    await this.check();
  },

  toPicture() {
    openCertificate(this.pollId, this.data.verdict?.candidateId ?? '');
  },

  toPoll() {
    openPoll(this.pollId);
  },
});
