import type { FailureState } from '../../../components/page-state/page-state.view';
import { obstacleText } from '../../../text/organiser-errors';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { ProposedAct } from '../services/acts';
import { actConsequence, actNames, actStates, actSubject, actWords } from '../text/acts';

export interface ActRow {
  id: string;
  name: string;
  /** A candidate, a new end, a ballot; empty for the poll itself. */
  subject: string;
  consequence: string;
  /** What `reason` is: a reason, an answer, where objections go. */
  reasonName: string;
  reason: string;
  clause: string;
  /** What was done because of an objection, as its answer names it. */
  basis: string[];
  /** Who proposed it and when; who decided, and when. */
  lines: string[];
  /** What whoever decided wrote, or what stood in the way. */
  answer: string;
  state: string;
  ring: 'open' | 'dot' | 'tick';
  canApprove: boolean;
  /** Approved already, and its last step is to be repeated. */
  isUnfinished: boolean;
  canReject: boolean;
  isMine: boolean;
  /** Why this person sees no button. */
  hint: string;
}

export type ActsView =
  { kind: 'loading' } | { kind: 'ready'; waiting: ActRow[]; history: ActRow[]; canPropose: boolean } | FailureState;

/** Who looks at the acts. */
export interface Viewer {
  memberId: string;
  /** The poll's. */
  title: string;
  /** How its candidates are counted. */
  measure: Measure;
  may: readonly string[];
  /** Before that, publishing is proposed from the checklist. */
  isPublished: boolean;
}

/** What is asked of whoever turns an act down or takes back their own. */
export interface Rejection {
  id: string;
  title: string;
  detail: string;
  placeholder: string;
  action: string;
}

/** @param now the server's time, epoch milliseconds */
export function actsView(acts: readonly ProposedAct[], viewer: Viewer, now: number): ActsView {
  const isOpen = ({ state }: ProposedAct): boolean => state === 'waiting' || state === 'approved';
  return {
    kind: 'ready',
    waiting: acts.filter(isOpen).map((act) => rowOf(act, acts, viewer, now)),
    history: acts.filter((act) => !isOpen(act)).map((act) => rowOf(act, acts, viewer, now)),
    canPropose: viewer.isPublished && viewer.may.includes('act.propose'),
  };
}

export function rejectionOf({ id, act, proposer }: ProposedAct, viewer: Viewer): Rejection {
  const name = actNames[act.kind];
  const { takeBackTitle, takeBackDetail, takeBackPlaceholder, takeBack } = actWords;
  const { rejectTitle, rejectDetail, rejectPlaceholder, reject } = actWords;
  return proposer.memberId === viewer.memberId
    ? { id, title: takeBackTitle(name), detail: takeBackDetail, placeholder: takeBackPlaceholder, action: takeBack }
    : { id, title: rejectTitle(name), detail: rejectDetail, placeholder: rejectPlaceholder, action: reject };
}

function rowOf(proposed: ProposedAct, acts: readonly ProposedAct[], viewer: Viewer, now: number): ActRow {
  const { id, act, state, proposer, decided, obstacle, canApprove } = proposed;
  const isWaiting = state === 'waiting';
  const isMine = proposer.memberId === viewer.memberId;
  const canReject = isWaiting && viewer.may.includes('act.reject') && (isMine || canApprove);
  const isUnfinished = state === 'approved' && viewer.may.includes('act.approve');
  return {
    id,
    name: actNames[act.kind],
    subject: actSubject(proposed, now),
    consequence: isWaiting ? actConsequence(act.kind, viewer.measure) : '',
    reasonName: actWords.written[act.kind] ?? actWords.reason,
    reason: writtenIn(act),
    clause: 'clause' in act ? act.clause : '',
    basis: act.kind === 'answerObjection' ? basisOf(act.actIds, acts, now) : [],
    lines: linesOf(proposed, now),
    answer: obstacle === undefined ? (decided?.reason ?? '') : actWords.obstacle(obstacleText(obstacle)),
    state: actStates[state],
    ring: isWaiting || state === 'approved' ? 'dot' : state === 'done' ? 'tick' : 'open',
    canApprove: isWaiting && canApprove,
    isUnfinished,
    canReject,
    isMine,
    hint: isWaiting && !canApprove ? (isMine ? actWords.ownHint : actWords.noRole) : '',
  };
}

/** What of it is not on this page is counted. */
function basisOf(ids: readonly string[], acts: readonly ProposedAct[], now: number): string[] {
  const named = ids.flatMap((id) => {
    const found = acts.find((each) => each.id === id);
    if (found === undefined) return [];
    return [
      actWords.basis([actNames[found.act.kind], actSubject(found, now)].filter((part) => part !== '').join(' · ')),
    ];
  });
  const others = ids.length - named.length;
  return others === 0 ? named : [...named, actWords.basisOthers(others)];
}

/** What whoever approves has to read. */
function writtenIn(act: ProposedAct['act']): string {
  switch (act.kind) {
    case 'answerObjection':
      return actWords.answered(act.decision, act.summary, act.office ?? '');
    case 'putUpNotice':
      return actWords.noticed(
        [act.office, act.phone, act.address, act.note].filter((line) => line !== '').join('，'),
        act.reason,
      );
    case 'certifyCount':
      return act.note;
    default:
      return 'reason' in act ? act.reason : '';
  }
}

/** What one person did alone was approved by nobody, so it is one line. */
function linesOf({ state, proposer, proposedAt, needsSecondPerson, decided }: ProposedAct, now: number): string[] {
  const at = momentText(proposedAt, now);
  if (!needsSecondPerson) return [actWords.alone(proposer.name, at, state)];
  const proposed = actWords.proposed(proposer.name, at);
  return decided ? [proposed, actWords.decided(decided.name, momentText(decided.at, now), state)] : [proposed];
}
