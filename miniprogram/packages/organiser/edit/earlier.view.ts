import type { MyPoll } from '../services/polls';
import { earlierWords } from '../text/earlier';
import { pollsWords } from '../text/polls';

/** What WeChat's sheet holds. */
const mostLines = 6;

/** Polls whose candidates one may take along: others than this one, with some, in which one writes. */
export function earlierPolls(polls: readonly MyPoll[], pollId: string): MyPoll[] {
  return polls.filter(
    ({ id, role, candidateCount }) => id !== pollId && candidateCount > 0 && (role === 'owner' || role === 'editor'),
  );
}

/** One sheet of them; `more` leads to those from `next` on. */
export function sheetOf(
  polls: readonly MyPoll[],
  from: number,
): { items: { id: string; name: string }[]; next: number } {
  const rest = polls.slice(from);
  const shown = rest.length > mostLines ? rest.slice(0, mostLines - 1) : rest;
  const items = shown.map(({ id, title, candidateCount }) => {
    return { id, name: earlierWords.one(title === '' ? pollsWords.untitled : title, candidateCount) };
  });
  const hasMore = rest.length > shown.length;
  return { items: hasMore ? [...items, { id: 'more', name: earlierWords.more }] : items, next: from + shown.length };
}
