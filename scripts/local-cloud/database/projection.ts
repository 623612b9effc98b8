import { Query } from 'mingo';
import { notOffered } from './refusal';
import { isPlainObject, type Document } from './wire';

/** Refuses projections that mingo and MongoDB do not read alike. */
export function checkProjection(spec: Document): void {
  const ways = new Set<boolean>();
  for (const [field, want] of Object.entries(spec)) {
    if (isPlainObject(want)) {
      const operator = Object.keys(want)[0] ?? '{}';
      if (operator !== '$slice') throw notOffered(`the projection operator ${operator}`);
      continue;
    }
    if (want !== 0 && want !== 1 && typeof want !== 'boolean')
      throw notOffered(`a projection other than 0 or 1 (at '${field}')`);
    if (field !== '_id') ways.add(Boolean(want));
  }
  if (ways.size > 1) throw notOffered('a projection that both includes and excludes');
}

/** The document reduced to the fields that the projection asks for. */
export function project(document: Document, spec: Document): Document {
  const [projected] = new Query({}).find<Document>([document], spec).all();
  return projected ?? {};
}
