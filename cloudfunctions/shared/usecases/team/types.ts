import type * as z from 'zod';
import type { OrganizerContract, OrganizerOutput, OrganizerProcedure } from '../../contract/organizer';
import type { Answered } from '../../contract/answered';
import type { Person, Signed } from '../../domain/team/person';
import type { Staff } from '../../store/team/staff';

/** A procedure's input as the runtime parsed it. */
export type Input<P extends OrganizerProcedure> = z.output<OrganizerContract[P]['input']>;

export type Answer<P extends OrganizerProcedure> = Promise<Answered<OrganizerOutput<P>>>;

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
