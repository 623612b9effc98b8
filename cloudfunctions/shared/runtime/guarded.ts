import type { AnswerTo } from '../contract/answered';
import { authoriseMember } from '../usecases/team/authorise-member';
import { refuseUndeclared } from '../usecases/team/open-to-juror';
import type { Input, Member, TeamContract, TeamProcedure } from '../usecases/team/member';
import type { GuardedProcedure } from '../domain/team/access';
import type { Person } from './person';
import type { Procedure } from './serve';

/** A procedure of a poll's team. One that the access table has no line for does not compile here. */
type Bound = TeamProcedure & GuardedProcedure;

/** What each of some procedures answers to a member of the poll's team. */
export type BoundAnswers<Name extends Bound> = {
  [Each in Name]: (input: Input<Each>, member: Member) => Promise<AnswerTo<TeamContract[Each]>>;
};

/**
 * Finds the caller in the poll's team and asks the access table, and of a juror whether recusals are declared, before the use case
 * sees anything.
 */
function guarded(name: Bound, answer: Procedure<Member>['answer']): Procedure<Person>['answer'] {
  return async (input: { pollId: string }, { openid }: Person) => {
    const authorised = await authoriseMember(input.pollId, openid, name);
    if (!authorised.ok) return authorised;
    const closed = await refuseUndeclared(authorised.member, name);
    if (closed) return closed;
    // The schema that parsed the input is the one that this name declares for its answer.
    return answer(input as never, authorised.member);
  };
}

/** What a function's table of procedures has for those of a poll's team. */
export function boundProcedures<Name extends Bound>(
  contract: Readonly<Record<Name, Pick<Procedure<Person>, 'input'>>>,
  answers: BoundAnswers<Name>,
): Record<string, Procedure<Person>> {
  // Both tables have the same names.
  const names = Object.keys(contract) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, { input: contract[name].input, answer: guarded(name, answers[name]) }]),
  );
}
