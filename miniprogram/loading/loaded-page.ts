// What every page does that shows what the cloud has: it asks when it is opened and each time it is come back to, when it is
// pulled down, and when the button under a failure is tapped. Of several requests only the newest speaks.
import { failureState, type FailureState } from '../components/page-state/page-state.view';
import { endPullDown } from '../phone/page';
import { goHome } from '../routes';
import type { Answer, Failure } from '../services/cloud';
import { serverNow } from '../stores/clock';

interface Options {
  /** What is shown of a failure; organisers' pages have other words. */
  stateOf?: (failure: Failure, now: number) => FailureState;
  /** What is shown already stays where asking again fails; true unless said otherwise. */
  isKept?: boolean;
  /** Whether it asks again each time it is come back to; true unless said otherwise. */
  resumes?: boolean;
  /** Where the page keeps what failed: instead of its view, or beside it in `failure`, with `kind` loading or stopped. */
  place?: 'view' | 'failure';
}

/** A page's state: `view` is loading, failed, empty, or what the page has to show. */
interface Stateful {
  data: { view?: object | null; failure?: { kind: string } | null };
  setData(change: object): void;
}

/** The page as its fragment sees it. */
interface LoadedPage<Data> extends Stateful {
  fetch(): Promise<Answer<Data>>;
  show(data: Data): void;
  fail(failure: Failure): unknown;
}

interface Loading {
  load(): Promise<void>;
}

/** What a page shows while it has nothing to show. */
const blank: ReadonlySet<unknown> = new Set(['loading', 'failed', 'empty']);

/** How many requests each page has made. */
const requests = new WeakMap<object, number>();

/** The answer to the newest request of a page; undefined for one that the page has asked past since. */
export async function newestOf<Value>(page: object, request: Promise<Value>): Promise<Value | undefined> {
  const mine = (requests.get(page) ?? 0) + 1;
  requests.set(page, mine);
  const value = await request;
  return requests.get(page) === mine ? value : undefined;
}

/**
 * The part of a page that loads. The page itself says what is asked (`fetch`) and how it is shown (`show`); it may say otherwise what
 * a failure does (`fail`) and what its state's button does (`tapState`).
 */
export function loadedPage({ stateOf = failureState, isKept = true, resumes = true, place = 'view' }: Options = {}) {
  const kindOf = ({ data }: Stateful): unknown => {
    const state = place === 'view' ? data.view : data.failure;
    return state && 'kind' in state ? state.kind : undefined;
  };
  return {
    onShow(this: Loading): void {
      if (resumes || !requests.has(this)) void this.load();
    },

    async onPullDownRefresh(this: Loading): Promise<void> {
      await this.load();
      endPullDown();
    },

    async load<Data>(this: LoadedPage<Data>): Promise<void> {
      const answer = await newestOf(this, this.fetch());
      if (answer?.ok) this.show(answer.data);
      else if (answer) await this.fail(answer.error);
    },

    fail(this: Stateful, failure: Failure): unknown {
      const state = stateOf(failure, serverNow());
      if (place === 'failure') this.setData({ kind: 'stopped', failure: state });
      else if (!isKept || blank.has(kindOf(this))) this.setData({ view: state });
      return undefined;
    },

    /** The button under a state: again after a failure, home where there is nothing. */
    tapState(this: Stateful & Loading): void {
      if (kindOf(this) === 'empty') goHome();
      else {
        this.setData(place === 'view' ? { view: { kind: 'loading' } } : { kind: 'loading', failure: null });
        void this.load();
      }
    },
  };
}

/** What a session that loads itself has to say, as an answer. @param loading ends with the failure, if it failed */
export async function answerOf(loading: Promise<Failure | undefined>): Promise<Answer<undefined>> {
  const error = await loading;
  return error ? { ok: false, error } : { ok: true, data: undefined, now: serverNow() };
}

/** The part of a page about one poll: its query names it. */
export const ofPoll = {
  pollId: '',
  onLoad(this: { pollId: string }, { id = '' }: { id?: string }): void {
    this.pollId = id;
  },
};
