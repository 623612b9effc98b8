import { connect } from '../../scripts/connect';

/** All documents of a collection that match, in pages, by id. */
export async function readAll<Document extends { _id: string }>(
  url: string,
  collection: string,
  condition: object = {},
): Promise<Document[]> {
  const db = connect(url).database();
  const found: Document[] = [];
  for (;;) {
    const last = found.at(-1)?._id;
    const page: { data: Document[] } = await db
      .collection(collection)
      .where(last === undefined ? condition : { ...condition, _id: db.command.gt(last) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get();
    found.push(...page.data);
    if (page.data.length < 1000) return found;
  }
}
