import type { PhoneFile } from '../../../phone/files';
import type { EditedCandidate } from '../services/candidates';

/** A picture of the form: in the cloud, on its way there, or not got there. */
export interface FormPicture {
  key: string;
  /** What is shown: a file of the phone, or of the cloud. */
  src: string;
  /** Its cloud file id, once it is there. */
  file: string | null;
  state: 'pending' | 'passed' | 'review' | 'refused' | 'uploading' | 'failed';
  percent: number;
  /** Where it can be sent from again. */
  source: PhoneFile | null;
}

export function savedPicture({ file, state }: EditedCandidate['pictures'][number]): FormPicture {
  return { key: file, src: file, file, state, percent: 100, source: null };
}

export function newPicture(source: PhoneFile): FormPicture {
  return { key: source.path, src: source.path, file: null, state: 'uploading', percent: 0, source };
}

/** Puts a picture into another place. @param to counts from 0 */
export function placed(pictures: readonly FormPicture[], key: string, to: number): FormPicture[] {
  const picture = pictures.find((each) => each.key === key);
  if (!picture) return [...pictures];
  const others = pictures.filter((each) => each.key !== key);
  return [...others.slice(0, to), picture, ...others.slice(to)];
}
