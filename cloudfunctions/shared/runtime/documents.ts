import type { Reply } from '../contract/errors';
import { documentsContract, type DocumentsProcedure } from '../contract/documents';
import { now } from '../platform/clock';
import { makeExport } from '../usecases/exports/make-export';
import { makeCertificates } from '../usecases/exports/make-certificates';
import { makeReport } from '../usecases/exports/make-report';
import { printAwards } from '../usecases/exports/print-awards';
import { printNotice } from '../usecases/exports/print-notice';
import { exportCodes } from '../usecases/spread/export-codes';
import { boundProcedures, type BoundAnswers } from './guarded';
import { authorisePerson } from './person';
import { serve } from './serve';

const answers: BoundAnswers<DocumentsProcedure> = {
  'export.make': (input, member) => makeExport(input, member, now()),
  'codes.export': (input, member) => exportCodes(input, member, now()),
  'certificate.make': (input, member) => makeCertificates(input, member, now()),
  'notice.print': (input, member) => printNotice(input, member, now()),
  'award.print': (input, member) => printAwards(input, member, now()),
  'report.make': (input, member) => makeReport(input, member, now()),
};

const procedures = boundProcedures(documentsContract, answers);

/** Answers one event of the `documents` function. */
export function answerDocuments(event: unknown): Promise<Reply<unknown>> {
  return serve(event, procedures, authorisePerson);
}
