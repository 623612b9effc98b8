import type { ParticipantInput, ParticipantOutput } from '../../cloudfunctions/shared/contract/participant';
import { callParticipant, type Answer, callOrganiser } from './cloud';

/** A mini-program code of a published poll or one of its candidates: a picture in cloud storage. It is drawn once and kept. */
export function codeOf(wanted: ParticipantInput<'code.get'>): Promise<Answer<{ file: string }>> {
  return callParticipant('code.get', wanted);
}

export type CertificateReply = ParticipantOutput<'certificate.get'>;

/** What somebody's certificate says, with the code that leads to its check. */
export function getCertificate(pollId: string, candidateId: string): Promise<Answer<CertificateReply>> {
  return callParticipant('certificate.get', { pollId, candidateId });
}

/** How a poll's team calls a channel; undefined for whoever is not of the team. */
export async function channelName(pollId: string, channel: string): Promise<string | undefined> {
  const answer = await callOrganiser('channel.list', { pollId });
  return answer.ok ? answer.data.channels.find(({ id }) => id === channel)?.name : undefined;
}
