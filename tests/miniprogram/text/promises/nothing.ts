import { at, ofOrganiser } from './kept-promise';

/** Sentences with such words that promise nothing: headings, names of buttons and fields, and what the reader is asked to do. */
export const promiseNothing: readonly string[] = [
  ...at('packages/outcome/text/outcome', 'awardWords.noneDetail', 'noticeWords.unknownYear'),
  ...at('packages/dashboard/text/dashboard', 'dashboardWords.log.none'),
  ...at('packages/help/text/privacy', 'privacySections.从来不留什么.title', 'privacyWords.lead'),
  // What people do on request: the customer service.
  ...at('packages/help/text/privacy', 'privacySections.留多久.lines.3'),
  ...at('packages/help/text/rules', 'ruleSections.怎么公布.title'),
  ...ofOrganiser('acts', 'proposeWords.draw'),
  ...ofOrganiser('after', 'afterWords.earliestUnknown'),
  ...ofOrganiser('candidates', 'candidatesWords.remove'),
  ...ofOrganiser('codes', 'brokenText.detail'),
  ...ofOrganiser('import-problems', 'sentences.HIDDEN_CHARACTER', 'sentences.NAME_TAKEN'),
  ...ofOrganiser('manage', 'manageWords.awaitsDraw.title', 'manageWords.preview'),
  ...ofOrganiser('publish', 'publishWords.discard', 'publishWords.discardYes'),
  ...ofOrganiser('rule-step', 'ruleWords.count', 'ruleWords.countAt', 'ruleWords.drawAt', 'tieNames.lot'),
  ...ofOrganiser('small-poll', 'smallPollWords.seen'),
  ...ofOrganiser('schedule', 'stageFields.awarded.label'),
  ...at('text/checklist', 'sentences.calendarUnknown', 'sentences.lot'),
  ...at('text/errors', 'notFound'),
  ...at('text/fields', 'names.countPolicy'),
  ...at('text/lot', 'awaitedLot.title', 'drawnLot.title'),
  ...at('text/organiser-errors', 'obstacles.noLotDeclared', 'obstacles.notDrawnYet'),
  ...at('text/organiser-errors', 'obstacles.drawMissing', 'obstacles.rulingsWaiting'),
  ...at('text/organiser-errors', 'obstacles.tooLate', 'organiserMessages.DRAW_MALFORMED'),
  ...at('packages/voter/text/preview', 'previewWords.note'),
  ...at('text/receipt-check', 'checkWords.inPublic'),
  ...at('text/results', 'resultWords.hiddenTitle'),
];
