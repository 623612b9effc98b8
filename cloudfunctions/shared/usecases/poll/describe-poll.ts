import type * as z from 'zod';
import type { pollGet, pollList } from '../../contract/poll';
import { stepOf } from '../../universal/public-count';
import { announcedLot } from '../../universal/lot';
import { pollTextNames, textsOf } from '../../universal/poll-fields';
import { isLate, stageAt, timeline } from '../../universal/stage';
import type { StoredCandidate } from '../../store/poll/candidates';
import type { StoredPoll } from '../../store/poll/polls';

type PollDetail = z.output<typeof pollGet.output>['poll'];
type ListedPoll = z.output<typeof pollList.output>['polls'][number];
type CandidateSummary = z.output<typeof pollGet.output>['candidates'][number];

/** A poll as lists show it. @param now epoch milliseconds */
export function summarisePoll(poll: StoredPoll, now: number): Omit<ListedPoll, 'me'> {
  const { id, title, organiser, cover, candidateCount, measure = '项', rules, countPolicy, stages, hotline } = poll;
  return {
    id,
    title,
    stage: stageAt(poll, now),
    organiser,
    cover,
    candidateCount,
    measure,
    rules,
    countPolicy,
    votingStartAt: stages.voting,
    votingEndAt: stages.verifying,
    isCalledOff: poll.callOff === undefined ? undefined : true,
    hotline,
  };
}

/** A poll as its own page shows it. @param now epoch milliseconds */
export function describePoll(poll: StoredPoll, now: number): PollDetail {
  const { result, voidReasons, latestEnd, changes } = poll;
  const seats = result.seats < poll.candidateCount ? result.seats : undefined;
  return {
    ...summarisePoll(poll, now),
    ...textsOf(poll, pollTextNames),
    attachments: poll.attachments,
    isForGroups: poll.chatGroups === undefined ? undefined : true,
    seats,
    step: stepOf(poll),
    lot: announcedLot(result),
    voidReasons,
    latestEndAt: latestEnd !== undefined && latestEnd > poll.stages.verifying ? latestEnd : undefined,
    timeline: timeline(poll).map((entry) => ({
      ...entry,
      isLate: poll.callOff === undefined && isLate(poll, entry, now) ? true : undefined,
    })),
    noticeDays: poll.noticeDays,
    outcome: poll.outcome && describeOutcome(poll.outcome),
    callOff: poll.callOff,
    secondPerson: poll.secondPerson === true ? true : undefined,
    changes: latestChange(changes),
  };
}

function describeOutcome({
  notice,
  awardedAt,
  winners,
  revoked,
}: NonNullable<StoredPoll['outcome']>): PollDetail['outcome'] {
  return { notice, awardedAt, winners, revoked };
}

/** The whole record has no place in a poll's page: it may be a hundred times as long as the page. */
function latestChange(changes: StoredPoll['changes']): PollDetail['changes'] {
  const latest = changes?.at(-1);
  if (changes === undefined || latest === undefined) return undefined;
  const { at, what, candidateId, reason, isAlone } = latest;
  return { count: changes.length, latest: { at, what, candidateId, reason, isAlone } };
}

export function summariseCandidate(candidate: StoredCandidate): CandidateSummary {
  const { id, number, name, group, withdrawn, standing, unit, sentence, pictures } = candidate;
  const shown = standing && { state: standing.state, reason: standing.reason, isAlone: standing.isAlone };
  return {
    id,
    number,
    name,
    group,
    withdrawn: withdrawn ? true : undefined,
    standing: shown,
    unit,
    sentence,
    picture: pictures[0],
  };
}
