import { copyText } from '../../../phone/clipboard';
import { openCandidate, openPoll } from '../../../routes';
import { bundleAddress } from '../../../services/log-files';
import { resultWords } from '../../../text/results';
import type { ResultsView } from './results.view';

interface ResultsPage {
  pollId: string;
  data: { view: ResultsView };
}

/** The part of the page that passes taps on: what is counted is opened, and what it is counted from is copied. */
export const resultsTaps = {
  openCandidate(this: ResultsPage, { detail }: WechatMiniprogram.CustomEvent<{ id: string }>): void {
    openCandidate(this.pollId, detail.id);
  },

  /** A phone cannot do much with the file; its address can be opened where it can be recounted. */
  async copyBundle(this: ResultsPage): Promise<void> {
    const { view } = this.data;
    if (view.kind !== 'ready') return;
    copyText(await bundleAddress(view.bundle), resultWords.bundleCopied);
  },

  openPoll(this: ResultsPage): void {
    openPoll(this.pollId);
  },
};
