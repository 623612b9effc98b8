import type { FailureState } from '../../../components/page-state/page-state.view';
import { criterionNames } from '../../../text/candidate-page';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { Criterion, MyNominations, NominationForm } from '../services/nominations';
import { nominateWords, verdicts } from '../text/nominate';

export interface MyRow {
  id: string;
  name: string;
  at: string;
  verdict: string;
  ring: 'open' | 'dot' | 'tick';
  reason: string;
}

export type NominateView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      organiser: string;
      guide: string;
      /** Until when, and how many are left. */
      line: string;
      /** Why there is no form; null where there is one. */
      shut: { title: string; detail: string } | null;
      criteria: { id: Criterion; name: string }[];
      groups: { id: string; name: string }[];
      mine: MyRow[];
    }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function nominateView(
  form: NominationForm,
  mine: MyNominations['nominations'],
  now: number,
): NominateView & { kind: 'ready' } {
  const { title, organiser, guide, isOpen, endAt, left, criteria, groups, measure } = form;
  const parts = [
    endAt !== undefined && isOpen ? nominateWords.until(momentText(endAt, now)) : '',
    nominateWords.left(left, measure),
  ];
  return {
    kind: 'ready',
    title,
    organiser: organiser === '' ? '' : nominateWords.organiser(organiser),
    guide,
    line: isOpen ? parts.filter(Boolean).join(' · ') : '',
    shut: shutText(form, now),
    criteria: criteria.map((id) => ({ id, name: criterionNames[id] })),
    groups: groups.length > 0 ? [{ id: '', name: nominateWords.noGroup }, ...groups] : [],
    mine: mine.map((each) => myRow(each, now)),
  };
}

function shutText(
  { isOpen, left, startAt, endAt }: NominationForm,
  now: number,
): { title: string; detail: string } | null {
  if (isOpen) return left > 0 ? null : nominateWords.full;
  const { title, before, after, settled, never } = nominateWords.closed;
  if (startAt !== undefined && now < startAt) return { title, detail: before(momentText(startAt, now)) };
  if (endAt === undefined) return { title, detail: never };
  // Within its time and shut: what is proposed to is published, and its candidates stand.
  return { title, detail: now >= endAt ? after(momentText(endAt, now)) : settled };
}

function myRow(
  { id, name, at, state, reason, candidateName }: MyNominations['nominations'][number],
  now: number,
): MyRow {
  const { name: verdict, ring } = verdicts[state];
  return {
    id,
    name,
    ring,
    verdict: state === 'merged' && candidateName !== undefined ? nominateWords.mergedInto(candidateName) : verdict,
    at: nominateWords.sentAt(momentText(at, now)),
    reason: reason === undefined || reason === '' ? '' : nominateWords.reason(reason),
  };
}
