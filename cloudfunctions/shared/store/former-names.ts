// Documents keep the names that fields had when they were written. Whoever reads one gets today's name; whoever writes the field takes
// the former name away, or its text would come back once the field is left out.

const former = 'objection';
const today = 'objectionChannel';

/** What a field of a poll is called today that an older record names. */
export function nameOfToday(field: string): string {
  return field === former ? today : field;
}

/** The name that a field may still have in its poll's document; undefined where it never had another. */
export function formerName(field: string): string | undefined {
  return field === today ? former : undefined;
}

interface Named {
  [former]?: string;
  changes?: readonly { what: string }[];
  recent?: readonly { fields: readonly string[] }[];
}

/** A document of `polls` with today's names, in what it keeps of its changes too. */
export function withNamesOfToday<Document extends Named>(document: Document): Document {
  const { [former]: text, ...rest } = document;
  const { changes, recent } = document;
  return {
    ...(text === undefined ? {} : { [today]: text }),
    // A former name is none of a document's type, so nothing of the type is missing.
    ...(rest as unknown as Document),
    ...(changes && {
      changes: changes.map((each) => ({ ...each, what: each.what.split(',').map(nameOfToday).join(',') })),
    }),
    ...(recent && { recent: recent.map((each) => ({ ...each, fields: each.fields.map(nameOfToday) })) }),
  };
}
