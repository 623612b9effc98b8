import { copyText } from '../../../phone/clipboard';
import { endPullDown } from '../../../phone/page';
import { failureState } from '../../../components/page-state/failure-state';
import { shareWithTicket } from '../../../phone/arrival';
import { newestOnly } from '../../../loading/newest';
import { bundleAddress } from '../../../services/log-files';
import { getPoll, type PollReply } from '../../../services/polls';
import { goHome, openCandidate, openPoll, resultsPath } from '../../../routes';
import { getStandings, type Standings } from '../../../services/standings';
import { serverNow } from '../../../stores/clock';
import { choicesOnPhone } from '../../../stores/receipts';
import { resultWords, sharedResultsTitle } from '../../../text/results';
import { isCountDue, refreshDelay, resultsView, type ResultsView } from './results.view';

interface Loaded {
  reply: PollReply;
  standings: Standings;
}

Page({
  data: { view: { kind: 'loading' } as ResultsView, words: resultWords },

  pollId: '',
  group: '',
  loaded: undefined as Loaded | undefined,
  newest: newestOnly(),
  isVisible: false,
  /** The timer of the next refresh; 0 for none. */
  waiting: 0,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.newest = newestOnly();
    shareWithTicket();
  },

  onShow() {
    this.isVisible = true;
    void this.load();
  },

  onHide() {
    this.rest();
  },

  onUnload() {
    this.rest();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const title = this.loaded ? sharedResultsTitle(this.loaded.reply.poll.title) : '';
    return { title, path: resultsPath(this.pollId) };
  },

  /** Fetches poll and count; what is shown already stays until the new one is there, and if that fails. */
  async load() {
    const answers = await this.newest(Promise.all([getPoll(this.pollId), getStandings(this.pollId)]));
    if (answers === undefined) return;
    const [poll, standings] = answers;
    if (poll.ok && standings.ok) {
      this.show({ reply: poll.data, standings: standings.data });
    } else if (!this.loaded) {
      const failure = poll.ok ? standings : poll;
      if (!failure.ok) this.setData({ view: failureState(failure.error, serverNow()) });
    }
    this.wait();
  },

  /** The count alone: the candidates of a poll do not change from second to second. */
  async refresh() {
    const { loaded } = this;
    if (!loaded) return;
    if (isCountDue(loaded.standings, serverNow())) {
      const answer = await this.newest(getStandings(this.pollId));
      if (answer === undefined) return;
      if (answer.ok) this.show({ ...loaded, standings: answer.data });
    } else {
      this.show(loaded);
    }
    this.wait();
  },

  show(loaded: Loaded) {
    this.loaded = loaded;
    const mine = choicesOnPhone(this.pollId);
    this.setData({ view: resultsView({ ...loaded, group: this.group, mine, now: serverNow() }) });
  },

  wait() {
    clearTimeout(this.waiting);
    if (!this.isVisible || !this.loaded) return;
    const delay = refreshDelay(this.loaded.reply, this.loaded.standings, serverNow());
    if (delay !== null) this.waiting = setTimeout(() => void this.refresh(), delay);
  },

  rest() {
    this.isVisible = false;
    clearTimeout(this.waiting);
  },

  chooseGroup({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.group = currentTarget.dataset.id;
    if (this.loaded) this.show(this.loaded);
  },

  /** The button under a state: again after a failure, home where there is nothing. */
  act() {
    if (this.data.view.kind === 'empty') {
      goHome();
      return;
    }
    this.setData({ view: { kind: 'loading' } });
    void this.load();
  },

  openCandidate({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openCandidate(this.pollId, detail.id);
  },

  /** A phone cannot do much with the file; its address can be opened where it can be recounted. */
  async copyBundle() {
    const { view } = this.data;
    if (view.kind !== 'ready') return;
    copyText(await bundleAddress(view.bundle), resultWords.bundleCopied);
  },

  openPoll() {
    openPoll(this.pollId);
  },
});
