import { refuse, type Refused } from '../../contract/answered';
import { attachmentType, beginsAs, isPictureType, type Attachment } from '../../universal/attachments';
import { lookAtFile, pathOf, temporaryUrls } from '../../platform/file-links';
import { forgetPassingFile, notePassingFile } from '../../store/files/passing-files';
import { forgetMedia } from '../../store/media/media';
import { checkMedia, liesIn, notFound, type MediaRefusal, type MediaStates } from '../media/check-media';

/** A file that was taken away can be put back for so long, by whoever edits at the same time; milliseconds. */
const removedLife = 60 * 60 * 1000;

/**
 * Finds out whether new attachments are what they say, has them checked, and tells where all stand.
 * @param before those that the poll has
 */
export async function checkAttachments(
  pollId: string,
  before: readonly Attachment[],
  attachments: readonly Attachment[],
  openid: string,
  now: number,
): Promise<{ ok: true; states: MediaStates } | Refused<MediaRefusal | 'INVALID_INPUT'>> {
  const folder = `polls/${pollId}/attachments/`;
  const isKnown = ({ file, size }: Attachment): boolean =>
    before.some((each) => each.file === file && each.size === size);
  for (const [index, attachment] of attachments.entries()) {
    const refused = isKnown(attachment) ? null : await lookAt(attachment, `change.attachments.${index}`, folder);
    if (refused) return refused;
  }
  const files = attachments.map(({ file }, index) => {
    const kind = isPicture(file) ? ('picture' as const) : ('document' as const);
    return { field: `change.attachments.${index}.file`, file, kind };
  });
  return checkMedia(files, [folder], { pollId }, openid, now);
}

/** What a phone says of a file, its ending and its size, is what voters are told: it has to be true. */
async function lookAt(
  { file, size }: Attachment,
  field: string,
  folder: string,
): Promise<Refused<'FILE_NOT_FOUND' | 'INVALID_INPUT'> | null> {
  const url = liesIn(file, [folder]) ? (await temporaryUrls([file])).get(file) : undefined;
  const found = url === undefined ? null : await lookAtFile(url);
  if (found === null) return notFound({ field: `${field}.file` });
  const type = attachmentType(file);
  if (type === undefined || !beginsAs(type, found.start))
    return wrong(`${field}.file`, 'a file that is what its ending says');
  return found.size === size ? null : wrong(`${field}.size`, `the file’s own size, ${found.size} bytes`);
}

function wrong(field: string, expected: string): Refused<'INVALID_INPUT'> {
  return refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected });
}

function isPicture(file: string): boolean {
  const type = attachmentType(file);
  return type !== undefined && isPictureType(type);
}

/** Has the scheduler delete what a poll no longer has. What is there again is kept, and was checked anew. */
export async function sweepRemoved(
  pollId: string,
  before: readonly Attachment[],
  after: readonly Attachment[],
  now: number,
): Promise<void> {
  const without = (all: readonly Attachment[], others: readonly Attachment[]): string[] =>
    all.map(({ file }) => file).filter((file) => !others.some((other) => other.file === file));
  const removed = without(before, after);
  await forgetMedia(removed);
  for (const file of [...removed, ...without(after, before)]) await forgetPassingFile(pathOf(file));
  for (const file of removed) await notePassingFile({ path: pathOf(file), pollId, dueAt: now + removedLife });
}
