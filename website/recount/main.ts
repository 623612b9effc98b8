import { startCount } from './page/count';
import { acceptDrops } from './page/drop';
import { byId } from '../shared/elements';
import { fetchable } from '../shared/fetchable';
import { tellFingerprint } from './page/file-facts';
import { complain, given, leadToComplaint, openMore, typedUrl } from './page/form';
import { beginProgress, showProgress } from './page/show-progress';
import { showSound, type Next } from './page/show-sound';
import { showNothing, showUnsound } from './page/show-unsound';
import { sameText, unreadableText, words } from './text/page';
import type { CountedFile } from './text/report';
import type { Given, News, Source } from './worker/messages';

const start = byId('start', HTMLFormElement);
const counting = byId('counting', HTMLElement);
const outcome = byId('outcome', HTMLElement);
const introduction = [byId('lead', HTMLElement), byId('about', HTMLElement)];
const chosen = byId('file', HTMLInputElement);
const same = byId('same', HTMLButtonElement);

let stop: () => void = () => undefined;
let last: Source | undefined;

function nameOf(source: Source): string {
  return source.kind === 'file' ? source.file.name : source.url;
}

/** One of the three at a time; what came of it needs no introduction any more. */
function show(scene: HTMLElement): void {
  for (const each of [start, counting, outcome]) each.hidden = each !== scene;
  for (const each of introduction) each.hidden = scene === outcome;
}

/** Shows what came of it, and lets a screen reader begin there. */
function conclude(elements: readonly HTMLElement[]): void {
  outcome.replaceChildren(...elements);
  show(outcome);
  outcome.querySelector('h2')?.focus();
  scrollTo(0, 0);
}

const next: Next = {
  onAgain() {
    stop();
    show(start);
    chosen.value = '';
    chosen.focus();
  },
  onMore() {
    next.onAgain();
    openMore();
    byId('key', HTMLInputElement).focus();
  },
};

function count(source: Source): void {
  last = source;
  same.textContent = sameText(nameOf(source));
  same.hidden = false;
  const known = given();
  if (known === null) {
    show(start);
    return leadToComplaint();
  }
  stop();
  const file: CountedFile = { name: nameOf(source), fingerprint: null };
  beginProgress(file.name);
  show(counting);
  byId('counting-title', HTMLHeadingElement).focus();
  stop = startCount(
    { source, given: known },
    (news) => hear(news, known, file),
    () => conclude(showNothing(words.broken, words.brokenDetail, next.onAgain)),
  );
}

function hear(news: News, known: Given, file: CountedFile): void {
  switch (news.kind) {
    case 'progress':
      return showProgress(news);
    case 'verdict': {
      const { verdict } = news;
      const current = (): CountedFile => file;
      return conclude(verdict.isSound ? showSound(verdict, known, current, next) : showUnsound(verdict, current, next));
    }
    case 'fingerprint':
      file.fingerprint = { sha256: news.sha256, bytes: news.bytes };
      return tellFingerprint(file);
    case 'unreadable':
      return conclude(showNothing(words.unreadable, unreadableText(news.why), next.onAgain));
  }
}

function countFiles(files: readonly File[]): void {
  const [file] = files;
  const problem = file === undefined ? words.noFile : files.length > 1 ? words.oneFile : null;
  if (problem !== null || file === undefined) {
    next.onAgain();
    return complain('file', problem);
  }
  complain('file', null);
  count({ kind: 'file', file });
}

chosen.addEventListener('change', () => countFiles([...(chosen.files ?? [])]));
acceptDrops(byId('drop', HTMLElement), countFiles);
start.addEventListener('submit', (event) => {
  event.preventDefault();
  const url = typedUrl();
  if (url !== null) count({ kind: 'url', url });
});
same.addEventListener('click', () => {
  if (last) count(last);
});
byId('cancel', HTMLButtonElement).addEventListener('click', () => {
  stop();
  conclude(showNothing(words.cancelled, words.cancelledDetail, next.onAgain));
});

// The app and the board link here with the bundle's address.
const linked = new URLSearchParams(location.search).get('bundle');
if (linked !== null) {
  const url = fetchable(linked, location.href);
  byId('url', HTMLInputElement).value = url ?? linked;
  if (url === null) complain('url', words.badUrl);
  else count({ kind: 'url', url });
}
