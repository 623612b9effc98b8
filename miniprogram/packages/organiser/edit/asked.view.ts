import { checklistText } from '../../../text/checklist';
import { isSame } from '../draft/rebase';
import type { Checklist, PollFields } from '../services/polls';
import { destinationOf, fieldAt, type Place } from './destination';

/** What publishing asked for when the cloud looked last. */
export interface Asked {
  list: Checklist;
  /** The fields as they were then. */
  fields: PollFields;
  /** The place to which a tap led from the list. */
  place: Place | undefined;
}

/** What each place is told: what is missing there, and what the tap was about, until somebody writes there. */
export type AskedTexts = Partial<Record<Place, string>>;

/** @param now the server's time, epoch milliseconds */
export function askedTexts(asked: Asked | undefined, fields: PollFields, now: number): AskedTexts {
  const texts: AskedTexts = {};
  for (const item of asked?.list.items ?? []) {
    const destination = destinationOf(item);
    if (asked === undefined || destination.to !== 'step' || destination.place === undefined) continue;
    const { place } = destination;
    const field = fieldAt(place);
    const isTold = item.level === 'missing' || place === asked.place;
    if (isTold && isSame(asked.fields[field], fields[field])) texts[place] ??= checklistText(item, now);
  }
  return texts;
}
