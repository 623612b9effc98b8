import { fetchExport, type ReportKind } from '../../../services/exports';
import { openDocument } from '../../../phone/documents';
import { endPullDown } from '../../../phone/page';
import { failureState } from '../../../components/page-state/failure-state';
import { newestOnly } from '../../../loading/newest';
import { goHome, openResults } from '../../../routes';
import { getStandings, type Standings } from '../../../services/standings';
import { tellFailure, tell } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { getDashboard, getPollOfTeam, type Dashboard, type DashboardPoll } from '../services/dashboard';
import { openToDo } from '../routes';
import { dashboardWords } from '../text/dashboard';
import { dashboardView, type DashboardView } from './dashboard.view';
import type { Span } from './trend';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;

interface Loaded {
  poll: DashboardPoll;
  dashboard: Dashboard;
  standings: Standings | undefined;
}

Page({
  data: { view: { kind: 'loading' } as DashboardView, words: dashboardWords, isTableShown: false, exporting: '' },

  pollId: '',
  span: 'day' as Span,
  loaded: undefined as Loaded | undefined,
  newest: newestOnly(),

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.newest = newestOnly();
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  async load() {
    const asked = Promise.all([getPollOfTeam(this.pollId), getDashboard(this.pollId), getStandings(this.pollId)]);
    const answers = await this.newest(asked);
    if (answers === undefined) return;
    const [poll, dashboard, standings] = answers;
    if (poll.ok && dashboard.ok) {
      // A draft has no public count; then its part says so.
      this.loaded = {
        poll: poll.data,
        dashboard: dashboard.data,
        standings: standings.ok ? standings.data : undefined,
      };
      this.show();
    } else if (!this.loaded) {
      const failure = poll.ok ? dashboard : poll;
      if (!failure.ok) this.setData({ view: failureState(failure.error, serverNow()) });
    }
  },

  show() {
    const { loaded, span } = this;
    if (loaded) this.setData({ view: dashboardView({ ...loaded, span, now: serverNow() }) });
  },

  chooseSpan({ currentTarget }: Tapped<{ id: Span }>) {
    this.span = currentTarget.dataset.id;
    this.show();
  },

  toggleTable() {
    this.setData({ isTableShown: !this.data.isTableShown });
  },

  openToDo({ currentTarget }: Tapped<{ kind: Dashboard['toDos'][number]['kind'] }>) {
    openToDo(currentTarget.dataset.kind, this.pollId);
  },

  openResults() {
    openResults(this.pollId);
  },

  async export({ currentTarget }: Tapped<{ kind: ReportKind }>) {
    if (this.data.exporting !== '') return;
    const { kind } = currentTarget.dataset;
    this.setData({ exporting: kind });
    const answer = await fetchExport(this.pollId, kind);
    this.setData({ exporting: '' });
    if (!answer.ok) {
      await tellFailure(answer.error);
      return;
    }
    if (!(await openDocument(answer.data, 'xlsx'))) await tell(dashboardWords.cannotOpen);
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
