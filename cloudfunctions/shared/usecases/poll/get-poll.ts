import type * as z from 'zod';
import type { pollGet } from '../../contract/poll';
import { done, type AnswerTo } from '../../contract/answered';
import { writeTicket, type RiskRank } from '../../domain/fairplay/ticket';
import { nextPeriodAt, periodAt } from '../../universal/period';
import { firstFreeSlot } from '../../domain/voting/place';
import { shuffleSeedOf, type Voter } from '../../domain/voting/slot';
import { stageAt } from '../../universal/stage';
import { rankOf, type Asked } from '../fairplay/rank-of';
import { countVisit } from '../spread/count-visits';
import { describePoll, summariseCandidate } from './describe-poll';
import { explainAbsence } from './explain-absence';
import { openPoll, type OpenPoll } from './open-poll';
import { readOwnSlots } from '../voting/own-slots';

type Output = z.output<typeof pollGet.output>;

/** All that the poll's page needs, with what this voter may still do. */
export async function getPoll(
  input: z.output<typeof pollGet.input>,
  person: Asked,
  now: number,
): Promise<AnswerTo<typeof pollGet>> {
  const open = await openPoll(input.pollId);
  if (open === null) return explainAbsence(input.pollId);
  const { openid } = person;
  const isOpen = stageAt(open.poll, now) === 'voting';
  // Beside the reads.
  const asked = open.poll.fairPlay !== undefined && isOpen ? rankOf(person, now) : null;
  const [state, rank] = await Promise.all([votingState(open, { mac: open.mac, openid }, now), asked]);
  const me = { ...state, ...ticketFor(open, openid, rank, now) };
  // The seed names the voter within this poll, and cannot be read back.
  await countVisit(open.poll.id, input.channel ?? '', String(me.shuffleSeed), now);
  return done({
    poll: describePoll(open.poll, now),
    candidates: open.candidates.map(summariseCandidate),
    me,
    can: { cast: me.ballotsLeft > 0 },
  });
}

/** A ticket at any stage before the close, whether a ballot is left or not. */
function ticketFor(
  { poll, tickets }: OpenPoll,
  openid: string,
  rank: RiskRank | null,
  now: number,
): { ticket?: string } {
  if (poll.fairPlay === undefined || now >= poll.stages.verifying) return {};
  return { ticket: writeTicket(tickets, poll.id, openid, { openedAt: now, rank }) };
}

async function votingState({ poll }: OpenPoll, voter: Voter, now: number): Promise<Output['me']> {
  const period = periodAt(poll, Math.min(now, poll.stages.verifying - 1));
  const { ballotsPerPeriod } = poll.rules;
  const own = now < poll.stages.voting ? [] : await readOwnSlots(poll, voter, [period]);
  const isOpen = stageAt(poll, now) === 'voting';
  const ballotsLeft = isOpen ? ballotsPerPeriod - own.length : 0;
  const taken = new Set(own.map(({ nth }) => nth));
  return {
    ballotsLeft,
    period,
    nth: isOpen ? firstFreeSlot(taken, ballotsPerPeriod) : null,
    nextAt: ballotsLeft > 0 ? null : nextPeriodAt(poll, now),
    ballots: own.map(({ nth, choices }) => ({ nth, choices })),
    shuffleSeed: shuffleSeedOf(voter),
  };
}
