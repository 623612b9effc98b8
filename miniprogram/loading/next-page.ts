import type { Answer } from '../services/cloud';

/**
 * Fetches the page behind the ones a list shows. While it is under way, and where there is none, reaching the end asks nothing;
 * after a failure the next time does.
 * @param page keeps `next` of the last page; undefined when there is none
 * @param fetch the page behind a cursor; undefined when a newer request has taken its place
 */
export async function showNextPage<Data>(
  page: { cursor: string | undefined },
  fetch: (cursor: string) => Promise<Answer<Data> | undefined>,
  show: (data: Data) => void,
): Promise<void> {
  const { cursor } = page;
  if (cursor === undefined) return;
  page.cursor = undefined;
  const answer = await fetch(cursor);
  if (answer?.ok) show(answer.data);
  else page.cursor = cursor;
}
