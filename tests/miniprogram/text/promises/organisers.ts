// Every sentence of the app that promises something public, hidden, deleted, kept or sent, and the test that sees it from the other
// side: on a resident's phone, in the database or the storage afterwards, in the message that was sent.

import { at, e2e, ofOrganiser, organiser, participant, scheduler, type KeptPromise } from './kept-promise';

export const toOrganisers: readonly KeptPromise[] = [
  {
    by: [
      e2e('attachments'),
      'a document from a chat is shown once a reviewer has opened and passed it, and every resident can open it',
    ],
    sentences: [...ofOrganiser('basics', 'attachmentListWords.hint')],
  },
  {
    by: [e2e('public-record'), 'what organisers are told is public stands in the rules that a resident opens'],
    sentences: [
      ...ofOrganiser('basics', 'basicFields.approval.hint'),
      ...ofOrganiser('schedule', 'scheduleWords.mayExtendHint'),
      ...ofOrganiser('editor', 'editorWords.seen'),
      ...at('text/poll-page', 'ruleTerms.changesText'),
      ...at('text/rules', 'voidText'),
      ...at('packages/help/text/organising', 'organisingSections.发布前.lines.2'),
    ],
  },
  {
    by: [
      e2e('public-record'),
      'a poll that was changed says so to who has seen it before, and the record tells what, why, before and after',
    ],
    sentences: [
      ...ofOrganiser('acts', 'proposeWords.whyShown'),
      ...ofOrganiser('changes', 'changesWords.note', 'changesWords.save', 'changesWords.done'),
      ...ofOrganiser('manage', 'manageWords.actsHint', 'manageWords.changesHint', 'manageWords.record'),
      ...ofOrganiser('publish', 'publishWords.open'),
      ...at('packages/help/text/organising', 'organisingSections.投票中.lines.1'),
      ...at('packages/help/text/rules', 'ruleSections.有人退出或者评选有变.lines.1'),
      ...at('text/changes', 'recordWords.intro'),
    ],
  },
  {
    by: [
      e2e('public-record'),
      'what happened to a candidate is in the record and on its page, with the reason and by how many',
    ],
    sentences: [
      ...ofOrganiser('candidate-form', 'formWords.saveOpenly', 'formWords.reasonDetail'),
      ...ofOrganiser('candidates', 'candidatesWords.done'),
      ...at('packages/help/text/rules', 'ruleSections.有人退出或者评选有变.lines.0'),
    ],
  },
  {
    by: [e2e('public-record'), 'a poll that is called off tells its residents the reason, and that one person did it'],
    sentences: ofOrganiser('manage', 'manageWords.withdrawnDetail'),
  },
  {
    by: [
      organiser('editing/deletions'),
      'calling a poll off deletes nothing: ballots, candidates, record and trail are there, and a receipt can still be checked',
    ],
    sentences: ofOrganiser('acts', 'consequences.withdraw'),
  },
  {
    by: [
      scheduler('outcome/outcome'),
      'a notice over the Spring Festival is up until five working days are over, and never shorter',
    ],
    sentences: ofOrganiser('acts', 'consequences.putUpNotice'),
  },
  {
    by: [scheduler('outcome/outcome'), 'an award is taken back for good, and both recounters agree on all of it'],
    sentences: ofOrganiser('acts', 'consequences.award', 'consequences.revokeAward'),
  },
  {
    by: [
      scheduler('outcome/outcome-edges'),
      'ends an open poll by two persons: ballots that came stay, nothing comes behind it, and no result',
    ],
    sentences: ofOrganiser('acts', 'consequences.callOff'),
  },
  {
    by: [scheduler('outcome/jury'), 'shows all sheets at once, each as it was bound last'],
    sentences: ofOrganiser('acts', 'consequences.lockJury'),
  },
  {
    by: [scheduler('outcome/jury'), 'is counted without who is excluded, and never without all'],
    sentences: ofOrganiser('acts', 'consequences.excludeJuror'),
  },
  {
    by: [scheduler('outcome/outcome'), 'is verified by the server’s own recount of what is public'],
    sentences: ofOrganiser('after', 'checkNames.withdrawals'),
  },
  {
    by: [
      'tests/cloudfunctions/shared/domain/outcome/objection.test.ts',
      'says nothing of what somebody wrote, who they are, or where they were heard',
    ],
    sentences: ofOrganiser('after', 'objectionWords.acceptDetail'),
  },
  {
    by: [
      scheduler('outcome/outcome-objections'),
      'about a winner stops the award until two persons have answered it; a tip and one about a loser do not',
    ],
    sentences: ofOrganiser('acts', 'consequences.answerObjection'),
  },
  {
    by: [
      scheduler('outcome/outcome-objections'),
      'that is upheld names what was done because of it, and nothing that was not',
    ],
    sentences: ofOrganiser('after', 'formWords.basisHint'),
  },
  {
    by: [
      participant('objections-of-team'),
      'where it is heard is told to who objected and to who watches; what was said to those who handle it alone',
    ],
    sentences: ofOrganiser('after', 'hearingWords.intro'),
  },
  {
    by: [
      organiser('editing/deletions'),
      'a publication that is taken back is seen by nobody: not by its link, on the home page, on the board, in the timeline',
    ],
    sentences: ofOrganiser('acts', 'consequences.unpublish'),
  },
  {
    by: [
      organiser('editing/deletions'),
      'a draft that is deleted is gone with candidates, nominations, pictures, team and invitations; its trail stays',
    ],
    sentences: [
      ...ofOrganiser('publish', 'publishWords.discardDetail', 'publishWords.discardTitle'),
      ...at('packages/help/text/privacy', 'privacySections.留多久.lines.2'),
      ...ofOrganiser('trail', 'sentences.poll.discard'),
    ],
  },
  {
    by: [
      organiser('editing/deletions'),
      'a candidate that is deleted from a draft is gone with its pictures, and the others’ stay',
    ],
    sentences: [
      ...ofOrganiser('candidates', 'candidatesWords.removed'),
      ...ofOrganiser('trail', 'sentences.candidate.remove'),
    ],
  },
  {
    by: [
      organiser('editing/deletions'),
      'members’ names are for the team alone: nothing that a resident can read has them',
    ],
    sentences: [
      ...ofOrganiser('create', 'createWords.myNameHint'),
      ...ofOrganiser('team', 'invitationWords.nameDetail'),
      ...at('packages/help/text/privacy', 'privacySections.参加团队时.lines.0'),
    ],
  },
  {
    by: [e2e('organiser-reasons'), 'reasons that the team is told everybody of it reads are read by an observer'],
    sentences: [
      ...ofOrganiser('acts', 'actWords.rejectDetail', 'actWords.takeBackDetail'),
      ...ofOrganiser('team', 'teamWords.removeDetail'),
      ...ofOrganiser('trail', 'trailWords.intro', 'trailWords.noneDetail'),
      ...at('text/roles', 'roleSentences.observer'),
    ],
  },
  {
    by: [e2e('organiser-edges'), 'an invitation that is over, taken back or made up says so, and what to do'],
    sentences: ofOrganiser('team', 'teamWords.revokeDetail'),
  },
  {
    by: [e2e('organiser-irrevocable'), 'an early end says beforehand how much time it needs, and asks once more'],
    sentences: [
      ...ofOrganiser('acts', 'consequences.endEarly', 'consequences.extend'),
      ...at('packages/help/text/organising', 'organisingSections.投票中.lines.2'),
    ],
  },
  {
    by: [e2e('organiser-irrevocable'), 'a candidate leaves for good only after a question that names it'],
    sentences: ofOrganiser('irrevocable', 'irrevocableQuestion.detail', 'irrevocableQuestion.yes'),
  },
  {
    by: [
      organiser('acts/open-poll-acts'),
      'a candidate that is frozen or withdrawn takes no more votes, says why, and ballots stay',
    ],
    sentences: ofOrganiser('acts', 'consequences.freezeCandidate', 'consequences.withdrawCandidate'),
  },
  {
    by: [e2e('voided-receipt'), 'whose ballot was voided reads on the receipt that it was, why, and by which clause'],
    sentences: [
      ...ofOrganiser('acts', 'consequences.voidBallot'),
      ...at('packages/help/text/rules', 'ruleSections.什么票会作废.lines.2'),
      ...at('text/receipt', 'rulingText.lines.2'),
    ],
  },
  {
    by: [
      organiser('acts/open-poll-acts'),
      'a ballot is voided by two persons, for a declared reason, and the log takes it in',
    ],
    sentences: [
      ...ofOrganiser('acts', 'consequences.restoreBallot', 'proposeWords.voidReasonHint'),
      ...at('packages/help/text/organising', 'organisingSections.投票后.lines.1'),
      ...at('text/organiser-errors', 'obstacles.notDeclared'),
    ],
  },
  {
    by: [e2e('organiser-team'), 'a ballot is voided by its receipt’s code, for a declared reason, by two persons'],
    sentences: ofOrganiser('acts', 'proposeWords.notFound'),
  },
  {
    by: [
      'tests/cloudfunctions/shared/domain/imports/read-candidates.test.ts',
      'names columns that are left aside, if anything stands in them',
    ],
    sentences: ofOrganiser('import-problems', 'ignoredBecause.private'),
  },
];
