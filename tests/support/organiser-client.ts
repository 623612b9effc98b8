import { randomUUID } from 'node:crypto';
import type { Reply } from '../../cloudfunctions/shared/contract/errors';
import type * as z from 'zod';
import type { OrganiserInput } from '../../cloudfunctions/shared/contract/organiser';
import type { Role } from '../../cloudfunctions/shared/contract/editing/fields';
import type {
  ParticipantInput,
  ParticipantOutput,
  ParticipantProcedure,
} from '../../cloudfunctions/shared/contract/participant';
import { documentsContract } from '../../cloudfunctions/shared/contract/documents';
import { organiserContract } from '../../cloudfunctions/shared/contract/organiser';
import { participantContract } from '../../cloudfunctions/shared/contract/participant';
import { connect } from '../../scripts/connect';
import { checkReply } from '../../scripts/start/check-reply';
import { dataOf, invoke } from './voter-client';

/** What somebody of a team asks, of whichever function. */
const teamContract = { ...organiserContract, ...documentsContract } as const;
export type TeamProcedure = keyof typeof teamContract;
export type TeamInput<P extends TeamProcedure> = z.input<(typeof teamContract)[P]['input']>;
export type TeamOutput<P extends TeamProcedure> = z.output<(typeof teamContract)[P]['output']>;

/** The function that answers it. */
function functionOf(procedure: TeamProcedure): string {
  return Object.hasOwn(documentsContract, procedure) ? 'documents' : 'organiser';
}

/** The `organiser`, `documents` and `participant` functions as one person sees them. */
export class OrganiserClient {
  constructor(
    readonly url: string,
    readonly openid: string,
  ) {}

  async ask<P extends TeamProcedure>(procedure: P, input: TeamInput<P>): Promise<Reply<TeamOutput<P>>> {
    const reply = await invoke(this.url, functionOf(procedure), { procedure, input }, { 'x-wx-openid': this.openid });
    checkReply(procedure, teamContract[procedure], reply);
    return reply as Reply<TeamOutput<P>>;
  }

  /** The answer's data. @throws when it was refused */
  async get<P extends TeamProcedure>(procedure: P, input: TeamInput<P>): Promise<TeamOutput<P>> {
    return dataOf(procedure, () => this.ask(procedure, input));
  }

  async participate<P extends ParticipantProcedure>(
    procedure: P,
    input: ParticipantInput<P>,
  ): Promise<Reply<ParticipantOutput<P>>> {
    const reply = await invoke(this.url, 'participant', { procedure, input }, { 'x-wx-openid': this.openid });
    checkReply(procedure, participantContract[procedure], reply);
    return reply as Reply<ParticipantOutput<P>>;
  }

  /** The answer's data. @throws when it was refused */
  async take<P extends ParticipantProcedure>(procedure: P, input: ParticipantInput<P>): Promise<ParticipantOutput<P>> {
    return dataOf(procedure, () => this.participate(procedure, input));
  }

  /** Uploads a file, as `wx.cloud.uploadFile` does. @returns its file id */
  async upload(path: string, content: Uint8Array | string): Promise<string> {
    const { fileID } = await connect(this.url).uploadFile({ cloudPath: path, fileContent: Buffer.from(content) });
    return fileID;
  }

  /** Puts a list of candidates where the cloud says, as the page does before each reading. @returns its file id */
  async putList(pollId: string, content: Uint8Array | string): Promise<string> {
    const { path } = await this.get('import.begin', { pollId });
    return this.upload(path, content);
  }

  /** Makes a draft. @returns its id */
  async create(template: OrganiserInput<'poll.create'>['template'] = 'small', title = '我们的评选'): Promise<string> {
    const made = await this.get('poll.create', {
      requestId: randomUUID(),
      template,
      title,
      myName: nameOf(this.openid),
    });
    return made.poll.id;
  }

  async add(pollId: string, name: string, more: object = {}): Promise<string> {
    const candidate = { name, ...more };
    const added = await this.get('candidate.add', { pollId, requestId: randomUUID(), candidate });
    return added.candidate.id;
  }

  /** Saves fields at whatever version the poll has. */
  async save(
    pollId: string,
    change: OrganiserInput<'poll.save'>['change'],
    reason?: string,
  ): Promise<Reply<TeamOutput<'poll.save'>>> {
    const { poll } = await this.get('poll.load', { pollId });
    return this.ask('poll.save', {
      pollId,
      version: poll.version,
      change,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  /** Invites somebody, who accepts. @returns them */
  async invite(pollId: string, openid: string, role: Role): Promise<OrganiserClient> {
    const { token } = await this.get('invitation.create', { pollId, role });
    const colleague = new OrganiserClient(this.url, openid);
    await colleague.get('invitation.accept', { token, myName: nameOf(openid) });
    return colleague;
  }

  /** The caller's own id in a team. */
  async memberId(pollId: string): Promise<string> {
    return (await this.get('poll.load', { pollId })).poll.me.memberId;
  }
}

function nameOf(openid: string): string {
  return openid.replace(/^o/, '').slice(0, 20);
}

/** What a small poll still needs to be published. */
export const publishable = {
  organiser: '云川市某小区',
  summary: '请大家选出最喜欢的一项。',
  objectionChannel: '有异议请到物业办公室，工作日九点到五点。',
  secondPerson: false,
} as const;

/** A small poll of two candidates that one owner can publish. @returns its id */
export async function readyPoll(owner: OrganiserClient, change: object = {}): Promise<string> {
  const pollId = await owner.create();
  await owner.save(pollId, { ...publishable, ...change });
  await owner.add(pollId, '第一项');
  await owner.add(pollId, '第二项');
  return pollId;
}
