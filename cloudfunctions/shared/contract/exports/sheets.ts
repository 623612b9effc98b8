import * as z from 'zod';
import { criterion, measure, wantedId } from '../poll';
import { boundErrors, contentErrors, fileId, version } from '../editing/fields';

/** One thing that is wrong or worth a look in an imported file. */
export const importProblem = z.object({
  /** `fault` stands in the way of the import, `note` tells what was left out or filled in. */
  level: z.enum(['fault', 'note']),
  /** Of `ImportProblem` and `ImportWarning` in `domain/imports/report.ts`. */
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

/** What a column of a list may be taken for. */
export const importField = z.enum([
  ...(['number', 'name', 'unit', 'group', 'sentence', 'detail'] as const),
  ...criterion.options,
]);

const sheetIndex = z.int().min(0).max(59);
const rowNumber = z.int().min(1).max(1_048_576);

/** What the clerk decides where the trial guessed otherwise; it goes before every rule of the import. */
const corrections = z.strictObject({
  /** Sheets by their place in the trial's `sheets`. */
  sheets: z
    .array(z.strictObject({ sheet: sheetIndex, isTaken: z.boolean() }))
    .max(60)
    .optional(),
  /** Columns of the trial; null leaves one out. */
  columns: z
    .array(z.strictObject({ column: z.int().min(0).max(63), use: importField.nullable() }))
    .max(64)
    .optional(),
  rows: z
    .array(z.strictObject({ sheet: sheetIndex, row: rowNumber, isTaken: z.boolean() }))
    .max(1100)
    .optional(),
});

/** What the clerk sees of the file, and may correct. Texts are cut short here and nowhere else. */
const fileShown = {
  /** Sheets with content, in their order. */
  sheets: z.array(z.object({ sheet: z.int(), name: z.string(), isTaken: z.boolean() })),
  /** Columns of the first sheet that is read, from the left. */
  columns: z.array(
    z.object({
      /** From 0. */
      column: z.int(),
      /** Where its heading stands, e.g. "B1". */
      cell: z.string(),
      /** The heading as the file writes it, "" where there is none. */
      title: z.string(),
      /** What it is taken for; null where it is left out, and `reason` says why: see `IgnoredColumn` in `report.ts`. */
      use: importField.nullable(),
      reason: z.string().optional(),
      /** The first texts and the last one. */
      samples: z.array(z.string()),
    }),
  ),
  /** What a column of this poll's list may be taken for. */
  uses: z.array(importField),
  /** All rows below the headings. `reason` says why one is no candidate: see `LeftOutRow` in `report.ts`. */
  rows: z.array(
    z.object({
      sheet: z.int(),
      row: z.int(),
      isTaken: z.boolean(),
      reason: z.string().optional(),
      /** The candidate's name, or how the row begins. */
      text: z.string(),
      /** The candidate's, where nothing stands in the way of the import. */
      number: z.int().optional(),
    }),
  ),
};

/**
 * Reads an Excel (.xlsx) or CSV file of candidates that the page put up where `import.begin` said, and deletes it, whatever comes of
 * it: a second call needs the file once more, else FILE_NOT_FOUND. With `isTrial` it writes
 * nothing and answers the report; without, it adds all candidates behind those that are there, or none where there is a fault.
 * `corrections` go before every rule. An import that carries the `trial` of its trial adds exactly what that one showed, or answers
 * EDIT_CONFLICT: the poll's groups, the list or the file may have changed between them.
 * FILE_REFUSED when it is no such file or too large; `details.reason` is a code of
 * `spreadsheet/refusal.ts`.
 */
export const candidateImport = {
  input: z.strictObject({
    pollId: wantedId,
    file: fileId,
    listVersion: version,
    isTrial: z.boolean(),
    corrections: corrections.optional(),
    trial: z
      .string()
      .regex(/^[\w-]{16,64}$/, '`trial` of the answer to the trial')
      .optional(),
  }),
  output: z.object({
    /** How many candidates the file would add; 0 where there is a fault. */
    count: z.int(),
    /** How this poll counts its candidates. */
    measure,
    problems: z.array(importProblem),
    /** How many faults there are; `problems` holds the first of them. */
    faultCount: z.int(),
    /** The first and the last of them, twenty at most: enough to see that columns and rows are the right ones. */
    sample: z.array(
      z.object({
        row: z.int(),
        number: z.int(),
        name: z.string(),
        /** The group's name. */
        group: z.string().optional(),
        unit: z.string(),
        sentence: z.string(),
        /** Whole, as it would be kept. */
        detail: z.string(),
      }),
    ),
    ...fileShown,
    /** Stands for all that the import would add; to be sent back with it. "" where there is a fault. */
    trial: z.string(),
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
    /** To offer the file under, e.g. "候选名单-十佳.xlsx". */
    name: z.string(),
    bytes: z.int(),
  }),
  errors: [...boundErrors, 'COUNTS_HIDDEN'],
} as const;
