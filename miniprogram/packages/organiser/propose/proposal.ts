import { instantOf } from '../../../../cloudfunctions/shared/universal/day';
import type { Act } from '../services/acts';
import type { EditedPoll } from '../services/polls';
import type { TeamCandidate } from '../services/candidates';
import { proposeWords, type ActKind } from '../text/acts';

/** Acts that this form proposes; those that lead from the close to the award are proposed where that way is shown. */
export type FormKind = Exclude<
  ActKind,
  | 'certifyCount'
  | 'putUpNotice'
  | 'extendNotice'
  | 'award'
  | 'revokeAward'
  | 'archivePoll'
  | 'answerObjection'
  | 'lockJury'
  | 'excludeJuror'
>;

/** What somebody has filled in so far. */
export interface Draft {
  kind: FormKind;
  reason: string;
  /** Asia/Shanghai, "2026-11-30" and "18:00"; empty until chosen. */
  date: string;
  time: string;
  candidateId: string;
  /** A ballot's place in the log; 0 until known. */
  index: number;
  clause: string;
  /** What was drawn, as it is typed. */
  draw: string;
}

export const blankDraft: Draft = {
  kind: 'extend',
  reason: '',
  date: '',
  time: '',
  candidateId: '',
  index: 0,
  clause: '',
  draw: '',
};

/** Another act is another form: only what was written stays. A void takes one of the declared reasons. */
export function draftOf(kind: FormKind, { reason, clause }: Draft): Draft {
  return { ...blankDraft, kind, clause, reason: kind === 'voidBallot' ? '' : reason };
}

type Poll = Pick<
  EditedPoll,
  'status' | 'stages' | 'latestEnd' | 'awaitsDraw' | 'me' | 'noticeDays' | 'awardedAt' | 'isCalledOff'
>;
type Standing = Pick<TeamCandidate, 'standing'>;

/** Which acts make sense now, most used first. Whether one is possible is the function's to say. */
export function proposable(poll: Poll, candidates: readonly Standing[], now: number): FormKind[] {
  if (poll.status !== 'published' || poll.isCalledOff === true) return [];
  const { voting, verifying } = poll.stages;
  const isOpen = now >= voting && now < verifying;
  const owesNotice = poll.noticeDays !== undefined;
  const isAwarded = poll.awardedAt !== undefined;
  const isFrozen = candidates.some(({ standing }) => standing?.state === 'frozen');
  const kinds: [FormKind, boolean][] = [
    ['enterDraw', mayEnterDraw(poll, now)],
    ['extend', now < verifying && poll.latestEnd !== null],
    ['endEarly', isOpen],
    ['freezeCandidate', now < verifying],
    ['unfreezeCandidate', isFrozen],
    ['withdrawCandidate', !isAwarded],
    ['voidBallot', now >= voting && !isAwarded],
    ['restoreBallot', now >= voting && !isAwarded],
    ['unpublish', now < voting],
    // What has a notice is ended by two persons once people vote.
    ['withdraw', !owesNotice || now < voting],
    ['callOff', owesNotice && now >= voting && !isAwarded && mayJudge(poll)],
  ];
  return kinds.flatMap(([kind, isSensible]) => (isSensible ? [kind] : []));
}

/** The draw is entered once it is public, by those who may. */
function mayEnterDraw(poll: Poll, now: number): boolean {
  return poll.awaitsDraw !== undefined && now >= poll.awaitsDraw.at && mayJudge(poll);
}

function mayJudge({ me }: Pick<Poll, 'me'>): boolean {
  return me.role === 'owner' || me.role === 'reviewer';
}

/** What the form has to ask for this act. */
export function asksFor(kind: ActKind): { end: boolean; candidate: boolean; ballot: boolean; draw: boolean } {
  return {
    end: kind === 'endEarly' || kind === 'extend',
    candidate: kind === 'freezeCandidate' || kind === 'unfreezeCandidate' || kind === 'withdrawCandidate',
    ballot: kind === 'voidBallot' || kind === 'restoreBallot',
    draw: kind === 'enterDraw',
  };
}

/** Candidates that the act can be about. */
export function eligible<Candidate extends Standing>(kind: FormKind, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ standing }) =>
    kind === 'unfreezeCandidate'
      ? standing?.state === 'frozen'
      : kind === 'freezeCandidate'
        ? standing === undefined
        : standing?.state !== 'withdrawn',
  );
}

/**
 * The act as the contract takes it, or what is still missing.
 * @param digits of the draw that is waited for
 */
export function actOf(draft: Draft, digits = 0): { act: Act } | { missing: string } {
  const { kind, candidateId, index } = draft;
  const reason = draft.reason.trim();
  const clause = draft.clause.trim();
  const { missing } = proposeWords;
  if (kind === 'publish') return { act: { kind } };
  if (kind === 'enterDraw') {
    const isWhole = draft.draw.length === digits && /^[0-9]+$/.test(draft.draw);
    return isWhole ? { act: { kind, draw: draft.draw } } : { missing: missing.draw(digits) };
  }
  const asked = asksFor(kind);
  const endAt = endOf(draft);
  if (asked.end && endAt === undefined) return { missing: missing.endAt };
  if (asked.candidate && candidateId === '') return { missing: missing.candidate };
  if (asked.ballot && index === 0) return { missing: missing.ballot };
  if (reason === '') return { missing: missing.reason };
  if (asked.ballot && clause === '') return { missing: missing.clause };
  switch (kind) {
    case 'unpublish':
    case 'withdraw':
    case 'callOff':
      return { act: { kind, reason } };
    case 'endEarly':
    case 'extend':
      return endAt === undefined ? { missing: missing.endAt } : { act: { kind, reason, endAt } };
    case 'freezeCandidate':
    case 'unfreezeCandidate':
    case 'withdrawCandidate':
      return { act: { kind, reason, candidateId } };
    case 'voidBallot':
    case 'restoreBallot':
      return { act: { kind, reason, index, clause } };
  }
}

/** Epoch milliseconds of the chosen day and time. */
function endOf({ date, time }: Draft): number | undefined {
  const at = instantOf(date, time);
  return Number.isNaN(at) ? undefined : at;
}
