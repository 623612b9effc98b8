import type { EditedPoll, PollFields } from '../services/polls';
import { mostAttachments } from '../../../../cloudfunctions/shared/universal/attachments';
import { pollTextNames, pollTexts } from '../../../../cloudfunctions/shared/universal/poll-fields';
import { attachmentNote } from '../../../text/attachments';
import { basicFields } from '../text/basics';
import { mediaStateText } from '../text/media';

interface TextView {
  field: string;
  label: string;
  placeholder: string;
  hint: string;
  aside: string;
  most: number;
  isLong: boolean;
  isWide: boolean;
  value: string;
  error: string;
}

/** Documents of the poll, as the list shows them. */
export interface AttachmentsView {
  rows: { file: string; name: string; note: string }[];
  error: string;
  canAdd: boolean;
}

export interface BasicsView {
  pollId: string;
  texts: TextView[];
  cover: string;
  /** Where the cover's check stands; '' once it is passed. */
  coverState: string;
  /** What is asked of the cover; '' for nothing. */
  coverError: string;
  attachments: AttachmentsView;
}

/** @param errors what the cloud did not take or publishing asks for, by field */
export function basicsView(
  fields: PollFields,
  server: Pick<EditedPoll, 'id' | 'cover' | 'attachments'>,
  errors: Readonly<Record<string, string>>,
): BasicsView {
  return {
    pollId: server.id,
    texts: pollTextNames.map((field) => ({
      field,
      most: pollTexts[field].most,
      ...basicFields[field],
      value: fields[field],
      error: errors[field] ?? '',
    })),
    cover: fields.cover ?? '',
    coverState: server.cover === null || server.cover.file !== fields.cover ? '' : mediaStateText(server.cover.state),
    coverError: errors['cover'] ?? '',
    attachments: {
      rows: fields.attachments.map((attachment) => attachmentRow(attachment, server)),
      error: errors['attachments'] ?? '',
      canAdd: fields.attachments.length < mostAttachments,
    },
  };
}

/** PDF，1.2 MB，等审核人看 */
function attachmentRow(
  { file, name, size }: PollFields['attachments'][number],
  server: Pick<EditedPoll, 'attachments'>,
): AttachmentsView['rows'][number] {
  const state = server.attachments.find((each) => each.file === file)?.state;
  const stateText = state === undefined ? '' : mediaStateText(state);
  return { file, name, note: [attachmentNote({ file, size }), stateText].filter((text) => text !== '').join('，') };
}
