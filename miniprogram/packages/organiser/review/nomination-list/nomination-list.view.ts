import type { FailureState } from '../../../../components/page-state/page-state.view';
import { criterionNames } from '../../../../text/candidate-page';
import { momentText } from '../../../../../cloudfunctions/shared/universal/times';
import type { NominationQueue, NominationState, ReviewedNomination } from '../../services/review';
import { nominationStateNames, reviewWords } from '../../text/review';

export interface NominationRow {
  id: string;
  name: string;
  from: string;
  at: string;
  /** Group and unit, one line. */
  place: string;
  sentence: string;
  criteria: { name: string; text: string }[];
  /** Cloud file ids. */
  pictures: string[];
  /** Which candidates have nearly the same name. */
  alike: string;
  /** How and by whom it was decided. */
  decided: string;
  reason: string;
  canDecide: boolean;
  /** On the sheets that ask once more. */
  returnTitle: string;
  mergeTitle: string;
}

export interface Tab<Id extends string> {
  id: Id;
  name: string;
  isChosen: boolean;
}

export type QueueView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      tabs: Tab<NominationState>[];
      rows: NominationRow[];
      none: { title: string; detail: string } | null;
    }
  | FailureState;

const states: readonly NominationState[] = ['waiting', 'returned', 'merged', 'accepted'];

export interface Shown {
  queue: Pick<NominationQueue, 'nominations' | 'waiting'>;
  state: NominationState;
  may: readonly string[];
  groups: readonly { id: string; name: string }[];
  /** The server's time, epoch milliseconds. */
  now: number;
}

export function queueView({ queue, state, may, groups, now }: Shown): QueueView {
  const rows = queue.nominations.map((nomination) => rowOf(nomination, may, groups, now));
  const which = state === 'waiting' ? 'waiting' : 'other';
  const none = { title: reviewWords.noneTitle[which], detail: reviewWords.noneDetail[which] };
  return { kind: 'ready', tabs: tabsOf(state, queue.waiting), rows, none: rows.length === 0 ? none : null };
}

function tabsOf(chosen: NominationState, waiting: number): Tab<NominationState>[] {
  return states.map((id) => ({
    id,
    name: id === 'waiting' && waiting > 0 ? `${nominationStateNames[id]} ${waiting}` : nominationStateNames[id],
    isChosen: id === chosen,
  }));
}

function rowOf(
  nomination: ReviewedNomination,
  may: readonly string[],
  groups: Shown['groups'],
  now: number,
): NominationRow {
  const { id, name, at, proposer, group, unit, sentence, criteria, pictures, state, alike, decided, reason } =
    nomination;
  const groupName = groups.find((each) => each.id === group)?.name;
  return {
    id,
    name,
    from: reviewWords.from[proposer.kind](proposer.name),
    at: momentText(at, now),
    place: [groupName, unit].filter(Boolean).join(' · '),
    sentence,
    criteria: criteria.map(({ criterion, text }) => ({ name: criterionNames[criterion], text })),
    pictures: pictures.map(({ file }) => file),
    alike:
      alike.length > 0 ? reviewWords.alikeHint(alike.map((each) => `${each.number} 号 ${each.name}`).join('、')) : '',
    decided: decided ? reviewWords.decided(decided.name, momentText(decided.at, now)) : '',
    reason: reason ?? '',
    canDecide: state === 'waiting' && may.includes('nomination.accept'),
    returnTitle: reviewWords.returnTitle(name),
    mergeTitle: reviewWords.mergeTitle(name),
  };
}
