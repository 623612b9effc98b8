import { chooseOne } from '../../../phone/dialogs';
import { formWords } from '../text/candidate-form';
import { placed, type FormPicture } from './form-pictures';

type Action = 'again' | 'first' | 'left' | 'right' | 'remove';

/** Asks what to do with a picture. @returns the pictures then, or the one that is to be sent again */
export async function askAboutPicture(
  pictures: readonly FormPicture[],
  key: string,
): Promise<{ pictures: FormPicture[] } | { again: FormPicture } | undefined> {
  const at = pictures.findIndex((picture) => picture.key === key);
  const picture = pictures[at];
  if (!picture) return undefined;
  const possible: [Action, boolean][] = [
    ['again', picture.state === 'failed'],
    ['first', at > 0],
    ['left', at > 1],
    ['right', at < pictures.length - 1],
    ['remove', true],
  ];
  const action = await chooseOne(possible.flatMap(([id, is]) => (is ? [{ id, name: formWords[id] }] : [])));
  if (action === undefined) return undefined;
  if (action === 'again') return { again: picture };
  if (action === 'remove') return { pictures: pictures.filter((each) => each !== picture) };
  const to = action === 'first' ? 0 : action === 'left' ? at - 1 : at + 1;
  return { pictures: placed(pictures, key, to) };
}
