import { isPollText, type PollText } from '../../../../cloudfunctions/shared/universal/poll-fields';
import type { FieldName } from '../draft/fields';
import type { ChecklistItem, PollFields } from '../services/polls';
import { stageFields, type StageField } from '../text/schedule';
import type { StepName } from './steps';

/** A spot in a step that something can be asked for at: what its element is called behind `at-`. */
export type Place = PollText | 'cover' | 'attachments' | StageField | 'latestEnd' | RulePlace;
type RulePlace = 'choices' | 'count' | 'seats' | 'ties' | 'groups' | 'voids';

/** A candidate's text that publishing asks for. */
export type CandidateText = 'unit' | 'sentence';

/** Where a tap in the editor leads: a step, or a page above it. */
export type Destination =
  | { to: 'step'; step: StepName; place?: Place }
  | { to: 'candidate'; id: string; field?: CandidateText }
  | Ways[PageAbove];

type PageAbove = (typeof pagesAbove)[number];
type Ways = { [To in PageAbove]: { to: To } };
const pagesAbove = [
  'candidates',
  'newCandidate',
  'import',
  'earlier',
  'preview',
  'team',
  'nominations',
  'media',
  'chatGroups',
  'copy',
  'discard',
] as const;

/** The pages above, for templates. */
export const ways = Object.fromEntries(pagesAbove.map((to) => [to, { to }])) as Ways;

/** The page's element of a place. The steps are components, whose elements are reached by `>>>` alone. */
export function selectorOf(place: Place): string {
  return `#step >>> #at-${place}`;
}

/** Where what publishing asks for is mended. */
export function destinationOf({ code, details = {} }: ChecklistItem): Destination {
  if (isPollText(code)) return { to: 'step', step: 'basics', place: code };
  const { candidateId, state, stage, field } = details;
  if ((code === 'picture' || code === 'attachment') && state === 'review') return { to: 'media' };
  if (typeof candidateId === 'string') {
    return { to: 'candidate', id: candidateId, ...(isCandidateText(field) ? { field } : {}) };
  }
  switch (code) {
    case 'stageOrder':
      return { to: 'step', step: 'times', place: isStage(stage) ? stage : 'voting' };
    case 'votingStart':
      return { to: 'step', step: 'times', place: 'voting' };
    case 'latestEnd':
      return { to: 'step', step: 'times', place: 'latestEnd' };
    case 'noticeDays':
    case 'calendarUnknown':
      return { to: 'step', step: 'times', place: 'notice' };
    case 'rules':
      return { to: 'step', step: 'rules', place: String(field).startsWith('groups') ? 'groups' : 'choices' };
    case 'result':
    case 'entryTooLong':
      return { to: 'step', step: 'rules', place: 'seats' };
    case 'lot':
      return { to: 'step', step: 'rules', place: 'ties' };
    case 'voidReasons':
      return { to: 'step', step: 'rules', place: 'voids' };
    case 'countStep':
      return { to: 'step', step: 'rules', place: 'count' };
    case 'candidates':
    case 'candidateText':
    case 'candidateTwice':
    case 'candidateLooksAlike':
      return { to: 'step', step: 'candidates' };
    case 'picture':
      return { to: 'step', step: 'basics', place: 'cover' };
    case 'attachment':
      return { to: 'step', step: 'basics', place: 'attachments' };
    case 'nominations':
      return { to: 'nominations' };
    case 'secondPerson':
      return { to: 'team' };
    case 'chatGroups':
      return { to: 'chatGroups' };
  }
}

const rulePlaces: Readonly<Record<RulePlace, FieldName>> = {
  choices: 'rules',
  count: 'countPolicy',
  seats: 'result',
  ties: 'result',
  groups: 'rules',
  voids: 'voidReasons',
};

/** Which field is asked for at a place. */
export function fieldAt(place: Place): FieldName {
  if (isStage(place)) return 'stages';
  return isRulePlace(place) ? rulePlaces[place] : place;
}

function isStage(name: unknown): name is keyof PollFields['stages'] {
  return typeof name === 'string' && Object.hasOwn(stageFields, name);
}

export function isCandidateText(name: unknown): name is CandidateText {
  return name === 'unit' || name === 'sentence';
}

function isRulePlace(place: string): place is RulePlace {
  return Object.hasOwn(rulePlaces, place);
}
