import { readStored, store } from '../../../phone/storage';

// Phones hold what was kept under this spelling.
const nameKey = 'organizer/my-name';
const isText = (stored: unknown): stored is string => typeof stored === 'string';

/** How this person was called in the poll made last; '' before the first. */
export function keptName(): string {
  return readStored(nameKey, isText, '');
}

export function keepName(name: string): void {
  store(nameKey, name);
}
