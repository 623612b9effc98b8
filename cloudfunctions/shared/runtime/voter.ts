import type * as z from 'zod';
import type { Reply } from '../contract/errors';
import type { AnswerTo } from '../contract/answered';
import { voterContract, type VoterContract, type VoterProcedure } from '../contract/voter';
import { now } from '../platform/clock';
import { castBallot } from '../usecases/voting/cast-ballot';
import { enterGroup } from '../usecases/voting/enter-group';
import { getCandidate } from '../usecases/poll/get-candidate';
import { getPoll } from '../usecases/poll/get-poll';
import { getStandings } from '../usecases/counting/get-standings';
import { listChanges } from '../usecases/poll/list-changes';
import { listMyBallots } from '../usecases/counting/list-my-ballots';
import { listPolls } from '../usecases/poll/list-polls';
import { locateBallot } from '../usecases/counting/locate-ballot';
import { authorisePerson, type Person } from './person';
import { serve, type Procedure } from './serve';

type Answers = {
  [Name in VoterProcedure]: (
    input: z.output<VoterContract[Name]['input']>,
    voter: Person,
  ) => Promise<AnswerTo<VoterContract[Name]>>;
};

const answers: Answers = {
  'poll.list': (input, { openid }) => listPolls(input, openid, now()),
  'poll.get': (input, person) => getPoll(input, person, now()),
  'poll.changes': (input) => listChanges(input),
  'candidate.get': (input) => getCandidate(input),
  'ballot.cast': (input, person) => castBallot(input, person, now()),
  'ballot.mine': (input, { openid }) => listMyBallots(input, openid, now()),
  'ballot.locate': (input, { openid }) => locateBallot(input, openid),
  'group.enter': (input, { openid }) => enterGroup(input, openid, now()),
  'standings.get': (input) => getStandings(input, now()),
};

const procedures: Record<string, Procedure<Person>> = Object.fromEntries(
  Object.entries(voterContract).map(([name, { input }]) => [name, { input, answer: answers[name as VoterProcedure] }]),
);

/** Answers one event of the `voter` function. */
export function answerVoter(event: unknown): Promise<Reply<unknown>> {
  return serve(event, procedures, authorisePerson);
}
