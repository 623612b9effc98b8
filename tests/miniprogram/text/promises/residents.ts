// As organisers.ts: what is promised to residents, and of counts, receipts and messages.
import { at, e2e, ofOrganiser, organiser, participant, scheduler, voter, type KeptPromise } from './kept-promise';

export const toResidents: readonly KeptPromise[] = [
  {
    by: [
      e2e('outcome-story'),
      'a closed poll is verified, noticed, objected to, corrected, awarded, certified, and taken back in part, each seen by everybody',
    ],
    sentences: at('packages/help/text/rules', 'ruleSections.公示和表彰.lines.1', 'ruleSections.公示和表彰.lines.2'),
  },
  {
    by: [
      e2e('outcome-residents'),
      'a resident objects from the poll’s page, signed and with a picture, reads in public what became of it, and appeals once',
    ],
    sentences: at('packages/outcome/text/objections', 'formWords.term', 'mineWords.appealDetail'),
  },
  {
    by: [
      participant('objections-public'),
      'has every numbered one with its state, and nothing of what was written or by whom',
    ],
    sentences: at('packages/outcome/text/objections', 'formWords.ask.signed', 'listWords.asOf'),
  },
  {
    by: [
      e2e('outcome-notice'),
      'the award is told on the poll, the candidate and the page of its own, and one that is revoked stays in its place',
    ],
    sentences: at('packages/outcome/text/outcome', 'awardWords.empty'),
  },
  {
    by: [participant('objections-of-team'), 'names, contacts and pictures are for owners and reviewers alone'],
    sentences: at('packages/outcome/text/objections', 'formWords.secret'),
  },
  {
    by: [
      participant('objections'),
      'it is taken before there is a notice, once, with a number and without whose it is',
    ],
    sentences: at('packages/outcome/text/objections', 'formWords.ask.ballot', 'formWords.ballotSecret'),
  },
  {
    by: [scheduler('counting/lot'), 'takes the draw of two persons, and from it one winner'],
    sentences: [
      ...ofOrganiser('acts', 'consequences.enterDraw', 'proposeWords.drawSource'),
      ...ofOrganiser('manage', 'manageWords.awaitsDraw.before', 'manageWords.awaitsDraw.now'),
      ...ofOrganiser('rule-step', 'tieHints.lot'),
      ...at('text/lot', 'awaitedLot.when', 'awaitedLot.next', 'drawnLot.lines.1'),
      ...at('text/rules', 'tieText', 'drawText', 'drawText.drawn'),
      ...at('text/organiser-errors', 'obstacles.alreadyDrawn', 'obstacles.notNeeded'),
    ],
  },
  {
    by: [
      e2e('organiser-review'),
      'residents’ nominations are accepted with their picture, returned with a reason, and merged; each proposer reads which',
    ],
    sentences: [
      ...ofOrganiser('review', 'reviewWords.acceptDetail', 'reviewWords.mergeDetail', 'reviewWords.mergeFinal'),
      ...ofOrganiser('review', 'reviewWords.returnDetail', 'reviewWords.returned'),
      ...at('packages/help/text/organising', 'organisingSections.收推荐.lines.2'),
      ...at('packages/participant/text/nominate', 'nominateWords.checked'),
    ],
  },
  {
    by: [organiser('nominations/nominations'), 'the team never learns who proposed, unless they gave a name'],
    sentences: at(
      'packages/help/text/privacy',
      'privacySections.推荐候选时.lines.0',
      'privacySections.推荐候选时.lines.1',
    ),
  },
  {
    by: [
      participant('objections-public'),
      'has every numbered one with its state, and nothing of what was written or by whom',
    ],
    sentences: at('packages/help/text/privacy', 'privacySections.提异议时.lines.0'),
  },
  {
    by: [
      participant('objections-public'),
      'goes 180 days after the close at the latest: name, contact, pictures, whose it is; the list stays',
    ],
    sentences: at('packages/help/text/privacy', 'privacySections.提异议时.lines.2'),
  },
  {
    by: [
      e2e('organiser-review'),
      'an administrator lists one poll and declines another; the home page and the team tell',
    ],
    sentences: ofOrganiser('listing', 'listingWords.intro', 'listingWords.listDetail', 'listingWords.refuseDetail'),
  },
  {
    by: [
      e2e('organiser-media'),
      'a candidate’s pictures and film come up together, the film waits for a reviewer, and residents see what is passed',
    ],
    sentences: [
      ...ofOrganiser('candidate-form', 'formWords.videoHint'),
      ...at('packages/dashboard/text/dashboard', 'toDoTexts.media.detail'),
      ...at('packages/help/text/privacy', 'privacySections.内容检查.lines.0'),
    ],
  },
  {
    by: [e2e('organiser-media'), 'a picture that WeChat refuses is named in the editor, and residents never see it'],
    sentences: at('packages/participant/text/nominate', 'nominateWords.picturesHint'),
  },
  {
    by: [e2e('organiser-media'), 'what WeChat is not sure of a reviewer refuses with a reason, which the trail keeps'],
    sentences: ofOrganiser('review', 'reviewWords.refuseDetail'),
  },
  {
    by: [e2e('coming'), 'a poll that is not yet open shows its candidates, says when it starts, and takes no choice'],
    sentences: ofOrganiser('schedule', 'stageFields.promoting.hint'),
  },
  {
    by: [e2e('results'), 'a poll that publishes daily hides its counts and says until when and why'],
    sentences: [
      ...ofOrganiser('rule-step', 'countHints.daily'),
      ...at('text/choosing', 'barWords.counts.daily'),
      ...at('text/home', 'elderHomeWords.daily'),
      ...at('text/poll-page', 'countWords.today', 'countWords.tomorrow', 'figureWords.count.daily.0'),
      ...at('universal/count-words', 'hiddenText.when', 'publishText'),
      ...at('text/rules', 'countPolicyText'),
    ],
  },
  {
    by: [e2e('results'), 'a poll that publishes after the close hides its counts until the end of the vote'],
    sentences: [
      ...ofOrganiser('rule-step', 'countHints.afterClose'),
      ...at('text/poll-page', 'countWords.afterClose', 'figureWords.count.afterClose.lines.0'),
      ...at('universal/count-words', 'hiddenText'),
      ...at('text/choosing', 'barWords.counts.afterClose'),
      ...at('text/home', 'elderHomeWords.afterClose'),
    ],
  },
  {
    by: [e2e('results'), 'a live poll shows its ranking with the time of the count, the shares and the cut-off line'],
    sentences: ofOrganiser('rule-step', 'countHints.live'),
  },
  {
    by: [e2e('results'), 'a poll that has ended shows its final count'],
    sentences: at('text/results', 'nextCountText'),
  },
  {
    by: [e2e('results'), 'the rules say when the count moves, and that it stands still at the end'],
    sentences: at('universal/count-words', 'quietText'),
  },
  {
    by: [
      scheduler('counting/board'),
      'hold no counts before everyone may see them, and the same as everyone sees afterwards',
    ],
    sentences: [
      ...at('packages/dashboard/text/dashboard', 'dashboardWords.hidden'),
      ...at('packages/help/text/organising', 'organisingSections.投票中.lines.0'),
      ...at('packages/help/text/rules', 'ruleSections.怎么公布.lines.0'),
    ],
  },
  {
    by: [
      organiser('imports/sheets'),
      'of results comes only once the counts are released to everyone, and so does the dashboard’s ranking',
    ],
    sentences: at('text/organiser-errors', 'organiserMessages.COUNTS_HIDDEN'),
  },
  {
    by: [organiser('team/access'), '%s is let in'],
    sentences: ofOrganiser('team', 'roleAbilities.juror.1'),
  },
  {
    by: [
      organiser('imports/passing-files'),
      'is gone from the storage once it was read, whether it was a trial, an import, or none at all',
    ],
    sentences: at('packages/help/text/privacy', 'privacySections.留多久.lines.1'),
  },
  {
    by: [scheduler('reminders/reminders'), 'is sent when it is due, says what it should, and is forgotten'],
    sentences: at('packages/help/text/privacy', 'privacySections.要我们提醒您时.lines.0'),
  },
  {
    by: [scheduler('counting/releasing'), 'moves with all that is public, and nothing moves in between'],
    sentences: at('packages/help/text/privacy', 'privacySections.公开账册里有什么.lines.1'),
  },
  {
    by: [scheduler('ledger/publishing'), 'the entries are public, and the bundle recounts to the standings'],
    sentences: [
      ...at('packages/help/text/privacy', 'privacySections.公开账册里有什么.lines.0'),
      ...at('packages/dashboard/text/dashboard', 'dashboardWords.log.noneDetail', 'dashboardWords.logSize'),
      ...at('packages/help/text/organising', 'organisingSections.投票后.lines.6'),
      ...at('packages/help/text/rules', 'ruleSections.投出以后.lines.2'),
      ...at('text/results', 'resultWords.bundleNote'),
    ],
  },
  {
    by: [scheduler('counting/recounting'), 'holds a secret, an identity, a cast’s id or a channel'],
    sentences: [
      ...at('packages/help/text/privacy', 'privacySections.留多久.lines.0'),
      ...at('text/poll-page', 'ruleTerms.secretText'),
    ],
  },
  {
    by: [scheduler('counting/recounting'), 'holds an instant but those that were announced, and that of the release'],
    sentences: at('packages/help/text/privacy', 'privacySections.公开账册里有什么.lines.2'),
  },
  {
    by: [
      e2e('receipt'),
      'a log whose files were altered raises an alarm with evidence to keep, and the alarm ends with the fault',
    ],
    sentences: [
      ...at('text/receipt-check', 'checkWords.onlyGrows', 'alarms.TILES_ALTERED.means', 'alarms.FILE_MISSING.means'),
      ...at('text/receipt-check', 'alarms.CHECKPOINT_OF_ANOTHER_LOG.means'),
    ],
  },
  {
    by: [
      e2e('receipt'),
      'a receipt waits until its ballot is public, and is then checked on the phone without being asked',
    ],
    sentences: at('text/receipt-check', 'checkWords.entry', 'entryText'),
  },
  {
    by: [
      'tests/miniprogram/packages/receipt/receipt/receipt.view.test.ts',
      'the evidence holds the signed receipt, the notes and the hashes of files, and none of the choices',
    ],
    sentences: at('text/receipt-check', 'alarmSteps.0'),
  },
  {
    by: [
      'tests/miniprogram/packages/receipt/receipt/receipt.view.test.ts',
      'the text for the clipboard holds the proof and none of the choices',
    ],
    sentences: at('text/receipt', 'receiptWords.copyNote'),
  },
  {
    by: [voter('visits'), 'nothing of who came is written or logged'],
    sentences: [
      ...at('packages/help/text/privacy', 'privacySections.打开评选时.lines.0'),
      ...ofOrganiser('codes', 'codeWords.channelHint'),
      ...ofOrganiser('spread', 'channelWords.intro'),
    ],
  },
  {
    by: [
      e2e('spread-posters'),
      'of a poll is made on its page and saved, and its code leads a neighbour to the poll, counted as a poster’s',
    ],
    sentences: [
      ...at('packages/poster/text/poster', 'posterWords.counted'),
      ...at('packages/help/text/privacy', 'privacySections.保存海报时.lines.1'),
    ],
  },
  {
    by: [e2e('spread-posters'), 'that may not go into the album says why, and does once the settings allow it'],
    sentences: at('packages/help/text/privacy', 'privacySections.保存海报时.lines.0'),
  },
  {
    by: [
      organiser('spread/spread'),
      'that were removed make no links or codes any more, and keep their name for what comes by them',
    ],
    sentences: ofOrganiser('spread', 'channelWords.removeDetail'),
  },
  {
    by: [e2e('spread'), 'can be read from anywhere, and says where to open it to vote'],
    sentences: ofOrganiser('spread', 'groupWords.onlyGroupsHint'),
  },
  {
    by: [e2e('spread-reminders'), 'sets a reminder by one tap, and is told once when the vote opens'],
    sentences: at('text/reminders', 'reminderWords.setDetail'),
  },
  {
    by: [e2e('spread-reminders'), 'who says no is told that nothing will be sent, and nothing is kept'],
    sentences: at('text/reminders', 'notConsented.refused', 'notConsented.unavailable'),
  },
  {
    by: [e2e('organiser-edit'), 'a list with faults is told row by row, and nothing of it is added'],
    sentences: at('packages/help/text/organising', 'organisingSections.发布前.lines.1'),
  },
];
