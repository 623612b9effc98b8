import {
  pollTextNames,
  pollTexts,
  type PollContent,
  type PollText,
  type WrittenTexts,
} from '../../universal/poll-fields';
import type { PollChange, TeamPoll } from './team-polls';

// What organisers wrote of a poll, out of its document and into it. A document leaves out what nobody wrote, so that no page shows
// an empty line for it.

export function contentOfPoll(poll: TeamPoll): PollContent {
  const { stages, opensAtOnce, rules, countPolicy, result, voidReasons, criteria, secondPerson, nomination } = poll;
  const { coverFile = null, attachmentFiles = [], latestEnd = null, isForGroups = false, measure = '项' } = poll;
  const texts = pollTextNames.map((name) => [name, poll[name] ?? '']);
  return {
    ...(Object.fromEntries(texts) as Record<PollText, string>), // It has exactly the list's names.
    cover: coverFile,
    attachments: attachmentFiles,
    stages,
    opensAtOnce,
    rules,
    countPolicy,
    result,
    voidReasons,
    latestEnd,
    criteria,
    secondPerson,
    nomination,
    isForGroups,
    measure,
  };
}

/** What was written, as the document keeps it; null for what it leaves out. */
export function documentFields({ cover, attachments, ...rest }: Partial<PollContent>): PollChange {
  const empty = pollTextNames.filter((name) => rest[name] === '' && !pollTexts[name].isAlways);
  return {
    ...rest,
    ...(cover === undefined ? {} : { coverFile: cover }),
    ...(attachments === undefined ? {} : { attachmentFiles: attachments.length === 0 ? null : attachments }),
    ...Object.fromEntries(empty.map((name) => [name, null])),
  };
}

type Kept = Omit<PollContent, PollText | 'cover' | 'attachments' | 'latestEnd'> &
  WrittenTexts &
  Pick<TeamPoll, 'coverFile' | 'attachmentFiles' | 'latestEnd'>;

/** The same for a document that is not there yet. */
export function newDocumentFields(content: PollContent): Kept {
  const written = Object.entries(documentFields(content)).filter(([, value]) => value !== null);
  return Object.fromEntries(written) as Kept; // Without what is null, a change is what the document holds.
}
