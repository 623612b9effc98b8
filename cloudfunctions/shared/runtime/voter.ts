import type * as z from 'zod';
import type { Refusal, Reply } from '../contract/errors';
import type { Outcome } from '../contract/outcome';
import { voterContract, type VoterContract, type VoterProcedure } from '../contract/voter';
import { currentCaller } from '../platform/caller';
import { now } from '../platform/clock';
import { acceptsDevtools } from '../platform/environment';
import { castBallot } from '../usecases/cast-ballot';
import { enterGroup } from '../usecases/enter-group';
import { getCandidate } from '../usecases/get-candidate';
import { getPoll } from '../usecases/get-poll';
import { getStandings } from '../usecases/get-standings';
import { listMyBallots } from '../usecases/list-my-ballots';
import { listPolls } from '../usecases/list-polls';
import { locateBallot } from '../usecases/locate-ballot';
import { serve, type Procedure } from './serve';

interface Voter {
  openid: string;
}

type Answers = {
  [Name in VoterProcedure]: (
    input: z.output<VoterContract[Name]['input']>,
    voter: Voter,
  ) => Promise<Outcome<z.output<VoterContract[Name]['output']>>>;
};

const answers: Answers = {
  'poll.list': (input, { openid }) => listPolls(input, openid, now()),
  'poll.get': (input, { openid }) => getPoll(input, openid, now()),
  'candidate.get': (input) => getCandidate(input),
  'ballot.cast': (input, { openid }) => castBallot(input, openid, now()),
  'ballot.mine': (input, { openid }) => listMyBallots(input, openid, now()),
  'ballot.locate': (input, { openid }) => locateBallot(input, openid),
  'group.enter': (input, { openid }) => enterGroup(input, openid, now()),
  'standings.get': (input) => getStandings(input, now()),
};

const procedures: Record<string, Procedure<Voter>> = Object.fromEntries(
  Object.entries(voterContract).map(([name, { input }]) => [name, { input, answer: answers[name as VoterProcedure] }]),
);

/** Answers one event of the `voter` function. */
export function answerVoter(event: unknown): Promise<Reply<unknown>> {
  return serve(event, procedures, authorise);
}

/** Voters come through WeChat's client and through nothing else: no other function, no HTTP, no timer. */
function authorise(): Voter | Refusal {
  const { openid, source } = currentCaller();
  const isClient = source === 'wx_client' || (source === 'wx_devtools' && acceptsDevtools());
  if (isClient && openid !== '') return { openid };
  return {
    code: 'FORBIDDEN_SOURCE',
    message: 'only a person in WeChat’s client is served',
    details: { field: 'source' },
  };
}
