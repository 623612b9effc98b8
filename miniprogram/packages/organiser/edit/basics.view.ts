import type { EditedPoll, PollFields } from '../services/polls';
import { pollTextNames, pollTexts } from '../../../../cloudfunctions/shared/universal/poll-fields';
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

export interface BasicsView {
  texts: TextView[];
  cover: string;
  /** Where the cover's check stands; '' once it is passed. */
  coverState: string;
  /** What is asked of the cover; '' for nothing. */
  coverError: string;
}

/** @param errors what the cloud did not take or publishing asks for, by field */
export function basicsView(
  fields: PollFields,
  saved: EditedPoll['cover'],
  errors: Readonly<Record<string, string>>,
): BasicsView {
  return {
    texts: pollTextNames.map((field) => ({
      field,
      most: pollTexts[field].most,
      ...basicFields[field],
      value: fields[field],
      error: errors[field] ?? '',
    })),
    cover: fields.cover ?? '',
    coverState: saved === null || saved.file !== fields.cover ? '' : mediaStateText(saved.state),
    coverError: errors['cover'] ?? '',
  };
}
