import type { ParticipantInput, ParticipantOutput } from '../../../../cloudfunctions/shared/contract/participant';
import { callParticipant, type Answer } from '../../../services/cloud';

export type NominationForm = ParticipantOutput<'nomination.form'>;
export type MyNominations = ParticipantOutput<'nomination.mine'>;
export type Nomination = ParticipantInput<'nomination.submit'>['nomination'];
export type Criterion = Nomination['criteria'][number]['criterion'];

/** What may be proposed in a poll, and whether it may be now. */
export function getForm(pollId: string): Promise<Answer<NominationForm>> {
  return callParticipant('nomination.form', { pollId });
}

/** One's own nominations in a poll, newest first, with what became of them. */
export function myNominations(pollId: string): Promise<Answer<MyNominations>> {
  return callParticipant('nomination.mine', { pollId });
}

/** Proposes. A repeat with the same requestId answers the nomination that it made. */
export function submitNomination(
  pollId: string,
  requestId: string,
  nomination: Nomination,
): Promise<Answer<ParticipantOutput<'nomination.submit'>>> {
  return callParticipant('nomination.submit', { pollId, requestId, nomination });
}
