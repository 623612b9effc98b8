import { together } from '../../../services/cloud';
import { loadedPage, newestOf } from '../../../loading/loaded-page';
import { longList, rowStep } from '../../../loading/long-list';
import { setChanged } from '../../../loading/set-changed';
import { shareWithTicket } from '../../../phone/arrival';
import { getPoll, type PollReply } from '../../../services/polls';
import { resultsPath } from '../../../routes';
import { getStandings, type Standings } from '../../../services/standings';
import { serverNow } from '../../../stores/clock';
import { choicesOnPhone } from '../../../stores/receipts';
import { resultWords, sharedResultsTitle } from '../../../text/results';
import { resultsTaps } from './results-taps';
import { firstRows, isCountDue, refreshDelay, resultsView, type ResultsView } from './results.view';

const loading = loadedPage();

interface Loaded {
  reply: PollReply;
  standings: Standings;
}

Page({
  ...loading,
  ...longList,
  ...resultsTaps,

  data: { view: { kind: 'loading' } as ResultsView, words: resultWords, isUnanswered: false },

  pollId: '',
  group: '',
  loaded: undefined as Loaded | undefined,
  isVisible: false,
  /** The timer of the next refresh; 0 for none. */
  waiting: 0,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
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

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const title = this.loaded ? sharedResultsTitle(this.loaded.reply.poll.title) : '';
    return { title, path: resultsPath(this.pollId) };
  },

  fetch() {
    return together(getPoll(this.pollId), getStandings(this.pollId));
  },

  async load(): Promise<void> {
    await loading.load.call(this);
    this.wait();
  },

  /** The count alone: the candidates of a poll do not change from second to second. */
  async refresh() {
    const { loaded } = this;
    if (!loaded) return;
    if (isCountDue(loaded.standings, serverNow())) {
      const answer = await newestOf(this, getStandings(this.pollId));
      if (answer === undefined) return;
      if (answer.ok) this.show([loaded.reply, answer.data]);
      else this.setData({ isUnanswered: true });
    } else {
      this.again();
    }
    this.wait();
  },

  show([reply, standings]: [PollReply, Standings]) {
    const loaded = { reply, standings };
    this.loaded = loaded;
    const mine = choicesOnPhone(this.pollId);
    const view = resultsView({ ...loaded, group: this.group, mine, now: serverNow() });
    setChanged(this, { view: firstRows(view, this.rows), isUnanswered: false });
  },

  again() {
    if (this.loaded) this.show([this.loaded.reply, this.loaded.standings]);
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
    this.rows = rowStep;
    this.again();
  },
});
