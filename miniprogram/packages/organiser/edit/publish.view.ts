import { checklistText } from '../../../text/checklist';
import { dateTimeText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { ProposedAct } from '../services/acts';
import type { Checklist, ChecklistItem, PollFields } from '../services/polls';
import { publishWords } from '../text/publish';
import { destinationOf, type Destination } from './destination';

interface Item {
  key: string;
  text: string;
  /** Where it is mended. */
  target: Destination;
}

export interface PublishView {
  isChecked: boolean;
  title: string;
  missing: Item[];
  warnings: Item[];
  secondPerson: boolean;
  extend: string;
  canCopy: boolean;
  /** Only an owner throws a draft away. */
  canDiscard: boolean;
  /** The act that waits for a second person. */
  waiting: { id: string; text: string } | null;
}

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
    canCopy: may.includes('poll.copy'),
    canDiscard: may.includes('poll.discard'),
    extend: latestEnd === null ? publishWords.notExtendable : publishWords.extendable(dateTimeText(latestEnd)),
    waiting: waiting
      ? { id: waiting.id, text: publishWords.waiting(waiting.proposer.name, momentText(waiting.proposedAt, now)) }
      : null,
  };
}

function itemOf(item: ChecklistItem, at: number, now: number): Item {
  return { key: `${item.code}${at}`, text: checklistText(item, now), target: destinationOf(item) };
}

/** What the publishing of these fields means, for the last question before it. */
export function publishQuestion(fields: PollFields, needsSecondPerson: boolean): string {
  const starts = fields.opensAtOnce
    ? publishWords.startsAtOnce
    : publishWords.startsAt(dateTimeText(fields.stages.voting));
  const confirm = publishWords.confirm(starts);
  return needsSecondPerson ? `${confirm}${publishWords.confirmSecond}` : confirm;
}
