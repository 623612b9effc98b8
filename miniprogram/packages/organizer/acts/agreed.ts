import { confirmed } from '../../../services/tell';
import type { ProposedAct } from '../services/acts';
import { actConsequences, actNames, actWords } from '../text/acts';

/** Says what the act does, and asks for the second person's word. */
export function agreed({ act: { kind } }: ProposedAct): Promise<boolean> {
  return confirmed(actWords.approveTitle(actNames[kind]), actConsequences[kind], actWords.approve);
}
