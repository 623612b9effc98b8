import { documentsContract } from '../../../../cloudfunctions/shared/contract/documents';
import { boundContract } from '../../../../cloudfunctions/shared/contract/organiser';
import type { TeamInput } from '../../../support/organiser-client';

/** What is about one poll, of whichever function. */
export const pollContract = { ...boundContract, ...documentsContract } as const;
export type PollProcedure = keyof typeof pollContract;

/** Ids of things that belong to a poll. */
export interface Belongings {
  candidateId: string;
  memberId: string;
  actId: string;
  nominationId: string;
  invitationId: string;
  file: string;
}

export const nowhere: Belongings = {
  candidateId: 'nowhere',
  memberId: 'nowhere',
  actId: 'nowhere',
  nominationId: 'nowhere',
  invitationId: 'nowhere',
  file: 'cloud://local-env.local-local-env/polls/nowhere/none.png',
};

/** Well-formed input for every procedure of a poll. What it names need not be there, so that a call that is let in changes little. */
export function boundInputs(
  pollId: string,
  { candidateId, memberId, actId, nominationId, invitationId, file }: Belongings = nowhere,
): { [P in PollProcedure]: TeamInput<P> } {
  const late = 9999;
  const reason = '因为要试一试';
  return {
    'poll.load': { pollId },
    'poll.save': { pollId, version: late, change: { summary: '改过的简介' } },
    'poll.preview': { pollId },
    'poll.check': { pollId },
    'poll.discard': { pollId, version: late },
    'poll.copy': { pollId, requestId: 'request-0003' },
    'candidate.list': { pollId },
    'candidate.load': { pollId, candidateId },
    'candidate.add': { pollId, requestId: 'request-0001', candidate: { name: '新的一项', group: 'nowhere' } },
    'candidate.save': { pollId, candidateId, version: 1, change: { sentence: '改过的一句话' } },
    'candidate.remove': { pollId, candidateId, listVersion: late },
    'candidate.arrange': { pollId, listVersion: late, order: [candidateId] },
    'candidate.copy': { pollId, fromPollId: pollId, requestId: 'request-0004' },
    'import.begin': { pollId },
    'candidate.import': { pollId, file, listVersion: late, isTrial: true },
    'nomination.list': { pollId },
    'nomination.accept': { pollId, nominationId },
    'nomination.return': { pollId, nominationId, reason },
    'nomination.merge': { pollId, nominationId, candidateId },
    'media.list': { pollId },
    'media.decide': { pollId, file, isPassed: true },
    'objection.list': { pollId },
    'objection.accept': { pollId, objectionId: 'nowhere', isAccepted: true, reason },
    'objection.hear': { pollId, objectionId: 'nowhere', at: 1_790_000_000_000, place: '三楼会议室' },
    'survey.list': { pollId },
    'survey.save': {
      pollId,
      k: 1,
      version: 0,
      survey: {
        title: '这次评选，您觉得怎么样',
        occasion: 'vote',
        questions: [{ kind: 'grade', title: '规则写得怎么样', grades: 5, isOptional: false, isPublic: true }],
      },
    },
    'survey.open': { pollId, k: 9, version: 1, until: 1_790_000_000_000 },
    'survey.texts': { pollId, k: 9, question: 0 },
    'team.list': { pollId },
    'team.setRole': { pollId, memberId, role: 'editor' },
    'team.remove': { pollId, memberId, reason },
    'invitation.create': { pollId, role: 'juror' },
    'invitation.revoke': { pollId, invitationId },
    'act.list': { pollId },
    'act.propose': { pollId, act: { kind: 'freezeCandidate', candidateId, reason } },
    'act.approve': { pollId, actId },
    'act.reject': { pollId, actId, reason },
    'outcome.steps': { pollId },
    'trail.list': { pollId },
    'dashboard.get': { pollId },
    'export.make': { pollId, kind: 'template' },
    'listing.request': { pollId },
    'channel.list': { pollId },
    'channel.add': { pollId, requestId: 'request-0002', name: '大厅海报' },
    'channel.rename': { pollId, channelId: 'none', name: '大厅海报' },
    'channel.remove': { pollId, channelId: 'none' },
    'link.get': { pollId },
    'codes.export': { pollId },
    'certificate.make': { pollId, design: 'plain' },
    'notice.print': { pollId, size: 'a4' },
    'award.print': { pollId },
    'report.make': { pollId, kind: 'certified' },
    'group.bind': { pollId, cloudId: 'nowhere', name: '三单元' },
    'group.list': { pollId },
    'group.unbind': { pollId, groupId: 'nowhere' },
    'jury.setUp': { pollId, seats: [{ memberId, label: '1号评委' }], dueAt: 1_790_000_000_000, isBlind: false },
    'jury.open': { pollId },
    'jury.progress': { pollId },
    'jury.mine': { pollId },
    'recusal.declare': { pollId, recusals: [{ candidateId, ground: 'kinship' }] },
    'recusal.add': { pollId, memberId, candidateId, ground: 'kinship' },
    'recusal.remove': { pollId, memberId, candidateId },
    'sheet.get': { pollId },
    'sheet.save': { pollId, candidateId, points: [1], comment: '', version: late },
    'sheet.submit': { pollId, version: late },
    'sheet.reopen': { pollId, reason },
    // Last: whoever may, is gone afterwards.
    'team.leave': { pollId },
  };
}
