import type { ErrandKind } from '../../cloudfunctions/shared/store/scheduling/errands';
import type { Paged } from './vault';

/** How a document of a collection is known to be a poll's. */
export type Belonging =
  /** Its `_id` is the poll's. */
  | 'poll'
  /** Its `_id` begins with the poll's and a colon. */
  | 'id'
  /** Its `pollId` is the poll. */
  | 'field'
  /** Its `_id` ends in the poll's behind a colon. */
  | 'errand'
  /** What WeChat said of a picture: named by the `trace` of a document of `media`. */
  | 'verdict'
  /** It is the whole installation's. */
  | 'installation';

export interface Kept {
  collection: string;
  belongs: Belonging;
  /** Whether a backup holds it; what it leaves out is made anew or is over in minutes. */
  isBackedUp: boolean;
}

const of = (belongs: Belonging, collection: string, isBackedUp = true): Kept => ({ collection, belongs, isBackedUp });

/**
 * Every collection, in the order in which a backup reads it while people vote and the count goes on. What follows from something is read
 * behind it, and what it rests on too: standings speak of batches, batches of ballots, marks of both. So whatever is read late may
 * be ahead, and a ballot of a batch is never missing; what is ahead is set back, see `settleMark`. A poll's document is read first, and
 * its secrets once more at the end: ballots that are in the backup were named by them.
 */
export const kept: readonly Kept[] = [
  of('poll', 'polls'),
  of('poll', 'standings'),
  of('field', 'proposals'),
  of('id', 'batches'),
  of('id', 'ballots'),
  of('id', 'rulings'),
  of('id', 'candidates'),
  of('id', 'staff'),
  of('id', 'sheets'),
  // Made anew while ballots are looked at.
  of('id', 'signals', false),
  of('field', 'inquiries'),
  of('id', 'inquiryBallots'),
  of('field', 'invitations'),
  of('id', 'trail'),
  of('id', 'changes'),
  of('field', 'submissions'),
  of('field', 'objections'),
  // Totals follow from answers.
  of('id', 'surveys'),
  of('id', 'answers'),
  of('field', 'media'),
  of('verdict', 'verdicts'),
  of('field', 'visits'),
  of('field', 'codes'),
  of('id', 'channels'),
  // The scheduler or a page makes another.
  of('id', 'links', false),
  of('id', 'reminders'),
  of('errand', 'errands'),
  of('field', 'passingFiles'),
  of('installation', 'installation'),
  of('installation', 'administrators'),
  of('installation', 'erased'),
  of('installation', 'received', false),
  of('installation', 'claims', false),
];

/** The folders of the storage in which a poll has one of its own. */
export const pollFolders = [
  'logs',
  'polls',
  'codes',
  'links',
  'nominations',
  'objections',
  'exports',
  'imports',
] as const;

/** Those whose files a backup holds; the others hold what is there for a while. */
export const backedUpFolders = ['polls', 'codes', 'nominations', 'objections'] as const;

/**
 * Which documents of a collection are a poll's. Each condition on ids is one range or one list: a database walks its index from the tighter of
 * two lower bounds only if it knows how to.
 * @param traces of its pictures: what WeChat said of them is named so
 */
export function documentsOf(pollId: string, belongs: Belonging, traces: readonly string[] = []): Paged {
  switch (belongs) {
    case 'poll':
      return named([pollId]);
    case 'id':
      // A colon is followed by a semicolon, so this is whatever begins with the id and a colon.
      return (command, after = `${pollId}:`) => ({ _id: command.gt(after).and(command.lt(`${pollId};`)) });
    case 'field':
      return (command, after) => ({ pollId, ...(after === undefined ? {} : { _id: command.gt(after) }) });
    case 'errand':
      return named(errandKinds.map((kind) => `${kind}:${pollId}`));
    case 'verdict':
      return named(traces);
    case 'installation':
      return everyDocument;
  }
}

/** All documents of a collection. */
export const everyDocument: Paged = (command, after = '') => ({ _id: command.gt(after) });

function named(ids: readonly string[]): Paged {
  return (command, after = '') => ({ _id: command.in(ids.filter((id) => id > after)) });
}

const errandKinds = ['forget', 'fairPlay'] satisfies ErrandKind[];
