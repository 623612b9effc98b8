import { together, type Answer } from '../../../services/cloud';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { fetchExport, type ReportKind } from '../../../services/exports';
import { openDocument } from '../../../phone/documents';
import { openResults } from '../../../routes';
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
  ...loadedPage(),
  ...ofPoll,

  data: { view: { kind: 'loading' } as DashboardView, words: dashboardWords, isTableShown: false, exporting: '' },

  span: 'day' as Span,
  loaded: undefined as Loaded | undefined,
  async fetch(): Promise<Answer<Loaded>> {
    const needed = together(getPollOfTeam(this.pollId), getDashboard(this.pollId));
    const [answer, standings] = await Promise.all([needed, getStandings(this.pollId)]);
    if (!answer.ok) return answer;
    const [poll, dashboard] = answer.data;
    // A draft has no public count; then its part says so.
    return { ...answer, data: { poll, dashboard, standings: standings.ok ? standings.data : undefined } };
  },

  show(loaded: Loaded) {
    this.loaded = loaded;
    this.setData({ view: dashboardView({ ...loaded, span: this.span, now: serverNow() }) });
  },

  chooseSpan({ currentTarget }: Tapped<{ id: Span }>) {
    this.span = currentTarget.dataset.id;
    if (this.loaded) this.show(this.loaded);
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
});
