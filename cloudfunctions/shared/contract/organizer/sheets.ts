import * as z from 'zod';
import { wantedId } from '../poll';
import { boundErrors, contentErrors, fileId, version } from './fields';

/** One thing that is wrong or worth a look in an imported file. */
export const importProblem = z.object({
  /** `fault` stands in the way of the import, `note` tells what was left out or filled in. */
  level: z.enum(['fault', 'note']),
  /** Of `ImportProblem` and `ImportWarning` in `domain/import/report.ts`. */
  code: z.string(),
  /** As the spreadsheet program counts, from 1; absent when it is about the whole file. */
  row: z.int().optional(),
  /** The column's heading, as it stands in the file. */
  column: z.string().optional(),
  /** E.g. "B7". */
  cell: z.string().optional(),
  /** What else that code carries there. */
  details: z.record(z.string(), z.unknown()),
});

/**
 * Where the page may put up a file of candidates for `candidate.import`, within an hour. A place is good for one call: lists come with
 * telephone numbers, so each is deleted as it is read.
 */
export const importBegin = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({ path: z.string() }),
  errors: boundErrors,
} as const;

/**
 * Reads an Excel (.xlsx) or CSV file of candidates that the page put up where `import.begin` said, and deletes it, whatever comes of
 * it: a second call needs the file once more, else FILE_NOT_FOUND. With `isTrial` it writes
 * nothing and answers the report; without, it adds all candidates behind those that are there, or none where there is a fault.
 * FILE_REFUSED when it is no such file or too large; `details.reason` is a code of
 * `spreadsheet/refusal.ts`.
 */
export const candidateImport = {
  input: z.strictObject({ pollId: wantedId, file: fileId, listVersion: version, isTrial: z.boolean() }),
  output: z.object({
    /** How many candidates the file would add; 0 where there is a fault. */
    count: z.int(),
    problems: z.array(importProblem),
    /** How many faults there are; `problems` holds the first of them. */
    faultCount: z.int(),
    /** The first twenty of them: enough to see that the columns are the right ones. */
    sample: z.array(
      z.object({
        row: z.int(),
        number: z.int(),
        name: z.string(),
        /** The group's name. */
        group: z.string().optional(),
        unit: z.string(),
        sentence: z.string(),
      }),
    ),
    /** How many were added: 0 for a trial or where there is a fault. */
    added: z.int(),
    listVersion: version,
  }),
  errors: [
    ...boundErrors,
    'EDIT_CONFLICT',
    'FROZEN_AFTER_PUBLISHING',
    'FILE_NOT_FOUND',
    'FILE_REFUSED',
    'LIMIT_REACHED',
    ...contentErrors,
  ],
} as const;

/**
 * Makes an .xlsx file and answers where it lies. `template` is an empty sheet for candidates; `results` only once the counts are
 * released to everyone (else COUNTS_HIDDEN). No export names a voter, and participation below 10 in a cell is left out.
 */
export const exportMake = {
  input: z.strictObject({
    pollId: wantedId,
    kind: z.enum(['template', 'candidates', 'participation', 'results']),
  }),
  output: z.object({
    file: z.string(),
    /** Works for some hours. */
    url: z.string(),
    /** To offer the file under, e.g. "候选项目-十佳.xlsx". */
    name: z.string(),
    bytes: z.int(),
  }),
  errors: [...boundErrors, 'COUNTS_HIDDEN'],
} as const;
