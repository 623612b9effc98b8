import type { Reply } from '../contract/errors';
import {
  boundContract,
  personalContract,
  type BoundProcedure,
  type OrganiserContract,
  type PersonalProcedure,
} from '../contract/organiser';
import type { AnswerTo } from '../contract/answered';
import { now } from '../platform/clock';
import { approveAct, listActs, proposeAct, rejectAct } from '../usecases/acts/acts';
import { launchPoll } from '../usecases/acts/launch-poll';
import { arrangeCandidates, removeCandidate } from '../usecases/editing/arrange-candidates';
import { bindGroup, listGroups, unbindGroup } from '../usecases/spread/chat-groups';
import { checkPoll } from '../usecases/editing/check-poll';
import { copyCandidates } from '../usecases/editing/copy-candidates';
import { copyPoll } from '../usecases/editing/copy-poll';
import { createPoll, listTemplates } from '../usecases/editing/create-poll';
import { declareMyRecusals, recuseJuror, takeRecusalBack } from '../usecases/jury/recusals';
import { openJury } from '../usecases/jury/open-jury';
import { readMySheet, reopenMySheet, saveMyScore, submitMySheet } from '../usecases/jury/own-sheet';
import { readJuryProgress, readMySeat, setUpJury } from '../usecases/jury/seats';
import { getDashboard } from '../usecases/exports/dashboard';
import { discardPoll } from '../usecases/editing/discard-poll';
import { beginImport, importCandidates } from '../usecases/imports/import-candidates';
import {
  claimIdentity,
  decideListing,
  describeMe,
  listListingQueue,
  requestListing,
} from '../usecases/team/installation';
import { acceptInvitation, createInvitation, peekInvitation, revokeInvitation } from '../usecases/team/invitations';
import { loadPoll } from '../usecases/editing/load-poll';
import { listMyPolls } from '../usecases/editing/my-polls';
import {
  acceptNomination,
  listTeamNominations,
  mergeNomination,
  returnNomination,
} from '../usecases/nominations/nominations';
import { acceptObjection, hearObjection, listTeamObjections } from '../usecases/outcome/handle-objections';
import { listSurveyTexts, listTeamSurveys, openTeamSurvey, saveSurvey } from '../usecases/feedback/team-surveys';
import { readSteps } from '../usecases/outcome/steps';
import { previewPoll } from '../usecases/editing/preview-poll';
import { listTeamCandidates, loadTeamCandidate } from '../usecases/editing/read-candidates';
import { decideMedia, listMedia } from '../usecases/media/review-media';
import { addCandidate, saveCandidate } from '../usecases/editing/save-candidate';
import { savePoll } from '../usecases/editing/save-poll';
import { leaveTeam, listTeam, readTrail, removeMember, setRole } from '../usecases/team/team';
import { addChannel, listPollChannels, removeChannel, renameChannel } from '../usecases/spread/channels';
import { getLink } from '../usecases/spread/get-link';
import type { Input } from '../usecases/team/member';
import { boundProcedures, type BoundAnswers } from './guarded';
import { authorisePerson, type Person } from './person';
import { serve, type Procedure } from './serve';

type PersonalAnswers = {
  [Name in PersonalProcedure]: (input: Input<Name>, openid: string) => Promise<AnswerTo<OrganiserContract[Name]>>;
};

const personalAnswers: PersonalAnswers = {
  'me.get': (_, openid) => describeMe(openid, now()),
  'me.claim': (_, openid) => claimIdentity(openid, now()),
  'template.list': () => listTemplates(now()),
  'poll.create': (input, openid) => createPoll(input, openid, now()),
  'poll.launch': (input, openid) => launchPoll(input, openid, now()),
  'poll.mine': (input, openid) => listMyPolls(input, openid, now()),
  'invitation.peek': (input, openid) => peekInvitation(input, openid, now()),
  'invitation.accept': (input, openid) => acceptInvitation(input, openid, now()),
  'listing.queue': (_, openid) => listListingQueue(openid, now()),
  'listing.decide': (input, openid) => decideListing(input, openid, now()),
};

const boundAnswers: BoundAnswers<BoundProcedure> = {
  'poll.load': (input, member) => loadPoll(input, member, now()),
  'poll.save': (input, member) => savePoll(input, member, now()),
  'poll.preview': (input, member) => previewPoll(input, member, now()),
  'poll.check': (input, member) => checkPoll(input, member, now()),
  'poll.discard': (input, member) => discardPoll(input, member, now()),
  'poll.copy': (input, member) => copyPoll(input, member, now()),
  'candidate.list': (input, member) => listTeamCandidates(input, member),
  'candidate.load': (input, member) => loadTeamCandidate(input, member),
  'candidate.add': (input, member) => addCandidate(input, member, now()),
  'candidate.save': (input, member) => saveCandidate(input, member, now()),
  'candidate.remove': (input, member) => removeCandidate(input, member, now()),
  'candidate.arrange': (input, member) => arrangeCandidates(input, member, now()),
  'candidate.copy': (input, member) => copyCandidates(input, member, now()),
  'import.begin': (input) => beginImport(input, now()),
  'candidate.import': (input, member) => importCandidates(input, member, now()),
  'nomination.list': (input) => listTeamNominations(input),
  'nomination.accept': (input, member) => acceptNomination(input, member, now()),
  'nomination.return': (input, member) => returnNomination(input, member, now()),
  'nomination.merge': (input, member) => mergeNomination(input, member, now()),
  'media.list': (input, member) => listMedia(input, member, now()),
  'media.decide': (input, member) => decideMedia(input, member, now()),
  'objection.list': (input, member) => listTeamObjections(input, member),
  'objection.accept': (input, member) => acceptObjection(input, member, now()),
  'objection.hear': (input, member) => hearObjection(input, member, now()),
  'survey.list': (input) => listTeamSurveys(input),
  'survey.save': (input, member) => saveSurvey(input, member, now()),
  'survey.open': (input, member) => openTeamSurvey(input, member, now()),
  'survey.texts': (input) => listSurveyTexts(input, now()),
  'team.list': (input, member) => listTeam(input, member, now()),
  'team.setRole': (input, member) => setRole(input, member, now()),
  'team.remove': (input, member) => removeMember(input, member, now()),
  'team.leave': (input, member) => leaveTeam(input, member, now()),
  'invitation.create': (input, member) => createInvitation(input, member, now()),
  'invitation.revoke': (input, member) => revokeInvitation(input, member, now()),
  'act.list': (input, member) => listActs(input, member),
  'act.propose': (input, member) => proposeAct(input, member, now()),
  'act.approve': (input, member) => approveAct(input, member, now()),
  'act.reject': (input, member) => rejectAct(input, member, now()),
  'outcome.steps': (input, member) => readSteps(input, member, now()),
  'trail.list': (input) => readTrail(input),
  'dashboard.get': (input) => getDashboard(input, now()),
  'listing.request': (input, member) => requestListing(input, member, now()),
  'channel.list': (input) => listPollChannels(input),
  'channel.add': (input, member) => addChannel(input, member, now()),
  'channel.rename': (input, member) => renameChannel(input, member, now()),
  'channel.remove': (input, member) => removeChannel(input, member, now()),
  'link.get': (input) => getLink(input, now()),
  'group.bind': (input, member) => bindGroup(input, member, now()),
  'group.list': (input) => listGroups(input),
  'group.unbind': (input, member) => unbindGroup(input, member, now()),
  'jury.setUp': (input, member) => setUpJury(input, member, now()),
  'jury.open': (input, member) => openJury(input, member, now()),
  'jury.progress': (input) => readJuryProgress(input),
  'jury.mine': (input, member) => readMySeat(input, member),
  'recusal.declare': (input, member) => declareMyRecusals(input, member, now()),
  'recusal.add': (input, member) => recuseJuror(input, member, now()),
  'recusal.remove': (input, member) => takeRecusalBack(input, member, now()),
  'sheet.get': (input, member) => readMySheet(input, member),
  'sheet.save': (input, member) => saveMyScore(input, member, now()),
  'sheet.submit': (input, member) => submitMySheet(input, member, now()),
  'sheet.reopen': (input, member) => reopenMySheet(input, member, now()),
};

const procedures: Record<string, Procedure<Person>> = {
  ...Object.fromEntries(
    Object.entries(personalContract).map(([name, { input }]): [string, Procedure<Person>] => {
      const answer = personalAnswers[name as PersonalProcedure];
      return [name, { input, answer: (wanted, { openid }) => answer(wanted, openid) }];
    }),
  ),
  ...boundProcedures(boundContract, boundAnswers),
};

/** Answers one event of the `organiser` function. */
export function answerOrganiser(event: unknown): Promise<Reply<unknown>> {
  return serve(event, procedures, authorisePerson);
}
