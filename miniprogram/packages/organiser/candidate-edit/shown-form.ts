import { tellDone, tellFailure } from '../../../phone/dialogs';
import type { EditedPoll } from '../services/polls';
import { formWords } from '../text/candidate-form';
import type { CandidateForm } from './candidate-form';
import { formView, type FormView } from './form.view';

/** What the page shows of the form. */
export function shownForm(
  { texts, pictures, video, isKept, isNew, isUploading }: CandidateForm,
  poll: EditedPoll,
  page: { isSaving: boolean; wasTried: boolean },
): FormView {
  return formView({ poll, texts, pictures, video, isKept, isNew, isUploading, ...page });
}

/** Tells what became of a save. @returns whether it is saved; a conflict has a sheet of its own */
export async function tellSaved(answer: Awaited<ReturnType<CandidateForm['save']>>): Promise<boolean> {
  if (answer.ok) tellDone(formWords.saved);
  else if (answer.failure) await tellFailure(answer.failure);
  return answer.ok;
}
