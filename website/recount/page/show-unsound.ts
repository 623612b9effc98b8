import { adviceText } from '../text/codes';
import { explain } from '../text/explain';
import { beforeText, placeText, words } from '../text/page';
import { evidence, type CountedFile } from '../text/report';
import type { Unsound } from '../worker/messages';
import { button, facts, focusable, make, ring } from '../../shared/elements';
import { fileFacts } from './file-facts';
import { keepActions } from './keep';
import type { Next } from './show-sound';

/** What is wrong with a bundle: in plain words first, then as evidence. */
export function showUnsound(unsound: Unsound, file: () => CountedFile, next: Next): HTMLElement[] {
  const { failure, word, likeness } = unsound;
  const { means, advice } = explain(unsound);
  const heading = focusable(make('h2', likeness === null ? words.failed : words.noBundle));
  const verdict = make('div', heading, make('p', means));
  const before = beforeText(failure.line);
  const actions = keepActions(
    { copy: words.copyEvidence, download: words.downloadEvidence, fileName: '公评核对凭据.txt' },
    () => evidence(unsound, file()),
    button(words.again, next.onAgain),
  );
  const proof = facts([
    [words.error, make('span.code', failure.code)],
    [words.place, placeText(failure.line, word)],
    [words.note, make('span.code', failure.message)],
  ]);
  return [
    make('section.card.verdict', ring('fault'), verdict),
    make(
      'section.card',
      make('h2', words.whatToDo),
      make('p', adviceText[advice]),
      ...(before === '' ? [] : [make('p.hint', before)]),
    ),
    make('section.card', make('h2', words.evidence), proof, fileFacts(file())),
    actions,
  ];
}

/** That nothing was counted, and why: no file, no answer, cancelled, or a bug of the page's own. */
export function showNothing(title: string, detail: string, onAgain: () => void): HTMLElement[] {
  const heading = focusable(make('h2', title));
  return [
    make('section.card.verdict', ring('open'), make('div', heading, make('p', detail))),
    make('div.actions', button(words.again, onAgain)),
  ];
}
