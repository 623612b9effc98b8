// Every sentence of the app that promises something public, hidden, deleted, kept or sent, and the test that sees it from the other
// side: on a resident's phone, in the database or the storage afterwards, in the message that was sent.

import { at, e2e, ofOrganizer, organizer, type Seen } from './seen';

export const toOrganisers: readonly Seen[] = [
  {
    by: [e2e('public-record'), 'what organisers are told is public stands in the rules that a resident opens'],
    sentences: [
      ...ofOrganizer('basics', 'basicFields.approval.hint'),
      ...ofOrganizer('schedule', 'scheduleWords.mayExtendHint'),
      ...ofOrganizer('editor', 'editorWords.seen'),
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
      ...ofOrganizer('acts', 'proposeWords.whyShown'),
      ...ofOrganizer('changes', 'changesWords.note', 'changesWords.save', 'changesWords.done'),
      ...ofOrganizer('manage', 'manageWords.actsHint', 'manageWords.changesHint', 'manageWords.record'),
      ...ofOrganizer('publish', 'publishWords.open'),
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
      ...ofOrganizer('candidate-form', 'formWords.saveOpenly', 'formWords.reasonDetail'),
      ...ofOrganizer('candidates', 'candidatesWords.done'),
      ...at('packages/help/text/rules', 'ruleSections.有人退出或者评选有变.lines.0'),
    ],
  },
  {
    by: [e2e('public-record'), 'a poll that is called off tells its residents the reason, and that one person did it'],
    sentences: ofOrganizer('manage', 'manageWords.withdrawnDetail'),
  },
  {
    by: [
      organizer('deletions'),
      'calling a poll off deletes nothing: ballots, candidates, record and trail are there, and a receipt can still be checked',
    ],
    sentences: ofOrganizer('acts', 'actConsequences.withdraw'),
  },
  {
    by: [
      organizer('deletions'),
      'a publication that is taken back is seen by nobody: not by its link, on the home page, on the board, in the timeline',
    ],
    sentences: ofOrganizer('acts', 'actConsequences.unpublish'),
  },
  {
    by: [
      organizer('deletions'),
      'a draft that is deleted is gone with candidates, nominations, pictures, team and invitations; its trail stays',
    ],
    sentences: [
      ...ofOrganizer('publish', 'publishWords.discardDetail', 'publishWords.discardTitle'),
      ...at('packages/help/text/privacy', 'privacySections.留多久.lines.2'),
      ...ofOrganizer('trail', 'sentences.poll.discard'),
    ],
  },
  {
    by: [
      organizer('deletions'),
      'a candidate that is deleted from a draft is gone with its pictures, and the others’ stay',
    ],
    sentences: [
      ...ofOrganizer('candidates', 'candidatesWords.removed'),
      ...ofOrganizer('trail', 'sentences.candidate.remove'),
    ],
  },
  {
    by: [organizer('deletions'), 'members’ names are for the team alone: nothing that a resident can read has them'],
    sentences: [
      ...ofOrganizer('create', 'createWords.myNameHint'),
      ...ofOrganizer('team', 'invitationWords.nameDetail'),
      ...at('packages/help/text/privacy', 'privacySections.参加团队时.lines.0'),
    ],
  },
  {
    by: [e2e('organizer-reasons'), 'reasons that the team is told everybody of it reads are read by an observer'],
    sentences: [
      ...ofOrganizer('acts', 'actWords.rejectDetail', 'actWords.takeBackDetail'),
      ...ofOrganizer('team', 'teamWords.removeDetail'),
      ...ofOrganizer('trail', 'trailWords.intro', 'trailWords.noneDetail'),
      ...at('text/roles', 'roleSentences.observer'),
    ],
  },
  {
    by: [e2e('organizer-edges'), 'an invitation that is over, taken back or made up says so, and what to do'],
    sentences: ofOrganizer('team', 'teamWords.revokeDetail'),
  },
  {
    by: [e2e('organizer-irrevocable'), 'an early end says beforehand how much time it needs, and asks once more'],
    sentences: [
      ...ofOrganizer('acts', 'actConsequences.endEarly', 'actConsequences.extend'),
      ...at('packages/help/text/organising', 'organisingSections.投票中.lines.2'),
    ],
  },
  {
    by: [e2e('organizer-irrevocable'), 'a candidate leaves for good only after a question that names it'],
    sentences: ofOrganizer('irrevocable', 'irrevocableQuestion.detail', 'irrevocableQuestion.yes'),
  },
  {
    by: [
      organizer('open-poll-acts'),
      'a candidate that is frozen or withdrawn takes no more votes, says why, and ballots stay',
    ],
    sentences: ofOrganizer('acts', 'actConsequences.freezeCandidate', 'actConsequences.withdrawCandidate'),
  },
  {
    by: [e2e('voided-receipt'), 'whose ballot was voided reads on the receipt that it was, why, and by which clause'],
    sentences: [
      ...ofOrganizer('acts', 'actConsequences.voidBallot'),
      ...at('packages/help/text/rules', 'ruleSections.什么票会作废.lines.2'),
      ...at('text/receipt', 'rulingText.lines.2'),
    ],
  },
  {
    by: [
      organizer('open-poll-acts'),
      'a ballot is voided by two persons, for a declared reason, and the log takes it in',
    ],
    sentences: [
      ...ofOrganizer('acts', 'actConsequences.restoreBallot', 'proposeWords.voidReasonHint'),
      ...at('packages/help/text/organising', 'organisingSections.投票后.lines.1'),
      ...at('text/organizer-errors', 'obstacles.notDeclared'),
    ],
  },
  {
    by: [e2e('organizer-team'), 'a ballot is voided by its receipt’s code, for a declared reason, by two persons'],
    sentences: ofOrganizer('acts', 'proposeWords.ballotHint', 'proposeWords.notFound'),
  },
  {
    by: [
      'tests/cloudfunctions/shared/domain/imports/read-candidates.test.ts',
      'names columns that are left aside, if anything stands in them',
    ],
    sentences: ofOrganizer('import-problems', 'ignoredBecause.private'),
  },
];
