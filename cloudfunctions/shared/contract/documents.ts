import type * as z from 'zod';
import { awardPrint, certificateMake, noticePrint, reportMake } from './exports/papers';
import { exportMake } from './exports/sheets';
import { codesExport } from './spread/channels';

/**
 * Every procedure of the `documents` function: what is printed and exported. Each is about one poll, which the input names as
 * `pollId`; who may is the access table's to say.
 */
export const documentsContract = {
  'export.make': exportMake,
  'codes.export': codesExport,
  'certificate.make': certificateMake,
  'notice.print': noticePrint,
  'award.print': awardPrint,
  'report.make': reportMake,
} as const;

export type DocumentsContract = typeof documentsContract;
export type DocumentsProcedure = keyof DocumentsContract;
export type DocumentsInput<P extends DocumentsProcedure> = z.input<DocumentsContract[P]['input']>;
export type DocumentsOutput<P extends DocumentsProcedure> = z.output<DocumentsContract[P]['output']>;
