// Ways from the dashboard to the organisers' other pages.
import { openPage } from '../../phone/navigation';
import { urlOf } from '../../routes';
import type { Dashboard } from './services/dashboard';

type ToDoKind = Dashboard['toDos'][number]['kind'];

const organiser = '/packages/organiser';

/** Where each thing to do is done. */
const places: Readonly<Record<ToDoKind, (pollId: string) => string>> = {
  acts: (id) => urlOf(`${organiser}/acts/acts`, { id }),
  nominations: (id) => urlOf(`${organiser}/review/review`, { id }),
  media: (id) => urlOf(`${organiser}/review/review`, { id, part: 'media' }),
  checklist: (id) => urlOf(`${organiser}/edit/edit`, { id }),
  listing: (id) => urlOf(`${organiser}/manage/manage`, { id }),
};

export function openToDo(kind: ToDoKind, pollId: string): void {
  openPage(places[kind](pollId));
}
