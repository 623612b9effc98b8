import { participationOf } from '../../../../cloudfunctions/shared/universal/participation';
import { candidateWords } from '../../../text/candidate-page';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { hostLines } from '../../../text/poll-texts';
import { timelineWords } from '../../../text/timeline';
import type { CandidateView } from '../candidate/candidate.view';
import { deadline, type Deadline } from '../poll/deadline.view';
import { phaseOf } from '../poll/phase';
import type { ResultsView } from '../results/results.view';
import type { KnownPoll } from './known-poll';

export interface CandidatePage {
  kind: 'candidate';
  story: CandidateView;
  /** When the figures of the story are from; '' where no count was released. */
  asOf: string;
  title: string;
  /** Who is behind it, a line for each. */
  hosts: string[];
  deadline: Deadline;
  guide: string;
}

/** One candidate as a page alone in the timeline shows it; null where the poll has no such. */
export function candidatePage(
  poll: KnownPoll,
  results: ResultsView | null,
  candidateId: string,
  now: number,
): CandidatePage | null {
  const candidate = poll.candidates.find(({ id }) => id === candidateId);
  if (candidate === undefined) return null;
  const { name, unit, sentence, number, picture = '', group } = candidate;
  const participation = participationOf(candidate);
  const groupName = poll.rules.groups?.find(({ id }) => id === group)?.name ?? '';
  const phase = phaseOf(poll.stage);
  const facts = phase === 'before' ? [] : figuresOf(results, candidateId);
  return {
    kind: 'candidate',
    story: {
      number: plateText(number),
      name,
      origin: candidateWords.origin(groupName, unit),
      sentence,
      detail: '',
      became: null,
      hasCertificate: false,
      notice: participation === 'standing' ? '' : candidateWords[participation](poll.measure, ''),
      pictures: [{ src: picture, label: candidateWords.pictureOf(1, 1, name) }],
      video: '',
      videoLabel: '',
      facts,
      toPoll: '',
      hasPoster: false,
      criteria: [],
    },
    asOf: facts.length > 0 && results?.kind === 'ready' ? `${results.asOfLabel} ${results.asOf}` : '',
    title: poll.title,
    hosts: hostLines(poll),
    deadline: deadline(poll, now),
    guide: phase === 'after' ? timelineWords.guideAfter : timelineWords.guide,
  };
}

function figuresOf(results: ResultsView | null, candidateId: string): CandidateView['facts'] {
  if (results?.kind !== 'ready') return [];
  const row = [...results.inside, ...results.outside].find(({ id }) => id === candidateId);
  if (row === undefined) return [];
  return [
    { figure: row.rank, unit: '', label: timelineWords.place },
    { figure: row.votes, unit: '', label: timelineWords.votes },
    { figure: row.share, unit: '', label: timelineWords.share },
  ];
}
