import { asOfText, type WantedReminders } from '../../../components/reminder/reminder.view';
import type { PollReply } from '../../../services/polls';
import { type Phase, phaseOf } from './phase';
import { changeText, recordWords } from '../../../text/changes';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { Standing } from '../../../stores/receipts';
import { sealPlaceWords } from '../../../text/poll-page';

/** The place at the title: empty with two lines of words, or the seal of the period's newest ballot. */
export interface SealPlace {
  state: 'none' | 'received' | 'entered' | 'alarm';
  words: readonly string[];
  /** The same for a screen reader. */
  label: string;
}

/** Only what this phone has checked itself bears the filled seal. */
const seals = { received: 'received', counted: 'received', checked: 'entered', alarm: 'alarm' } as const;

/** What stands in the seal's place. @param standing how the newest ballot of the period stands, as this phone knows */
export function sealPlace(poll: PollReply['poll'], me: PollReply['me'], standing: Standing): SealPlace {
  if (me.ballots.length > 0) {
    return { state: seals[standing], words: [], label: sealPlaceWords.label[standing] };
  }
  const words = emptyWords(poll);
  return { state: 'none', words, label: words.join('') };
}

function emptyWords(poll: PollReply['poll']): readonly string[] {
  const phase = phaseOf(poll.stage);
  if (phase !== 'open') return sealPlaceWords[phase];
  return poll.rules.period === 'daily' ? sealPlaceWords.today : sealPlaceWords.once;
}

/** The way to the public record; with news for who has seen the poll before. */
export interface ChangesCard {
  isNews: boolean;
  text: string;
  latest: string;
  label: string;
}

/**
 * @param seen how many changes this phone's owner knows of
 * @returns null where nothing was changed since publishing
 */
export function changesCard({ poll, candidates }: PollReply, seen: number, now: number): ChangesCard | null {
  if (poll.changes === undefined) return null;
  const { count, latest } = poll.changes;
  const isNews = count > seen;
  const text = isNews ? recordWords.news(count - seen) : recordWords.count(count);
  const name = candidates.find(({ id }) => id === latest.candidateId)?.name;
  const newest = `${recordWords.latest(changeText(latest.what, name))} · ${momentText(latest.at, now)}`;
  return { isNews, text, latest: newest, label: `${text}，${newest}，${recordWords.see}` };
}

/**
 * What the poll page offers to remind of: before the vote its opening; once there is no ballot left now, what is to come. While
 * one can vote it offers nothing: the ballot comes first.
 */
export function wantedReminders({ poll, me, can, closedFor }: PollReply, phase: Phase): WantedReminders | null {
  const of = { pollId: poll.id, asOf: asOfText(poll.votingEndAt, poll.outcome?.notice) };
  if (phase === 'before') return closedFor === undefined ? { ...of, kinds: ['opening'] } : null;
  if (phase === 'after' || can.cast || me.ballots.length === 0) return null;
  // Whoever has voted for good is not called to vote on the last day.
  const kinds = ['notice', 'result', 'extended'] as const;
  return { ...of, kinds: poll.rules.period === 'daily' ? ['lastDay', ...kinds] : kinds };
}
