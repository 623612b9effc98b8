/** One index as `cloudfunctions/database.json` declares it; 1 ascends, -1 descends. */
export interface IndexDeclaration {
  name: string;
  unique: boolean;
  keys: [field: string, direction: 1 | -1][];
}

/** The collections and indexes that exist from the start: the parsed `cloudfunctions/database.json`. */
export interface DatabaseDeclaration {
  collections: Record<string, { indexes: IndexDeclaration[] }>;
}

/** The index that every collection has. The name is MongoDB's and shows up in E11000 messages. */
export const ID_INDEX: IndexDeclaration = { name: '_id_', unique: true, keys: [['_id', 1]] };
