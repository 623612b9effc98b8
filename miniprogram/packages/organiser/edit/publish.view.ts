import { isPollText, type PollText } from '../../../../cloudfunctions/shared/universal/poll-fields';
import { checklistText } from '../../../text/checklist';
import { dateTimeText, momentText } from '../../../text/times';
import type { ProposedAct } from '../services/acts';
import type { Checklist, ChecklistItem, PollFields } from '../services/polls';
import { publishWords } from '../text/publish';

interface Item {
  key: string;
  text: string;
  /** A step of the editor, `team`, `nominations`, `media`, or a candidate as `candidate:<id>`. */
  target: string;
}

export interface PublishView {
  isChecked: boolean;
  title: string;
  missing: Item[];
  warnings: Item[];
  secondPerson: boolean;
  extend: string;
  /** Only an owner throws a draft away. */
  canDiscard: boolean;
  /** The act that waits for a second person. */
  waiting: { id: string; text: string } | null;
}

const targets: Readonly<Record<Exclude<ChecklistItem['code'], PollText>, string>> = {
  stageOrder: 'times',
  votingStart: 'times',
  latestEnd: 'times',
  noticeDays: 'times',
  rules: 'rules',
  result: 'rules',
  lot: 'rules',
  voidReasons: 'rules',
  countStep: 'rules',
  candidates: 'candidates',
  candidateText: 'candidates',
  candidateTwice: 'candidates',
  candidateLooksAlike: 'candidates',
  nominations: 'nominations',
  picture: 'basics',
  secondPerson: 'team',
  chatGroups: 'chatGroups',
};

/**
 * @param list undefined until the cloud has looked
 * @param acts acts of the poll, of which one may be a publishing that waits
 * @param now the server's time, epoch milliseconds
 * @param may what the member's role allows
 */
export function publishView(
  fields: PollFields,
  list: Checklist | undefined,
  acts: readonly ProposedAct[],
  now: number,
  may: readonly string[] = [],
): PublishView {
  const items = list?.items ?? [];
  const missing = items.filter(({ level }) => level === 'missing').map((item, at) => itemOf(item, at, now));
  const waiting = acts.find(({ act, state }) => act.kind === 'publish' && state === 'waiting');
  const { latestEnd } = fields;
  return {
    isChecked: list !== undefined,
    title: missing.length > 0 ? publishWords.missing(missing.length) : publishWords.ready,
    missing,
    warnings: items.filter(({ level }) => level === 'warning').map((item, at) => itemOf(item, at, now)),
    secondPerson: fields.secondPerson,
    canDiscard: may.includes('poll.discard'),
    extend: latestEnd === null ? publishWords.notExtendable : publishWords.extendable(dateTimeText(latestEnd)),
    waiting: waiting
      ? { id: waiting.id, text: publishWords.waiting(waiting.proposer.name, momentText(waiting.proposedAt, now)) }
      : null,
  };
}

function itemOf(item: ChecklistItem, at: number, now: number): Item {
  const { candidateId, state } = item.details ?? {};
  const target =
    item.code === 'picture' && state === 'review'
      ? 'media'
      : typeof candidateId === 'string'
        ? `candidate:${candidateId}`
        : isPollText(item.code)
          ? 'basics'
          : targets[item.code];
  return { key: `${item.code}${at}`, text: checklistText(item, now), target };
}

/** What the publishing of these fields means, for the last question before it. */
export function publishQuestion(fields: PollFields, needsSecondPerson: boolean): string {
  const starts = fields.opensAtOnce
    ? publishWords.startsAtOnce
    : publishWords.startsAt(dateTimeText(fields.stages.voting));
  const confirm = publishWords.confirm(starts);
  return needsSecondPerson ? `${confirm}${publishWords.confirmSecond}` : confirm;
}
