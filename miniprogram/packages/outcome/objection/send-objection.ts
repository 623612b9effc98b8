import { extensionOf } from '../../../phone/files';
import { uploadFile, type Failure } from '../../../services/cloud';
import { submitObjection, type RuledBallot } from '../services/objections';
import { formWords } from '../text/objections';
import type { Writing } from './kept-draft';
import { objectionOf, type Problem } from './objection-draft';

export interface Sending extends Writing {
  ballots: readonly RuledBallot[];
  /** Pictures that are up already, by their path on the phone: a second try sends none of them twice. */
  uploaded: Map<string, string>;
}

export type Sent =
  { ok: true; number: string | undefined } | { ok: false; failure: Failure } | { ok: false; lost: true };

/** @param onPicture told which picture goes up, from 1 */
export async function sendObjection(
  pollId: string,
  { requestId, draft, ballots, uploaded }: Sending,
  onPicture: (at: number) => void,
): Promise<Sent> {
  const wanted = draft.kind === 'ballot' ? [] : draft.pictures;
  for (const [index, path] of wanted.entries()) {
    if (uploaded.has(path)) continue;
    onPicture(index + 1);
    // Counted by what is up, not by place: after a picture was taken out another one would get its name.
    const name = `${requestId}-${uploaded.size}.${extensionOf(path)}`;
    const file = await uploadFile(`objections/${pollId}/${name}`, path);
    if (file === undefined) return { ok: false, lost: true };
    uploaded.set(path, file);
  }
  const objection = objectionOf(
    draft,
    ballots,
    wanted.flatMap((path) => uploaded.get(path) ?? []),
  );
  if (objection === undefined) return { ok: false, lost: true };
  const answer = await submitObjection(pollId, requestId, objection);
  return answer.ok ? { ok: true, number: answer.data.number } : { ok: false, failure: answer.error };
}

/** Where in the form a refusal belongs, and its words there; undefined for what concerns no field. */
export function problemOfRefusal({ code, details }: Failure, said: string): Problem | undefined {
  switch (code) {
    case 'CONTENT_REFUSED':
      return { field: fieldOf(details.field), text: formWords.refused };
    case 'INVALID_INPUT':
      return { field: fieldOf(details.field), text: formWords.wrong };
    case 'FILE_NOT_FOUND':
      return { field: 'pictures', text: formWords.pictureGone };
    case 'CANDIDATE_NOT_FOUND':
      return { field: 'candidate', text: said };
    case 'BALLOT_NOT_FOUND':
    case 'BALLOT_NOT_VOID':
      return { field: 'ballot', text: said };
    case 'LIMIT_REACHED':
      return { field: details.what === 'objectionsOfBallot' ? 'ballot' : 'kind', text: said };
    default:
      return undefined;
  }
}

/** The form's own name of a field of the contract, like `signed.name` or `pictures.2`. */
function fieldOf(path: string): Problem['field'] {
  const [first = '', second = ''] = path.split('.');
  switch (first === 'signed' ? second : first) {
    case 'candidateId':
      return 'candidate';
    case 'receipt':
      return 'ballot';
    case 'pictures':
      return 'pictures';
    case 'name':
      return 'name';
    case 'contact':
      return 'contact';
    case 'unit':
      return 'unit';
    case 'kind':
      return 'kind';
    default:
      return 'text';
  }
}
