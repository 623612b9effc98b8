import type { ParticipantInput, ParticipantOutput } from '../../../../cloudfunctions/shared/contract/participant';
import { readObjections, type PublicObjections } from '../../../../cloudfunctions/shared/universal/objections';
import { locateBallot, myBallots } from '../../../services/ballots';
import { callParticipant, type Answer } from '../../../services/cloud';
import { readBeside, type BoardPoll } from './published';

export type ObjectionForm = ParticipantOutput<'objection.form'>;
export type MyObjection = ParticipantOutput<'objection.mine'>['objections'][number];
export type NewObjection = Omit<ParticipantInput<'objection.submit'>, 'pollId' | 'requestId'>;
export type ShownReceipt = NonNullable<NewObjection['receipt']>;
export type {
  ObjectionKind,
  PublicObjection,
  PublicObjections,
} from '../../../../cloudfunctions/shared/universal/objections';
export type { BoardPoll as PublishedPoll } from './published';

/** A ballot of one's own that was ruled about, as an objection shows it. */
export interface RuledBallot {
  receipt: ShownReceipt;
  /** The receipt's code, for people. */
  code: string;
  /** "once", or a day like "2026-11-23". */
  period: string;
  isVoid: boolean;
  /** Why, in the ruling's words. */
  reason: string;
}

/** What may be objected to, and whether it may be now. */
export function getForm(pollId: string): Promise<Answer<ObjectionForm>> {
  return callParticipant('objection.form', { pollId });
}

/** A repeat with the same requestId answers the objection that it made. */
export function submitObjection(
  pollId: string,
  requestId: string,
  objection: NewObjection,
): Promise<Answer<ParticipantOutput<'objection.submit'>>> {
  return callParticipant('objection.submit', { pollId, requestId, ...objection });
}

/** One's own objections, and the receipts by which those of ballots are known, by the objection's id. */
export interface MyObjectionsHere {
  objections: MyObjection[];
  receipts: ReadonlyMap<string, ShownReceipt>;
}

/** One's own objections to a poll, with those of one's ballots, whose receipts this phone shows. */
export async function myObjectionsHere(pollId: string): Promise<Answer<MyObjectionsHere>> {
  const ballots = await ruledBallots(pollId);
  if (!ballots.ok) return ballots;
  const receipts = ballots.data.map(({ receipt }) => receipt);
  const shown = receipts.length === 0 ? {} : { receipts };
  const answer = await callParticipant('objection.mine', { pollId, ...shown });
  if (!answer.ok) return answer;
  const { objections } = answer.data;
  // Which receipt a ballot's objection was shown with is in its id, which ends in the ballot's leaf.
  const known = objections.flatMap(({ id, kind }): [string, ShownReceipt][] => {
    const receipt = kind === 'ballot' ? receipts.find(({ leafHash }) => id.endsWith(leafHash)) : undefined;
    return receipt === undefined ? [] : [[id, receipt]];
  });
  return { ...answer, data: { objections, receipts: new Map(known) } };
}

/** Takes an answer to the supervising office, once. @param receipt of one about a ballot */
export function appealObjection(
  pollId: string,
  id: string,
  text: string,
  receipt: ShownReceipt | undefined,
): Promise<Answer<ParticipantOutput<'objection.appeal'>>> {
  return callParticipant('objection.appeal', { pollId, id, text, ...(receipt === undefined ? {} : { receipt }) });
}

/** So many of one's newest ballots are asked about: each costs a call. */
const mostAsked = 10;

/** This person's own ballots in a poll that were ruled about, newest first. Their phone asks; no list says whose they are. */
export async function ruledBallots(pollId: string): Promise<Answer<RuledBallot[]>> {
  const mine = await myBallots(pollId);
  if (!mine.ok) return mine;
  const asked = mine.data.ballots.filter(({ counted }) => counted).slice(0, mostAsked);
  const places = await Promise.all(asked.map(({ receipt: { period, nth } }) => locateBallot(pollId, period, nth)));
  const failed = places.find((place) => !place.ok);
  if (failed && !failed.ok) return failed;
  const data = asked.flatMap(({ receipt }, at): RuledBallot[] => {
    const place = places[at];
    if (!place?.ok || place.data.index === null || place.data.ruling === undefined) return [];
    const { kind, reason } = place.data.ruling;
    const { origin, leafHash, promisedAt, keyId, signature, code, period } = receipt;
    const shown = { origin, leafHash, promisedAt, keyId, signature, index: place.data.index };
    return [{ receipt: shown, code, period, isVoid: kind === 'void', reason }];
  });
  return { ...mine, data };
}

/** The public list with the poll it is of; before the first objection there is none. */
export function publicObjections(pollId: string): Promise<Answer<[BoardPoll, PublicObjections | null]>> {
  return readBeside(pollId, 'objections.json', readObjections);
}
