import type { PollReply } from '../../../services/polls';

type Stage = PollReply['poll']['stage'];

/** Where the poll stands as seen from the vote. */
export type Phase = 'before' | 'open' | 'after';

/** The server's stage, as seen from the vote. */
export function phaseOf(stage: Stage): Phase {
  switch (stage) {
    case 'preparing':
    case 'nominating':
    case 'promoting':
      return 'before';
    case 'voting':
      return 'open';
    case 'verifying':
    case 'notice':
    case 'awarded':
    case 'archived':
    case 'ended':
      return 'after';
  }
}
