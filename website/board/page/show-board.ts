import { byId, facts, make } from '../../shared/elements';
import { words } from '../text/words';
import type { BoardView, ReadyView } from '../view/board-view';
import type { CodeView } from '../view/code-view';
import type { LogView } from '../view/log-view';
import { crossFade } from './cross-fade';

const element = (id: string): HTMLElement => byId(id, HTMLElement);

/** Shows what stands around a count, or why there is none. */
export function showBoard(view: BoardView): void {
  element('board').hidden = view.kind !== 'ready';
  element('notice').hidden = view.kind === 'ready';
  if (view.kind === 'ready') return showReady(view);
  element('notice-heading').textContent = view.kind === 'loading' ? words.loading : view.heading;
  element('notice-detail').textContent = view.kind === 'loading' ? '' : view.detail;
}

function showReady({ title, hosts, stage, countdown, until, stale, code, log }: ReadyView): void {
  document.title = `${title} · ${words.ranking}`;
  element('title').textContent = title;
  element('title').dataset.length = title.length <= 18 ? 'short' : title.length <= 36 ? 'medium' : 'long';
  element('hosts').replaceChildren(...hosts.map((host) => make('p.host', host)));
  element('stage').textContent = stage;
  crossFade(element('countdown'), countdown);
  element('until').textContent = until;
  // Said once, when it begins.
  if (element('stale').textContent !== stale) element('stale').textContent = stale;
  showCode(code);
  showLog(log);
}

function showCode({ picture, lead, detail }: CodeView): void {
  const image = byId('code-picture', HTMLImageElement);
  image.hidden = picture === '';
  if (picture !== '' && image.src !== picture) image.src = picture;
  element('code-lead').textContent = lead;
  element('code-detail').textContent = detail;
}

function showLog(log: LogView | null): void {
  element('log').hidden = log === null;
  if (log === null) return;
  element('log-line').textContent = log.line;
  element('log-detail').textContent = `${words.checkWhy}${log.detail}`;
  const recount = byId('recount', HTMLAnchorElement);
  recount.hidden = log.recount === '';
  if (log.recount !== '') recount.href = log.recount;
  byId('checkpoint', HTMLAnchorElement).href = log.checkpoint;
  element('log-facts').replaceChildren(
    facts([
      [words.published, log.published],
      [words.origin, log.origin],
      [words.key, make('span.code-text', log.key)],
      [words.source, log.source],
    ]),
  );
}
