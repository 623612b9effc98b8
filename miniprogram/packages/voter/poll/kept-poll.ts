import type { PollReply } from '../../../services/polls';

/** The newest reply of the poll that is open; the candidate page above it needs no call for what is known here. */
let newest: PollReply | undefined;

/** Remembers a poll's reply while its pages are open. */
export function rememberPoll(reply: PollReply): void {
  newest = reply;
}

/** The newest reply of this poll, if it is the one that is open. */
export function rememberedPoll(pollId: string): PollReply | undefined {
  return newest?.poll.id === pollId ? newest : undefined;
}
