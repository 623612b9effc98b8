import type * as z from 'zod';
import { refuse, type Refused } from '../../contract/answered';
import type { objectionMine } from '../../contract/objections';
import { keyOf, numberOf, type Objection, type ObjectionAnswer } from '../../domain/outcome/objection';

type Progress = Omit<z.output<typeof objectionMine.output>['objections'][number], 'candidateName' | 'appealUntil'>;

/** What its author and the team both see of it. */
export function describeProgress(objection: Objection): Progress {
  const { kind, candidateId, at, text, state, dueAt, accepted, hearing, answer, appeal, final, closing } = objection;
  return {
    id: keyOf(objection),
    number: numberOf(objection),
    kind,
    candidateId,
    at,
    text,
    state,
    dueAt,
    accepted: accepted && { at: accepted.at, reason: accepted.reason },
    hearing,
    answer: answer && describeAnswer(answer),
    appeal,
    final: final && describeAnswer(final),
    closing,
  };
}

function describeAnswer({ at, decision, summary, office, effects }: ObjectionAnswer): NonNullable<Progress['answer']> {
  return { at, decision, summary, office, effects };
}

export function decided({ state }: Objection): Refused<'OBJECTION_DECIDED'> {
  return refuse('OBJECTION_DECIDED', `it is ${state}`, { state });
}
