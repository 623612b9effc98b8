import type { Reply } from '../contract/errors';
import { documentsContract, type DocumentsProcedure } from '../contract/documents';
import { now } from '../platform/clock';
import { makeExport } from '../usecases/exports/make-export';
import { exportCodes } from '../usecases/spread/export-codes';
import { boundProcedures, type BoundAnswers } from './guarded';
import { authorisePerson } from './person';
import { serve } from './serve';

const answers: BoundAnswers<DocumentsProcedure> = {
  'export.make': (input, member) => makeExport(input, member, now()),
  'codes.export': (input, member) => exportCodes(input, member, now()),
};

const procedures = boundProcedures(documentsContract, answers);

/** Answers one event of the `documents` function. */
export function answerDocuments(event: unknown): Promise<Reply<unknown>> {
  return serve(event, procedures, authorisePerson);
}
