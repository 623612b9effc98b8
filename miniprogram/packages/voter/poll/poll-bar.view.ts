import type { BarButton, BarView } from '../../../components/selection-bar/selection-bar.view';
import type { PollReply } from '../../../services/polls';
import { barWords } from '../../../text/choosing';
import { closedWords } from '../../../text/poll-page';
import { dateTimeText, momentText } from '../../../../cloudfunctions/shared/universal/times';
import { choosingBar } from './choosing-bar.view';
import type { BallotFrame } from './ballot-limits';
import { groupPollWords } from '../text/group-poll';
import { phaseOf } from './phase';

/** What the bar's button does when tapped. */
export type BarAction = 'review' | 'receipt' | 'results';

/** A bar with what its button does. */
export interface ActingBar {
  bar: BarView;
  action: BarAction;
}

/**
 * The bar of the poll page: choosing while a ballot is left, else what became of it or when one can vote.
 * @param choices candidate ids chosen so far
 * @param hasReceipt whether this phone can show the newest ballot's receipt
 * @param now the server's clock, epoch milliseconds
 */
export function pollBar(reply: PollReply, choices: readonly string[], hasReceipt: boolean, now: number): ActingBar {
  const { poll, me, can } = reply;
  if (can.cast) return { bar: choosingBar(frameOf(reply), choices, namesOf(reply)), action: 'review' };
  const phase = phaseOf(poll.stage);
  if (phase === 'before') {
    return saying(closedWords.before, closedWords.startsAt(momentText(poll.votingStartAt, now)));
  }
  if (phase === 'after') {
    return saying(closedWords.after, closedWords.endedAt(dateTimeText(poll.votingEndAt)), 'results');
  }
  if (reply.closedFor !== undefined) {
    const { title, second } = groupPollWords[reply.closedFor];
    return saying(title, second);
  }
  return saying(
    doneTitle(poll.rules),
    me.nextAt === null ? countsText(poll.countPolicy) : barWords.againAt(momentText(me.nextAt, now)),
    hasReceipt ? 'receipt' : 'results',
    me.ballots.length > 0,
  );
}

/** The rules, candidates and cast ballots within which a ballot is filled in. */
export function frameOf({ poll, candidates, me }: PollReply): BallotFrame {
  return { rules: poll.rules, measure: poll.measure, candidates, ballots: me.ballots };
}

/** Names by candidate id. */
export function namesOf({ candidates }: PollReply): Map<string, string> {
  return new Map(candidates.map(({ id, name }) => [id, name]));
}

/** What one may wait for, as this poll's rules have it: nobody waits for the end where the counts are open now. */
function countsText(policy: PollReply['poll']['countPolicy']): string {
  return policy.kind === 'daily' ? barWords.counts.daily(policy.at) : barWords.counts[policy.kind];
}

function doneTitle({ period, ballotsPerPeriod }: PollReply['poll']['rules']): string {
  return ballotsPerPeriod === 1 ? barWords.done.one[period] : barWords.done.many[period](ballotsPerPeriod);
}

function saying(title: string, second: string, action?: 'receipt' | 'results', isSealed = false): ActingBar {
  const button: BarButton | null =
    action === undefined
      ? null
      : {
          lead: '',
          text: barWords[action],
          wide: barWords[action],
          label: barWords[action],
          isReady: true,
          look: 'quiet',
        };
  return { bar: { kind: 'saying', isSealed, title, second, slots: [], button }, action: action ?? 'results' };
}
