import { tellDone, tellFailure } from '../../../phone/dialogs';
import { formWords } from '../text/candidate-form';
import type { CandidateSession } from './candidate-session';

/** Tells what became of a save. @returns whether it is saved; a conflict has a sheet of its own */
export async function tellSaved(answer: Awaited<ReturnType<CandidateSession['save']>>): Promise<boolean> {
  if (answer.ok) tellDone(formWords.saved);
  else if (answer.failure) await tellFailure(answer.failure);
  return answer.ok;
}
