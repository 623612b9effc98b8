import type { FailureState } from '../../../components/page-state/page-state.view';
import { dateText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import { endOfDay, instantOf } from '../../../../cloudfunctions/shared/universal/day';
import { actConsequence, actNames, actSubject } from '../text/acts';
import type { EditedPoll } from '../services/polls';
import { formWords, objectionWords } from '../text/after';
import { workingDays } from '../after/working-days.view';
import { askedFields, earliestDay, mostActs, offeredActs, type About, type Decision, type Draft } from './form';

export type AfterActView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      name: string;
      consequence: string;
      /** What it is about: a candidate, an objection with what it says. */
      about: string;
      detail: string;
      fields: (ReturnType<typeof askedFields>[number] & { value: string })[];
      /** The picker of the notice's last day; null for acts that ask for none. */
      until: { day: string; text: string; earliest: string; hint: string; days: string } | null;
      decisions: { id: Decision; name: string; isChosen: boolean }[];
      /** What the answer may rest on. */
      acts: { id: string; name: string; when: string; isChosen: boolean }[];
      actsHint: string;
      submit: string;
      hint: string;
    }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function afterActView(
  { poll, about }: { poll: Pick<EditedPoll, 'measure'>; about: About },
  draft: Draft,
  now: number,
): AfterActView {
  const { kind, outcome, candidateId, objection } = about;
  const isAlone = kind === 'archivePoll';
  const name = actNames[kind];
  return {
    kind: 'ready',
    name,
    consequence: actConsequence(kind, poll.measure),
    about:
      objection === undefined
        ? (outcome.winners.find((winner) => winner.candidateId === candidateId)?.name ?? '')
        : objection.number === undefined
          ? objectionWords.tip
          : objectionWords.numbered(objection.number),
    detail: objection?.appeal?.text ?? objection?.text ?? '',
    fields: askedFields(about).map((field) => ({ ...field, value: draft.fields[field.name] ?? '' })),
    until: untilOf(about, draft, now),
    decisions: objection === undefined ? [] : decisionsOf(draft),
    acts: actsOf(about, draft, now),
    actsHint: formWords.basisHint(mostActs),
    submit: isAlone ? formWords.alone(name) : formWords.submit(name),
    hint: isAlone ? formWords.one : formWords.two,
  };
}

function untilOf(about: About, { day }: Draft, now: number): Extract<AfterActView, { kind: 'ready' }>['until'] {
  const earliest = earliestDay(about);
  if (earliest === undefined) return null;
  const noon = (each: string): number => instantOf(each, '12:00');
  const from = about.kind === 'extendNotice' ? (about.outcome.notice?.from ?? now) : now;
  const days = day === '' ? [] : workingDays(from, endOfDay(day), now);
  return {
    day,
    text: day === '' ? formWords.chooseDay : dateText(noon(day), now),
    earliest,
    hint: formWords.untilHint(dateText(noon(earliest), now)),
    days: days.length === 0 ? '' : formWords.days(days.length),
  };
}

function actsOf(about: About, draft: Draft, now: number): Extract<AfterActView, { kind: 'ready' }>['acts'] {
  return offeredActs(about, draft).map((each) => ({
    id: each.id,
    name: [actNames[each.act.kind], actSubject(each, now)].filter((part) => part !== '').join(' · '),
    when: momentText(each.decided?.at ?? each.proposedAt, now),
    isChosen: draft.acts.includes(each.id),
  }));
}

function decisionsOf({ decision }: Draft): Extract<AfterActView, { kind: 'ready' }>['decisions'] {
  return (['upheld', 'partly', 'rejected'] as const).map((id) => ({
    id,
    name: formWords.decisions[id],
    isChosen: id === decision,
  }));
}
