import { nominateWords } from '../text/nominate';
import type { Answer, Failure } from '../../../services/cloud';
import { submitNomination, type Criterion } from '../services/nominations';
import { uploadFile } from '../../../services/cloud';
import { extensionOf } from '../../../phone/files';
import { tell } from '../../../phone/dialogs';
import { nominationOf, type NominationDraft } from './nomination-draft';

/** A wish that is sent again under the same id until it is answered, so that it is taken in once. */
export interface Sending {
  requestId: string;
  draft: NominationDraft;
  criteria: readonly Criterion[];
  /** Pictures that are up already, by their path on the phone: a second try sends none of them twice. */
  uploaded: Map<string, string>;
}

export type Sent = { ok: true; left: number } | { ok: false; failure: Failure } | { ok: false; pictureLost: true };

/** @param onPicture told which picture goes up, from 1 */
export async function sendNomination(
  pollId: string,
  { requestId, draft, criteria, uploaded }: Sending,
  onPicture: (at: number) => void,
): Promise<Sent> {
  for (const [index, path] of draft.pictures.entries()) {
    if (uploaded.has(path)) continue;
    onPicture(index + 1);
    const file = await uploadFile(`nominations/${pollId}/${requestId}-${index}.${extensionOf(path)}`, path);
    if (file === undefined) return { ok: false, pictureLost: true };
    uploaded.set(path, file);
  }
  const pictures = draft.pictures.flatMap((path) => uploaded.get(path) ?? []);
  const answer: Answer<{ left: number }> = await submitNomination(
    pollId,
    requestId,
    nominationOf(draft, criteria, pictures),
  );
  return answer.ok ? { ok: true, left: answer.data.left } : { ok: false, failure: answer.error };
}

/** Says that nothing was sent, since a picture did not get there. */
export async function tellPictureLost(): Promise<void> {
  await tell(nominateWords.pictureLost);
}
