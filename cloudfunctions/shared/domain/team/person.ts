import type { Role } from './access';

/** Somebody of a poll's team, as the others and the trail know them. No identity is in it. */
export interface Person {
  memberId: string;
  name: string;
  role: Role;
}

/** A person at an instant, epoch milliseconds. */
export interface Signed extends Person {
  at: number;
}
