import type * as z from 'zod';
import type { ballotCast } from '../../contract/voting';
import { done, refuse, type AnswerTo, type Refused } from '../../contract/answered';
import { checkChoices, type ChoicesRefusal } from '../../domain/voting/choices';
import { networkOf } from '../../domain/fairplay/network';
import { readTicket } from '../../domain/fairplay/ticket';
import { traceOf, type Trace } from '../../domain/fairplay/trace';
import { dayOf, startOfHour } from '../../universal/day';
import { isPeriodOf, nextPeriodAt, periodAt, type Period } from '../../universal/period';
import { readPass, type Pass } from '../../domain/voting/pass';
import { nextStep, type Place } from '../../domain/voting/place';
import { markOf, tagOf, type Voter } from '../../domain/voting/slot';
import { stageAt } from '../../universal/stage';
import { ballotId, insertBallot, type Ballot } from '../../store/voting/ballots';
import { DatabaseFault } from '../../store/fault';
import { callForBallot } from '../scheduling/call-scheduler';
import { explainAbsence } from '../poll/explain-absence';
import { openPoll, type OpenPoll } from '../poll/open-poll';
import { readOwnSlots } from './own-slots';
import { writeReceipt } from './write-receipt';

type Input = z.output<typeof ballotCast.input>;
type Answer = AnswerTo<typeof ballotCast>;

/** Who casts, as the platform tells it. */
interface Voting {
  openid: string;
  address: string;
}

/** The codes of a refusal that is known before any database call. */
type CastRefusal = 'POLL_NOT_OPEN' | 'PERIOD_OVER' | 'PASS_NEEDED' | 'PASS_EXPIRED' | ChoicesRefusal['code'];

/** One wish to cast, as this use case passes it along. */
interface Cast {
  open: OpenPoll;
  voter: Voter;
  address: string;
  input: Input;
  period: Period;
  /** What the pass says, in a poll of chat groups: null for none that is this voter's. Undefined in any other poll. */
  pass: Pass | 'expired' | null | undefined;
  now: number;
}

/**
 * Casts one ballot: one insert when the place is free. A repeated castId gets the receipt of the ballot it made,
 * also after midnight, after the end, or when a candidate was withdrawn in between.
 * @param now epoch milliseconds, the server's
 * @throws DatabaseFault when the outcome is unknown; the same cast may be repeated
 */
export async function castBallot(input: Input, { openid, address }: Voting, now: number): Promise<Answer> {
  const open = await openPoll(input.pollId);
  if (open === null) return explainAbsence(input.pollId);
  const { poll } = open;

  const period = input.period ?? periodAt(poll, Math.min(now, poll.stages.verifying - 1));
  if (!isPeriodOf(poll, period) && now >= poll.stages.voting) {
    const expected = poll.rules.period === 'once' ? '"once"' : 'a day of the vote';
    return refuse('INVALID_INPUT', `period: ${expected}`, { field: 'period', expected });
  }

  const voter = { mac: open.mac, openid };
  const cast = { open, voter, address, input, period, pass: passOf(poll, voter, input, now), now };
  const refused = refusalOf(cast);
  if (refused === null) return insert(cast);
  return mayHaveBeenCast(refused, cast) ? ((await earlierReceipt(cast)) ?? refused) : refused;
}

/** Why this cast makes no new ballot, before any database call; null when it may. */
function refusalOf(cast: Cast): Refused<CastRefusal> | null {
  const { open, input, period, now } = cast;
  const { poll, candidateById } = open;
  const stage = stageAt(poll, now);
  if (stage !== 'voting') {
    const { voting: votingStartAt, verifying: votingEndAt } = poll.stages;
    return refuse('POLL_NOT_OPEN', `the poll is ${stage}`, { stage, votingStartAt, votingEndAt });
  }
  const current = periodAt(poll, now);
  if (period !== current) {
    const details = { field: 'period', period: current, nextAt: nextPeriodAt(poll, now) };
    return period < current
      ? refuse('PERIOD_OVER', `${period} is over, it is ${current} now`, details)
      : refuse('INVALID_INPUT', `period: it is ${current} now`, { ...details, expected: current });
  }
  const noPass = passRefusal(cast);
  if (noPass) return noPass;
  const fault = checkChoices(poll.rules, candidateById, input.choices);
  return fault && { ok: false, error: fault };
}

function passOf({ chatGroups }: OpenPoll['poll'], voter: Voter, { pass }: Input, now: number): Cast['pass'] {
  if (chatGroups === undefined) return undefined;
  return pass === undefined ? null : readPass(voter, pass, chatGroups, now);
}

/** In a poll of chat groups: why the pass that came with the cast does not do. */
function passRefusal({ pass }: Cast): Refused<'PASS_NEEDED' | 'PASS_EXPIRED'> | null {
  if (pass === null) return refuse('PASS_NEEDED', 'only members of its chat groups vote here', { field: 'pass' });
  if (pass === 'expired') return refuse('PASS_EXPIRED', 'the pass is over', { field: 'pass' });
  return null;
}

/** Facts that can have come true between a cast and its retry. */
function mayHaveBeenCast(refused: Refused<CastRefusal>, { open: { poll }, now }: Cast): boolean {
  switch (refused.error.code) {
    case 'PERIOD_OVER':
    case 'CANDIDATE_WITHDRAWN':
    case 'PASS_NEEDED':
    case 'PASS_EXPIRED':
      return true;
    case 'POLL_NOT_OPEN':
      return now >= poll.stages.verifying;
    default:
      return false;
  }
}

async function earlierReceipt({ open: { poll }, voter, input, period }: Cast): Promise<Answer | null> {
  const own = await readOwnSlots(poll, voter, [period]);
  const ballot = own.find(({ castId }) => castId === input.castId);
  return ballot ? done({ receipt: writeReceipt(ballot, ballot.nth) }) : null;
}

async function insert(cast: Cast): Promise<Answer> {
  const { poll } = cast.open;
  const { ballotsPerPeriod } = poll.rules;
  const marks = capMarks(cast);
  const trace = traceLeft(cast);
  let place: Place = { nth: Math.min(cast.input.nth ?? 1, ballotsPerPeriod), k: 1 };

  callForBallot(poll);
  // Each lost race means that another ballot of this voter took the place, so the places bound the attempts.
  for (let attempts = ballotsPerPeriod + marks.length + 1; attempts > 0; attempts--) {
    const ballot = { ...ballotAt(cast, place, marks), ...(trace && { trace }) };
    if (await insertBallot(ballot)) return done({ receipt: writeReceipt(ballot, place.nth) });

    const own = await readOwnSlots(poll, cast.voter, [cast.period]);
    const step = nextStep(own, cast.input.castId, ballotsPerPeriod, marks);
    switch (step.kind) {
      case 'cast already':
        return done({ receipt: writeReceipt(step.ballot, step.ballot.nth) });
      case 'no slot left':
        return noSlotLeft(cast);
      case 'cap reached':
        return capReached(cast);
      case 'try':
        place = step.place;
    }
  }
  throw new DatabaseFault('no place could be won or found taken');
}

function ballotAt({ open: { poll }, voter, input, period, pass, now }: Cast, place: Place, marks: string[]): Ballot {
  const tag = tagOf(voter, period, place.nth);
  return {
    pollId: poll.id,
    tag,
    period,
    choices: [...input.choices].sort(),
    castId: input.castId,
    mark: marks[place.k - 1] ?? ballotId(poll.id, tag),
    hour: startOfHour(now),
    ...(input.channel === undefined ? {} : { channel: input.channel }),
    ...(pass && pass !== 'expired' ? { chatGroup: pass.chatGroup } : {}),
  };
}

/** What the ballot keeps for a while where the rules say so: made of the call itself, without asking anybody. */
function traceLeft({
  open: { poll, tickets, networkName },
  voter: { openid },
  address,
  input,
  now,
}: Cast): Trace | undefined {
  if (networkName === undefined) return undefined;
  const ticket = readTicket(tickets, poll.id, openid, input.ticket, now);
  const network = networkOf(address);
  return traceOf(ticket, network && networkName(dayOf(now), network), now);
}

/** The marks of the votes 1 … cap for the chosen candidate; none where the rules have no cap. */
function capMarks({ open: { poll }, voter, input, period }: Cast): string[] {
  const [candidateId = ''] = input.choices;
  return Array.from({ length: poll.rules.perCandidate ?? 0 }, (_, index) =>
    ballotId(poll.id, markOf(voter, period, candidateId, index + 1)),
  );
}

function noSlotLeft({ open: { poll }, period, now }: Cast): Answer {
  const details = { period, nextAt: nextPeriodAt(poll, now) };
  return poll.rules.ballotsPerPeriod === 1
    ? refuse('ALREADY_VOTED', 'the ballot of this period is cast', details)
    : refuse('NO_BALLOT_LEFT', 'all ballots of this period are cast', {
        ...details,
        ballotsPerPeriod: poll.rules.ballotsPerPeriod,
      });
}

function capReached({ open: { poll }, input, period, now }: Cast): Answer {
  const [candidateId = ''] = input.choices;
  return refuse('ALREADY_VOTED_FOR', 'this candidate has all the votes of this period that one voter may give', {
    field: 'choices.0',
    candidateId,
    cap: poll.rules.perCandidate ?? 0,
    period,
    nextAt: nextPeriodAt(poll, now),
  });
}
