import { attachmentType, isPictureType } from '../../cloudfunctions/shared/universal/attachments';
import { showPictures } from '../phone/album';
import { tell, whileBusy } from '../phone/dialogs';
import { openDocument } from '../phone/documents';
import { attachmentWords } from '../text/attachments';
import { fetchDocument } from './exports';

/** Shows an attachment: a picture alone, a document in WeChat's reader. Says so where it does not open. */
export async function openAttachment({ file, name }: { file: string; name: string }): Promise<void> {
  const type = attachmentType(file);
  if (type !== undefined && isPictureType(type)) return showPictures([file]);
  const fetched = await whileBusy(attachmentWords.opening, fetchDocument(file, name));
  const isOpen = type !== undefined && 'path' in fetched && (await openDocument(fetched.path, type));
  if (!isOpen) await tell(attachmentWords.notOpened, attachmentWords.notOpened.read);
}
