/** How documents changed whose former form may still be in a database, and what reads it. */
export interface DataChange {
  /** Of the data as a whole; grows by one with each change. */
  version: number;
  collection: string;
  /** What documents from before it are like. */
  before: string;
  /** The file that reads them, in the repository; a test sees that it is there. */
  readBy: string;
}

/**
 * Every change so far, oldest first. What people vote by is never rewritten: a document keeps its form, and whoever reads it knows all forms.
 * docs/data-versions.md shows this table.
 */
export const dataChanges: readonly DataChange[] = [
  {
    version: 2,
    collection: 'batches',
    before: 'the log begins with rules of version 1 or 2, and says less of what decides',
    readBy: 'cloudfunctions/shared/universal/ledger/entries/parse-entry.ts',
  },
  {
    version: 3,
    collection: 'batches',
    before: 'no `tags` beside the entries, and no `signed.at`',
    readBy: 'cloudfunctions/shared/usecases/counting/logged-tags-of.ts',
  },
  {
    version: 4,
    collection: 'batches',
    before: '`tally.voids` is an object by reason',
    readBy: 'cloudfunctions/shared/universal/ledger/count/tally.ts',
  },
  {
    version: 5,
    collection: 'standings',
    before: 'no `releasedAt` and no `previous`',
    readBy: 'cloudfunctions/shared/store/counting/standings.ts',
  },
  {
    version: 6,
    collection: 'rulings',
    before: 'no `at`',
    readBy: 'cloudfunctions/shared/store/counting/rulings.ts',
  },
  {
    version: 7,
    collection: 'polls',
    before: '`objection` in place of `objectionChannel`, in `changes` and `recent` too',
    readBy: 'cloudfunctions/shared/store/former-names.ts',
  },
  {
    version: 8,
    collection: 'polls',
    before:
      'no `measure` (项), no `isForGroups` (everyone votes), no `noticeDays` and `reached` (stages come by their times)',
    readBy: 'cloudfunctions/shared/store/poll/polls.ts',
  },
  {
    version: 9,
    collection: 'candidates',
    before: 'no `detail`',
    readBy: 'cloudfunctions/shared/store/poll/candidates.ts',
  },
  {
    version: 10,
    collection: 'polls',
    before: '`changes` without `id`: nothing is told of what fields said before',
    readBy: 'cloudfunctions/shared/domain/editing/poll-content.ts',
  },
];

/** The version of the data that this code writes. */
export const dataVersion = Math.max(...dataChanges.map(({ version }) => version));
