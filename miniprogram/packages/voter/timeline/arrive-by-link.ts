import { isSinglePage, noteChannel, shareWithTicket, type Arrival } from '../../../phone/arrival';
import { endFollowing, followLook } from '../../../stores/look-aware';

/** What a page alone in the timeline shows, and how often somebody has asked to see it anew. */
export interface SinglePage {
  pollId: string;
  /** '' for the poll itself. */
  candidateId: string;
  round: number;
}

/** What makes the page look again. */
export function lookAgain(alone: SinglePage): SinglePage {
  return { ...alone, round: alone.round + 1 };
}

interface Arriving {
  setData(change: { isElder: boolean; isSimple: boolean } | { alone: SinglePage }): void;
}

/**
 * What a page does that cards, links and codes lead to: it notes by which channel one came and follows the text size. In the timeline
 * it stands alone, and the cloud would refuse every call: then `alone` says what to read from the public files.
 */
export function arrive(page: Arriving, arrival: Arrival): void {
  noteChannel(arrival);
  shareWithTicket();
  followLook(page, ({ elder, isSimple }) => {
    page.setData({ isElder: elder, isSimple });
  });
  const { pollId, candidateId } = arrival;
  if (isSinglePage()) page.setData({ alone: { pollId, candidateId, round: 0 } });
}

/** The page is closed. */
export function depart(page: object): void {
  endFollowing(page);
}
