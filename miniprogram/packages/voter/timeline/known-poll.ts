import { hostNames, textsOf, type HostTexts } from '../../../../cloudfunctions/shared/universal/poll-fields';
import { usualStep } from '../../../../cloudfunctions/shared/universal/public-count';
import { stageAt, timeline } from '../../../../cloudfunctions/shared/universal/stage';
import type { PollReply } from '../../../services/polls';
import { publicPicture } from '../../../public-picture';
import type { BoardCandidate, BoardStandings, PublicPoll } from '../../../services/public-files';
import type { Standings } from '../../../services/standings';

type WholePoll = PollReply['poll'];
type Candidate = PollReply['candidates'][number];

type Told =
  | keyof HostTexts
  | 'id'
  | 'title'
  | 'cover'
  | 'stage'
  | 'timeline'
  | 'votingStartAt'
  | 'votingEndAt'
  | 'seats'
  | 'lot'
  | 'measure';

/** What the public files tell of a poll, in the words of the cloud's own reply, so that the app's views can show it. */
export interface KnownPoll extends Pick<WholePoll, Told> {
  countPolicy: Pick<WholePoll['countPolicy'], 'kind'>;
  rules: { groups: readonly { id: string; name: string }[] | undefined };
  candidates: Candidate[];
}

/** @param now epoch milliseconds */
export function knownPoll({ poll }: PublicPoll, now: number): KnownPoll {
  const { id, title, cover, stages, seats, lot, measure = '项', countPolicy, groups, candidates } = poll;
  return {
    id,
    title,
    ...textsOf(poll, hostNames),
    cover: publicPicture(cover),
    stage: stageAt(poll, now),
    timeline: timeline(poll),
    votingStartAt: stages.voting,
    votingEndAt: stages.verifying,
    seats,
    lot,
    measure,
    countPolicy: { kind: countPolicy },
    rules: { groups },
    candidates: candidates.map(candidateOf),
  };
}

/** The count as `standings.get` would tell it; null while there is none and no time at which one comes. */
export function knownStandings({
  shown,
  nextAt,
  ballots,
  final,
  at,
  lot,
  step = usualStep,
}: BoardStandings): Standings | null {
  if (shown !== null) return { hidden: false, ...shown, nextAt, final, lot, step };
  return nextAt === null ? null : { hidden: true, nextAt, ballots, asOf: at, step };
}

function candidateOf({ frozen, sentence = '', picture, ...candidate }: BoardCandidate): Candidate {
  const address = publicPicture(picture);
  const known = { ...candidate, sentence, ...(address === undefined ? {} : { picture: address }) };
  return frozen === true ? { ...known, withdrawn: true, standing: { state: 'frozen', reason: '' } } : known;
}
