import type { Choice } from '../choice-row/choice';

export interface Clash {
  field: string;
  label: string;
  theirs: string;
  mine: string;
  choices: Choice[];
}

/** Both sides of what two people have changed at once. */
export interface ConflictView {
  title: string;
  who: string;
  clashes: Clash[];
  isSettled: boolean;
}

export type Side = 'theirs' | 'mine';
