import { byId } from '../../shared/elements';
import { words } from '../text/words';
import type { CountView, WaitView } from '../view/count-view';
import type { HallPage } from '../view/hall-pages';
import type { RankTable } from '../view/ranking';
import { candidateList, withdrawnList } from './candidate-list';
import { crossFade } from './cross-fade';
import { RankList } from './rank-list';

const element = (id: string): HTMLElement => byId(id, HTMLElement);
const list = new RankList(words.ranking);
element('ranking').append(list.element);

/** What of a ranking is on the screen: a table of it, or a hall's page. */
export type Selection = { kind: 'table'; table: RankTable } | { kind: 'page'; page: HallPage };

/** @param selection null where there is no ranking */
export function showCount(view: CountView, selection: Selection | null): void {
  const isRanking = view.kind === 'ranking';
  showFigures(view);
  element('count-title').textContent = titleOf(view, selection);
  element('count-detail').textContent = isRanking ? '' : view.detail;
  element('wait').hidden = view.kind !== 'wait';
  if (view.kind === 'wait') showClock(view);
  element('ranking').hidden = !isRanking;
  element('foot').hidden = !isRanking;
  const withdrawn = isRanking ? view.withdrawn : [];
  element('left').hidden = withdrawn.length === 0;
  if (withdrawn.length > 0) element('left').replaceChildren(...withdrawnList(words.withdrawn, withdrawn));
  showCandidates(view);
  if (!isRanking || selection === null) return;
  crossFade(element('next'), view.next);
  element('lot').textContent = view.lot;
  element('bar').textContent = view.bar;
  const { id, name, rows, hasLine } = selected(selection);
  element('cut').textContent = name || view.cut;
  list.element.classList.toggle('few', selection.kind === 'page' && selection.page.total <= 6);
  list.update(id, rows, hasLine ? view.cut : '');
}

function titleOf(view: CountView, selection: Selection | null): string {
  if (view.kind !== 'ranking') return view.heading;
  const isHallGroup = selection?.kind === 'page' && selection.page.table !== '';
  return isHallGroup ? selection.page.name : words.ranking;
}

/** Its name is empty where it is of all candidates. */
function selected(selection: Selection): { id: string; name: string; rows: RankTable['rows']; hasLine: boolean } {
  if (selection.kind === 'table') {
    const { id, name, rows } = selection.table;
    return { id: `table ${id}`, name: id === '' ? '' : name, rows, hasLine: id === '' };
  }
  const { table, name, from, rows, hasLine } = selection.page;
  return { id: `page ${table} ${from}`, name: table === '' ? '' : name, rows, hasLine };
}

function showFigures({ figures }: CountView): void {
  element('figures').hidden = figures === null;
  if (figures === null) return;
  element('as-of-label').textContent = figures.asOfLabel;
  element('ballots-label').textContent = figures.ballotsLabel;
  crossFade(element('as-of'), figures.asOf);
  crossFade(element('ballots'), figures.ballots);
}

function showClock({ day, time, words: what, degrees }: WaitView): void {
  element('clock-day').textContent = day;
  element('clock-time').textContent = time;
  element('clock-words').textContent = what;
  const clock = element('clock');
  clock.style.setProperty('--filled', `${degrees}deg`);
  clock.setAttribute('aria-label', `${day} ${time} ${what}`);
}

let listed = '';

function showCandidates(view: CountView): void {
  const rows = view.kind === 'ranking' ? [] : view.candidates;
  element('candidates').hidden = rows.length === 0;
  const now = JSON.stringify(rows);
  if (now === listed) return;
  listed = now;
  element('candidate-list').replaceChildren(...(rows.length > 0 ? [candidateList(rows)] : []));
}
