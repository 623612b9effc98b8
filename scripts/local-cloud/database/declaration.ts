import * as z from 'zod';

const indexSchema = z.strictObject({
  name: z.string().min(1),
  unique: z.boolean(),
  /** Fields in order; 1 ascends, -1 descends. */
  keys: z.array(z.tuple([z.string().min(1), z.union([z.literal(1), z.literal(-1)])])).min(1),
});

const declarationSchema = z.strictObject({
  // CloudBase takes at most 20 indexes for each collection, the one on _id among them.
  collections: z.record(z.string().min(1), z.strictObject({ indexes: z.array(indexSchema).max(19) })),
});

/** One index as a declaration has it. */
export type IndexDeclaration = z.infer<typeof indexSchema>;

/** The collections and indexes that exist from the start. */
export type DatabaseDeclaration = z.infer<typeof declarationSchema>;

/** Reads a parsed declaration; throws a sentence that names what is wrong in it. */
export function readDeclaration(value: unknown): DatabaseDeclaration {
  const parsed = declarationSchema.safeParse(value);
  if (!parsed.success) throw new Error(`the declaration of the database is wrong: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The index that every collection has. The name is MongoDB's and shows up in E11000 messages. */
export const ID_INDEX: IndexDeclaration = { name: '_id_', unique: true, keys: [['_id', 1]] };
