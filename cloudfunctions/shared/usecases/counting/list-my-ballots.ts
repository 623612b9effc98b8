import type * as z from 'zod';
import type { ballotMine } from '../../contract/voting';
import { done, type AnswerTo } from '../../contract/answered';
import { periodsUntil } from '../../universal/period';
import { findStandings } from '../../store/counting/standings';
import { isPublic } from './is-public';
import { explainAbsence } from '../poll/explain-absence';
import { openPoll } from '../poll/open-poll';
import { readOwnSlots } from '../voting/own-slots';
import { writeReceipt } from '../voting/write-receipt';

/** The most slots that are looked through; a daily poll that runs longer shows its latest days. */
const mostSlots = 1_000;

/** The voter's ballots in a poll with their receipts, newest period first. */
export async function listMyBallots(
  input: z.output<typeof ballotMine.input>,
  openid: string,
  now: number,
): Promise<AnswerTo<typeof ballotMine>> {
  const open = await openPoll(input.pollId);
  if (open === null) return explainAbsence(input.pollId);
  const { poll, mac } = open;
  const mostPeriods = Math.max(1, Math.floor(mostSlots / poll.rules.ballotsPerPeriod));
  const periods = periodsUntil(poll, now).slice(-mostPeriods).reverse();
  const [own, standings] = await Promise.all([readOwnSlots(poll, { mac, openid }, periods), findStandings(poll.id)]);
  return done({
    ballots: own.map((ballot) => ({
      receipt: writeReceipt(ballot, ballot.nth),
      choices: ballot.choices,
      counted: isPublic(ballot, standings),
    })),
  });
}
