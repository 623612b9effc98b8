import type { FailureState } from '../../../components/page-state/page-state.view';
import type { Me } from '../services/installation';
import { claimWords } from '../text/listing';

export type ClaimView =
  | { kind: 'loading' }
  | { kind: 'ready'; state: string; left: string; mayCreate: boolean; isAdministrator: boolean }
  | FailureState;

export function claimView({ mayCreate, creation, pollsLeft, isAdministrator }: Me): ClaimView {
  const state = !mayCreate ? claimWords.needed : creation === 'anyone' ? claimWords.open : claimWords.approved;
  return { kind: 'ready', state, left: mayCreate ? claimWords.left(pollsLeft) : '', mayCreate, isAdministrator };
}
