/** One of several that exclude each other. */
export interface Choice {
  id: string;
  name: string;
  isChosen: boolean;
}

/** The choices of a row, with the one that is chosen, if one is. */
export function choices<Id extends string>(names: Readonly<Record<Id, string>>, chosen: Id | undefined): Choice[] {
  return Object.entries<string>(names).map(([id, name]) => ({ id, name, isChosen: id === chosen }));
}
