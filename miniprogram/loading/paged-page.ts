import type { Answer } from '../services/cloud';
import { newestOf } from './loaded-page';

interface PagedPage<Data> {
  cursor: string | undefined;
  fetch(cursor: string): Promise<Answer<Data>>;
  show(data: Data, isMore: boolean): void;
}

/**
 * The part of a page whose list goes on where its end is reached: `fetch` takes a cursor, `show` says where the next page begins.
 * While that is under way, and where there is none, reaching the end asks nothing; after a failure the next time does.
 */
export const pagedPage = {
  /** `next` of the last page; undefined when there is none. */
  cursor: undefined as string | undefined,
  async onReachBottom<Data>(this: PagedPage<Data>): Promise<void> {
    const { cursor } = this;
    if (cursor === undefined) return;
    this.cursor = undefined;
    const answer = await newestOf(this, this.fetch(cursor));
    if (answer?.ok) this.show(answer.data, true);
    else this.cursor = cursor;
  },
};
