// Ways from the dashboard to the organisers' other pages.
import { openPage } from '../../phone/navigation';
import { urlOf } from '../../routes';
import type { Dashboard } from './services/dashboard';

type ToDoKind = Dashboard['toDos'][number]['kind'];

const organizer = '/packages/organizer';

/** Where each thing to do is done. */
const places: Readonly<Record<ToDoKind, (pollId: string) => string>> = {
  acts: (id) => urlOf(`${organizer}/acts/acts`, { id }),
  nominations: (id) => urlOf(`${organizer}/review/review`, { id }),
  media: (id) => urlOf(`${organizer}/review/review`, { id, part: 'media' }),
  checklist: (id) => urlOf(`${organizer}/edit/edit`, { id }),
  listing: (id) => urlOf(`${organizer}/manage/manage`, { id }),
};

export function openToDo(kind: ToDoKind, pollId: string): void {
  openPage(places[kind](pollId));
}
