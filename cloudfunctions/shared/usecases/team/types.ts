import type * as z from 'zod';
import type { AnswerTo } from '../../contract/answered';
import type { OrganiserContract, OrganiserProcedure } from '../../contract/organiser';
import type { Person, Signed } from '../../domain/team/person';
import type { Staff } from '../../store/team/staff';

/** A procedure's input as the runtime parsed it. */
export type Input<P extends OrganiserProcedure> = z.output<OrganiserContract[P]['input']>;

export type Answer<P extends OrganiserProcedure> = Promise<AnswerTo<OrganiserContract[P]>>;

/** Who calls, after the runtime has found them in the team and the access table allowed it. */
export type Member = Staff;

/** The same as others may know them. */
export function personOf({ memberId, name, role }: Member): Person {
  return { memberId, name, role };
}

/** @param at epoch milliseconds */
export function signedBy(member: Member, at: number): Signed {
  return { ...personOf(member), at };
}
