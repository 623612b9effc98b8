// What the forms of the acts behind the close ask, and the acts that they make.
import { dayOf, endOfDay } from '../../../../cloudfunctions/shared/universal/day';
import type { Act, ProposedAct } from '../services/acts';
import type { OutcomeSteps, TeamObjection } from '../services/outcome';
import { appealOffice, formFields, formWords, type AfterKind } from '../text/after';

export type FieldName = keyof typeof formFields;
export type Decision = Extract<Act, { kind: 'answerObjection' }>['decision'];

/** What somebody has filled in so far. */
export interface Draft {
  fields: Partial<Record<FieldName, string>>;
  /** Asia/Shanghai, "2026-11-30"; empty until chosen. */
  day: string;
  decision: Decision | '';
  /** Ids of the acts that an answer rests on. */
  acts: readonly string[];
}

/** So many acts an answer may name. */
export const mostActs = 5;

/** What a form is about. */
export interface About {
  kind: AfterKind;
  outcome: OutcomeSteps;
  /** The winner whose award is taken back. */
  candidateId: string;
  /** The objection that is answered. */
  objection?: TeamObjection | undefined;
  /** What was done since it came, newest first. */
  acts: readonly ProposedAct[];
}

/** Whether an answer may rest on an act: it is done, and was proposed since. @param at when the objection came */
export function isBasis({ act, state, proposedAt }: ProposedAct, at: number): boolean {
  return state === 'done' && proposedAt >= at && act.kind !== 'answerObjection';
}

/** What may be named as done because of it: nothing is done because of what is rejected. */
export function offeredActs({ objection, acts }: About, { decision }: Draft): readonly ProposedAct[] {
  return objection === undefined || (decision !== 'upheld' && decision !== 'partly') ? [] : acts;
}

interface Asked {
  name: FieldName;
  label: string;
  placeholder: string;
  /** In characters. */
  most: number;
  isArea: boolean;
  isOptional: boolean;
}

const most: Readonly<Record<FieldName, number>> = {
  note: 500,
  root: 64,
  office: 60,
  phone: 30,
  address: 100,
  reason: 200,
  clause: 100,
  summary: 500,
};
const areas: readonly FieldName[] = ['note', 'reason', 'summary'];
const optional: readonly FieldName[] = ['note', 'address'];

/** The fields of a form, in their order. */
export function askedFields(about: About): Asked[] {
  return namesOf(about).map((name) => ({
    name,
    ...(isFinal(about) && name === 'office' ? appealOffice : formFields[name]),
    most: most[name],
    isArea: areas.includes(name),
    isOptional: optional.includes(name),
  }));
}

function namesOf(about: About): FieldName[] {
  switch (about.kind) {
    case 'certifyCount':
      return needsRoot(about.outcome) ? ['root', 'note'] : ['note'];
    case 'putUpNotice':
      // One that takes an earlier one's place says why.
      return [...(isAnother(about) ? ['reason' as const] : []), 'office', 'phone', 'address', 'note'];
    case 'extendNotice':
    case 'callOff':
    case 'archivePoll':
      return ['reason'];
    case 'award':
      return [];
    case 'revokeAward':
      return ['reason', 'clause'];
    case 'answerObjection':
      return isFinal(about) ? ['office', 'summary'] : ['summary'];
  }
}

function isAnother({ outcome }: About): boolean {
  return outcome.notice !== undefined;
}

/** A log that is too large for the server's own recount is counted elsewhere. */
function needsRoot({ checks }: OutcomeSteps): boolean {
  return checks.some(({ check, state }) => check === 'recount' && state === 'open');
}

/** An appeal is decided by the supervising office. */
function isFinal({ objection }: About): boolean {
  return objection?.state === 'appealed';
}

/** The first day with whose end a notice may end now; undefined for acts that ask for none. */
export function earliestDay({ kind, outcome }: About): string | undefined {
  const { next, notice } = outcome;
  if (kind === 'putUpNotice') return next && dayOf(next.earliestUntil - 1);
  // The day behind its last one.
  return kind === 'extendNotice' && notice ? dayOf(Math.max(notice.until, (next?.earliestUntil ?? 1) - 1)) : undefined;
}

/** Who answers objections stays the same from one notice to the next. */
export function blankDraft(about: About): Draft {
  const { notice } = about.outcome;
  const known = about.kind === 'putUpNotice' && notice ? notice : { office: '', phone: '', address: '', note: '' };
  const { office, phone, address, note } = known;
  return { fields: { office, phone, address, note }, day: earliestDay(about) ?? '', decision: '', acts: [] };
}

/** The act as the contract takes it, or what is still missing. */
export function actOf(about: About, draft: Draft): { act: Act } | { missing: string } {
  const { kind, candidateId, objection } = about;
  const { fields, day, decision } = draft;
  const text = (name: FieldName): string => (fields[name] ?? '').trim();
  const empty = askedFields(about).find(({ name, isOptional }) => !isOptional && text(name) === '');
  if (empty) return { missing: formWords.missing.field(empty.label) };
  if (earliestDay(about) !== undefined && day === '') return { missing: formWords.missing.until };
  const until = day === '' ? 0 : endOfDay(day);
  switch (kind) {
    case 'certifyCount': {
      const root = text('root').toLowerCase();
      if (root !== '' && !/^[0-9a-f]{64}$/.test(root)) return { missing: formWords.missing.root };
      return { act: { kind, note: text('note'), ...(root === '' ? {} : { root }) } };
    }
    case 'putUpNotice': {
      const place = { office: text('office'), phone: text('phone'), address: text('address') };
      const why = isAnother(about) ? { reason: text('reason') } : {};
      return { act: { kind, until, ...place, note: text('note'), ...why } };
    }
    case 'extendNotice':
      return { act: { kind, until, reason: text('reason') } };
    case 'award':
      return { act: { kind } };
    case 'revokeAward':
      if (candidateId === '') return { missing: formWords.missing.candidate };
      return { act: { kind, candidateId, reason: text('reason'), clause: text('clause') } };
    case 'callOff':
    case 'archivePoll':
      return { act: { kind, reason: text('reason') } };
    case 'answerObjection': {
      if (decision === '' || objection === undefined) return { missing: formWords.missing.decision };
      const office = isFinal(about) ? { office: text('office') } : {};
      const offered = offeredActs(about, draft).map(({ id }) => id);
      const actIds = draft.acts.filter((id) => offered.includes(id));
      if (actIds.length > mostActs) return { missing: formWords.missing.acts(mostActs) };
      return { act: { kind, objectionId: objection.id, decision, summary: text('summary'), ...office, actIds } };
    }
  }
}
