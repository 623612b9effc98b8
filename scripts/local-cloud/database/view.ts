import type { Collection } from './collection';
import { find, type Found, type Search } from './finder';
import type { Document } from './wire';

/** How a request sees and changes the documents: as they are, or as its transaction has them. */
export interface View {
  find(collection: Collection, search: Search): Found[];
  /** Each of these throws the refusal that the database gives, having changed nothing. */
  insert(collection: Collection, document: Document): void;
  replace(collection: Collection, found: Found, next: Document): void;
  remove(collection: Collection, found: Found): void;
}

/** The documents as they are; changes take place at once, within the caller's commit. */
export const plainView: View = {
  find,
  insert: (collection, document) => collection.insert(document),
  replace: (collection, found, next) => collection.replace(rowOf(found), found.document(), next),
  remove: (collection, found) => collection.remove(rowOf(found), found.document()),
};

function rowOf({ row }: Found): number {
  if (row === undefined) throw new Error('a document of a transaction was changed outside it');
  return row;
}
