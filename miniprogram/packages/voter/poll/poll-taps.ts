import { scrollPage } from '../../../phone/page';
import { openCandidate, openChangeRecord, openAwards, openNotice, openObjections, openPoster } from '../../../routes';
import type { PollSession } from './poll-session';

type WithId = WechatMiniprogram.CustomEvent<{ id: string }>;
type Found = WechatMiniprogram.CustomEvent<{ group?: string; query?: string; isSearching?: boolean }>;

interface PollPage {
  pollId: string;
  session: PollSession;
}

/** The part of the poll page that passes taps on: candidates are found and chosen, and other pages are opened. */
export const pollTaps = {
  choose(this: PollPage, { detail }: WithId): void {
    this.session.toggle(detail.id);
  },

  remove(this: PollPage, { detail }: WithId): void {
    this.session.remove(detail.id);
  },

  /** Why the ballot cannot be cast yet. */
  lack(this: PollPage): void {
    this.session.explain();
  },

  async find(this: PollPage, { detail }: Found): Promise<void> {
    this.session.find(detail);
    // Another list is read from its beginning; while one types it stays where it is.
    if (detail.query === undefined) await scrollPage('#candidates');
  },

  open(this: PollPage, { detail }: WithId): void {
    openCandidate(this.pollId, detail.id);
  },

  toChanges(this: PollPage): void {
    openChangeRecord(this.pollId);
  },

  toOutcome(this: PollPage, { detail }: WechatMiniprogram.CustomEvent<{ to: 'notice' | 'awards' }>): void {
    if (detail.to === 'awards') openAwards(this.pollId);
    else openNotice(this.pollId);
  },

  toObjections(this: PollPage): void {
    openObjections(this.pollId);
  },

  toPoster(this: PollPage): void {
    openPoster(this.pollId);
  },

  findAll(this: PollPage): void {
    this.session.find({ group: '', query: '', isSearching: false });
  },
};
