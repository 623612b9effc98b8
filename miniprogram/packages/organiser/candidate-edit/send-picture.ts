import { upload } from '../services/uploads';
import type { FormPicture } from './form-pictures';

/** Sends a picture up. @param changed told what it has become, several times */
export async function sendPicture(
  pollId: string,
  picture: FormPicture,
  changed: (picture: FormPicture) => void,
): Promise<void> {
  if (picture.source === null) return;
  const on = { ...picture, state: 'uploading' as const };
  changed(on);
  const file = await upload(pollId, picture.source, (percent) => {
    changed({ ...on, percent });
  });
  changed(file === undefined ? { ...on, state: 'failed' } : { ...on, file, state: 'pending', percent: 100 });
}
