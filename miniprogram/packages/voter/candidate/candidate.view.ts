import type { BarView } from '../../../components/selection-bar/selection-bar.view';
import type { CandidateReply, PollReply } from '../../../services/polls';
import { participationOf } from '../../../../cloudfunctions/shared/universal/participation';
import { candidateWords, criterionNames } from '../../../text/candidate-page';
import { candidateBarWords } from '../../../text/choosing';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { becameWords } from '../../../text/outcome-card';
import { toggleChoice } from '../poll/ballot-limits';
import { choosingBar } from '../poll/choosing-bar.view';
import { frameOf, namesOf, pollBar } from '../poll/poll-bar.view';

type Criterion = CandidateReply['candidate']['criteria'][number]['criterion'];

const criterionIcons: Readonly<Record<Criterion, string>> = {
  innovation: 'lightbulb',
  effectiveness: 'chart-rows',
  satisfaction: 'smile',
  sustainability: 'refresh',
};

/** A candidate's pictures and words. */
export interface CandidateView {
  number: string;
  name: string;
  origin: string;
  sentence: string;
  /** Said at the top when the candidate takes no votes, else ''. */
  notice: string;
  /** What became of it behind the vote; null for nothing yet, and for those who did not win. */
  became: { text: string; isRevoked: boolean } | null;
  /** It was awarded, and that stands. */
  hasCertificate: boolean;
  pictures: { src: string; label: string }[];
  video: string;
  videoLabel: string;
  /** What there is to say at length, '' for nothing. */
  detail: string;
  facts: { figure: string; unit: string; label: string }[];
  /** The way to the poll, which a shared link has not come by. */
  toPoll: string;
  /** A group's poll and a candidate that takes no votes have none. */
  hasPoster: boolean;
  criteria: { icon: string; name: string; text: string }[];
}

/** What the candidate page shows; the poll's rules know the groups' names. @param now the server's time, epoch milliseconds */
export function candidateView({ candidate }: CandidateReply, { poll }: PollReply, now: number): CandidateView {
  const { name, unit, sentence, detail = '', facts } = candidate;
  const participation = participationOf(candidate);
  const group = poll.rules.groups?.find(({ id }) => id === candidate.group)?.name ?? '';
  const sources = candidate.pictures.length > 0 ? candidate.pictures : [candidate.picture ?? ''];
  return {
    number: plateText(candidate.number),
    name,
    origin: candidateWords.origin(group, unit),
    sentence,
    notice:
      participation === 'standing'
        ? ''
        : candidateWords[participation](poll.measure, candidate.standing?.reason ?? '', candidate.standing?.isAlone),
    became: becameOf(candidate.id, poll, now),
    hasCertificate: isAwarded(candidate.id, poll),
    pictures: sources.map((src, at) => ({ src, label: candidateWords.pictureOf(at + 1, sources.length, name) })),
    video: candidate.video ?? '',
    videoLabel: candidateWords.video(name),
    detail,
    facts,
    toPoll: candidateWords.toPoll(poll.title),
    hasPoster: poll.isForGroups !== true && participation === 'standing',
    criteria: candidate.criteria.map(({ criterion, text }) => ({
      icon: criterionIcons[criterion],
      name: criterionNames[criterion],
      text,
    })),
  };
}

function becameOf(id: string, { outcome, callOff }: PollReply['poll'], now: number): CandidateView['became'] {
  const winner = outcome?.winners.find(({ candidate }) => candidate === id);
  if (outcome === undefined || winner === undefined || callOff !== undefined) return null;
  if (outcome.revoked.includes(id)) return { text: becameWords.revoked, isRevoked: true };
  const { rank, level } = winner;
  const isUp = now < (outcome.notice?.until ?? 0);
  const said = outcome.awardedAt !== undefined ? 'awarded' : isUp ? 'toBe' : 'waits';
  return { text: becameWords[said](rank, level), isRevoked: false };
}

function isAwarded(id: string, { outcome, callOff }: PollReply['poll']): boolean {
  if (outcome?.awardedAt === undefined || callOff !== undefined || outcome.revoked.includes(id)) return false;
  return outcome.winners.some(({ candidate }) => candidate === id);
}

/** What the bar's button does here: choose this candidate or take it back, else as on the poll page. */
export type CandidateAction = 'toggle' | 'back';

/** The poll's bar with a button that chooses this one candidate. */
export function candidateBar(
  reply: PollReply,
  candidateId: string,
  choices: readonly string[],
  now: number,
): { bar: BarView; action: CandidateAction } {
  const { bar } = pollBar(reply, choices, false, now);
  const plain = {
    lead: '',
    text: candidateBarWords.plain,
    label: candidateBarWords.plain,
    isReady: true,
    look: 'quiet',
  } as const;
  if (!reply.can.cast) return { bar: { ...bar, button: plain }, action: 'back' };
  const frame = frameOf(reply);
  if (choices.includes(candidateId)) {
    const text = candidateBarWords.takeBack;
    return {
      bar: {
        ...choosingBar(frame, choices, namesOf(reply)),
        button: { lead: '', text, label: text, isReady: true, look: 'quiet' },
      },
      action: 'toggle',
    };
  }
  const step = toggleChoice(frame, choices, candidateId);
  if (!step.ok && (step.obstacle.kind === 'withdrawn' || step.obstacle.kind === 'capReached')) {
    return { bar: { ...bar, button: plain }, action: 'back' };
  }
  const text = candidateBarWords.choose(reply.poll.measure);
  return { bar: { ...bar, button: { lead: '', text, label: text, isReady: true, look: 'primary' } }, action: 'toggle' };
}
