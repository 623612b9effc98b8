import type * as z from 'zod';
import { actApprove, actList, actPropose, actReject } from './acts';
import {
  candidateAdd,
  candidateArrange,
  candidateCopy,
  candidateList,
  candidateLoad,
  candidateRemove,
  candidateSave,
} from './editing/candidates';
import { dashboardGet } from './exports/dashboard';
import { listingDecide, listingQueue, listingRequest, meClaim, meGet } from './team/installation';
import { outcomeSteps } from './outcome';
import {
  juryMine,
  juryOpen,
  juryProgress,
  jurySetUp,
  recusalAdd,
  recusalDeclare,
  recusalRemove,
  sheetGet,
  sheetReopen,
  sheetSave,
  sheetSubmit,
} from './jury';
import { mediaDecide, mediaList } from './media';
import { nominationAccept, nominationList, nominationMerge, nominationReturn } from './nominations';
import { objectionAccept, objectionHear, objectionList } from './objections';
import {
  pollCheck,
  pollCopy,
  pollCreate,
  pollDiscard,
  pollLaunch,
  pollLoad,
  pollMine,
  pollPreview,
  pollSave,
  templateList,
} from './editing/polls';
import { candidateImport, importBegin } from './exports/sheets';
import { surveyList, surveyOpen, surveySave, surveyTexts } from './survey';
import {
  channelAdd,
  channelList,
  channelRemove,
  channelRename,
  groupBind,
  groupList,
  groupUnbind,
  linkGet,
} from './spread/channels';
import {
  invitationAccept,
  invitationCreate,
  invitationPeek,
  invitationRevoke,
  teamLeave,
  teamList,
  teamRemove,
  teamSetRole,
  trailList,
} from './team/team';

/** What anyone may ask of the `organiser` function: about themselves, or by an invitation's token. */
export const personalContract = {
  'me.get': meGet,
  'me.claim': meClaim,
  'template.list': templateList,
  'poll.create': pollCreate,
  'poll.launch': pollLaunch,
  'poll.mine': pollMine,
  'invitation.peek': invitationPeek,
  'invitation.accept': invitationAccept,
  'listing.queue': listingQueue,
  'listing.decide': listingDecide,
} as const;

/** What is about one poll, which the input names as `pollId`; who may is the access table's to say. */
export const boundContract = {
  'poll.load': pollLoad,
  'poll.save': pollSave,
  'poll.preview': pollPreview,
  'poll.check': pollCheck,
  'poll.discard': pollDiscard,
  'poll.copy': pollCopy,
  'candidate.list': candidateList,
  'candidate.load': candidateLoad,
  'candidate.add': candidateAdd,
  'candidate.save': candidateSave,
  'candidate.remove': candidateRemove,
  'candidate.arrange': candidateArrange,
  'candidate.copy': candidateCopy,
  'import.begin': importBegin,
  'candidate.import': candidateImport,
  'nomination.list': nominationList,
  'nomination.accept': nominationAccept,
  'nomination.return': nominationReturn,
  'nomination.merge': nominationMerge,
  'media.list': mediaList,
  'media.decide': mediaDecide,
  'objection.list': objectionList,
  'objection.accept': objectionAccept,
  'objection.hear': objectionHear,
  'survey.list': surveyList,
  'survey.save': surveySave,
  'survey.open': surveyOpen,
  'survey.texts': surveyTexts,
  'team.list': teamList,
  'team.setRole': teamSetRole,
  'team.remove': teamRemove,
  'team.leave': teamLeave,
  'invitation.create': invitationCreate,
  'invitation.revoke': invitationRevoke,
  'act.list': actList,
  'act.propose': actPropose,
  'act.approve': actApprove,
  'act.reject': actReject,
  'outcome.steps': outcomeSteps,
  'trail.list': trailList,
  'dashboard.get': dashboardGet,
  'listing.request': listingRequest,
  'channel.list': channelList,
  'channel.add': channelAdd,
  'channel.rename': channelRename,
  'channel.remove': channelRemove,
  'link.get': linkGet,
  'group.bind': groupBind,
  'group.list': groupList,
  'group.unbind': groupUnbind,
  'jury.setUp': jurySetUp,
  'jury.open': juryOpen,
  'jury.progress': juryProgress,
  'jury.mine': juryMine,
  'recusal.declare': recusalDeclare,
  'recusal.add': recusalAdd,
  'recusal.remove': recusalRemove,
  'sheet.get': sheetGet,
  'sheet.save': sheetSave,
  'sheet.submit': sheetSubmit,
  'sheet.reopen': sheetReopen,
} as const;

/** Every procedure of the `organiser` function: input, output and refusals, declared once. */
export const organiserContract = { ...personalContract, ...boundContract } as const;

export type OrganiserContract = typeof organiserContract;
export type OrganiserProcedure = keyof OrganiserContract;
export type PersonalProcedure = keyof typeof personalContract;
export type BoundProcedure = keyof typeof boundContract;
export type OrganiserInput<P extends OrganiserProcedure> = z.input<OrganiserContract[P]['input']>;
export type OrganiserOutput<P extends OrganiserProcedure> = z.output<OrganiserContract[P]['output']>;
