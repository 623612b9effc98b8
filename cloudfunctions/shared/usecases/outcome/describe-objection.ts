import type * as z from 'zod';
import type { objectionMine } from '../../contract/objections';
import { numberOf, type Objection } from '../../domain/outcome/objection';

type Progress = Omit<z.output<typeof objectionMine.output>['objections'][number], 'candidateName' | 'appealUntil'>;

/** What its author and the team both see of it. */
export function describeProgress(objection: Objection): Progress {
  const { id, pollId, kind, candidateId, at, text, state, dueAt, accepted, hearing, answer, appeal, final, closing } =
    objection;
  return {
    id: id.slice(pollId.length + 1),
    number: numberOf(objection),
    kind,
    candidateId,
    at,
    text,
    state,
    dueAt,
    accepted: accepted && { at: accepted.at, reason: accepted.reason },
    hearing,
    answer,
    appeal,
    final,
    closing,
  };
}
