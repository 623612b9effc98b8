import type * as z from 'zod';
import { ballotCast, ballotMine } from './voting';
import { groupEnter } from './spread/chat-groups';
import { ballotLocate } from './ledger';
import { candidateGet, pollChanges, pollGet, pollList } from './poll';
import { standingsGet } from './counting';

/** Every procedure of the `voter` function: input, output and refusals, declared once. */
export const voterContract = {
  'poll.list': pollList,
  'poll.get': pollGet,
  'poll.changes': pollChanges,
  'candidate.get': candidateGet,
  'ballot.cast': ballotCast,
  'ballot.mine': ballotMine,
  'ballot.locate': ballotLocate,
  'group.enter': groupEnter,
  'standings.get': standingsGet,
} as const;

export type VoterContract = typeof voterContract;
export type VoterProcedure = keyof VoterContract;
export type InputOf<P extends VoterProcedure> = z.input<VoterContract[P]['input']>;
export type OutputOf<P extends VoterProcedure> = z.output<VoterContract[P]['output']>;
