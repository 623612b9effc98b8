import { randomUUID } from 'node:crypto';
import type { ErrorCode, Reply } from '../../cloudfunctions/shared/contract/errors';
import {
  voterContract,
  type InputOf,
  type OutputOf,
  type VoterProcedure,
} from '../../cloudfunctions/shared/contract/voter';
import { checkReply } from '../../scripts/start/check-reply';

/** Calls a function through the local cloud's door, as the platform does for a person in WeChat. */
export async function invoke(
  url: string,
  name: string,
  event: unknown,
  headers: Record<string, string>,
): Promise<Reply<unknown>> {
  const response = await fetch(`${url}/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(event),
  });
  // The door answers what the function returned; a test that gets something else fails on it.
  return (await response.json()) as Reply<unknown>;
}

/**
 * The data of an answer that no test means to be refused. Where the database did not answer in time, as it may on a busy machine, the
 * same is asked again, as the contract says and a phone does.
 * @throws when it was refused
 */
export async function dataOf<Data>(procedure: string, ask: () => Promise<Reply<Data>>): Promise<Data> {
  let reply = await ask();
  for (let again = 0; again < 5 && !reply.ok && reply.error.code === 'BUSY'; again++) reply = await ask();
  if (!reply.ok) throw new Error(`${procedure}: ${JSON.stringify(reply.error)}`);
  return reply.data;
}

/** The `voter` function as one person sees it. */
export class VoterClient {
  constructor(
    readonly url: string,
    readonly openid: string,
    /** Where the phone is in the network, as the platform sees it. */
    readonly address?: string,
  ) {}

  async ask<P extends VoterProcedure>(procedure: P, input: InputOf<P>): Promise<Reply<OutputOf<P>>> {
    const reply = await invoke(
      this.url,
      'voter',
      { procedure, input },
      {
        'x-wx-openid': this.openid,
        ...(this.address === undefined ? {} : { 'x-wx-clientip': this.address }),
      },
    );
    checkReply(procedure, voterContract[procedure], reply);
    return reply as Reply<OutputOf<P>>;
  }

  /** The answer's data. @throws when it was refused */
  async get<P extends VoterProcedure>(procedure: P, input: InputOf<P>): Promise<OutputOf<P>> {
    return dataOf(procedure, () => this.ask(procedure, input));
  }

  cast(
    pollId: string,
    choices: string[],
    more: Partial<InputOf<'ballot.cast'>> = {},
  ): Promise<Reply<OutputOf<'ballot.cast'>>> {
    return this.ask('ballot.cast', { pollId, choices, castId: randomUUID(), ...more });
  }
}

/** How often each outcome occurs: error codes, and "ok". */
export function outcomes(replies: readonly Reply<unknown>[]): Partial<Record<ErrorCode | 'ok', number>> {
  const counts: Partial<Record<ErrorCode | 'ok', number>> = {};
  for (const reply of replies) {
    const outcome = reply.ok ? 'ok' : reply.error.code;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
