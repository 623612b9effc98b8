import type * as z from 'zod';
import type { AnswerTo } from '../../contract/answered';
import type { DocumentsContract } from '../../contract/documents';
import type { OrganiserContract } from '../../contract/organiser';
import type { Person, Signed } from '../../domain/team/person';
import type { Staff } from '../../store/team/staff';

/** What a poll's team may ask, of whichever function. */
export type TeamContract = OrganiserContract & DocumentsContract;
export type TeamProcedure = keyof TeamContract;

/** A procedure's input as the runtime parsed it. */
export type Input<P extends TeamProcedure> = z.output<TeamContract[P]['input']>;

export type Answer<P extends TeamProcedure> = Promise<AnswerTo<TeamContract[P]>>;

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
