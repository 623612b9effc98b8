import type { PollReply } from '../../../services/polls';
import { dateText, endText } from '../../../../cloudfunctions/shared/universal/times';
import { outcomeCardWords } from '../../../text/outcome-card';
import { phaseOf } from './phase';

/** The way to who is to be awarded, or is. */
export interface OutcomeCard {
  text: string;
  detail: string;
  /** For a screen reader. */
  label: string;
  to: 'notice' | 'awards';
  /** It is behind its announced time. */
  isLate: boolean;
}

/** @returns null while there is nothing to say yet, and where the result comes by itself */
export function outcomeCard({ poll }: Pick<PollReply, 'poll'>, now: number): OutcomeCard | null {
  const { outcome, callOff, timeline, measure, stage } = poll;
  const words = outcomeCardWords;
  const card = (text: string, detail: string, to: OutcomeCard['to'] = 'notice', isLate = false): OutcomeCard => ({
    text,
    detail,
    label: `${text}，${detail}`,
    to,
    isLate,
  });
  if (callOff !== undefined) return card(words.calledOff, words.reason(callOff.reason));
  if (outcome?.awardedAt !== undefined) {
    const { winners, revoked } = outcome;
    return card(
      words.awarded(winners.length, measure),
      revoked.length === 0 ? words.toAwards : words.revoked(revoked.length, measure),
      'awards',
    );
  }
  const late = timeline.find((entry) => entry.isLate === true);
  const lateText =
    late === undefined ? '' : words.late[late.stage === 'notice' ? 'notice' : 'award'](dateText(late.startAt, now));
  if (outcome?.notice === undefined) {
    return phaseOf(stage) === 'after' && late !== undefined ? card(words.notYet, lateText, 'notice', true) : null;
  }
  const { until, n } = outcome.notice;
  if (now < until) return card(n > 1 ? words.upAgain : words.up, words.until(endText(until, now)));
  return card(words.over, late === undefined ? words.waits : lateText, 'notice', late !== undefined);
}
