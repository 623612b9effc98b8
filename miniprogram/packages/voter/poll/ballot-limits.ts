import type { PollReply } from '../../../services/polls';

export type BallotRules = PollReply['poll']['rules'];

/** What the limits need to know of the candidates. */
interface Choosable {
  id: string;
  group?: string | undefined;
  withdrawn?: true | undefined;
}

/** What a ballot still lacks before it can be cast. */
export type Missing = { kind: 'overall'; count: number } | { kind: 'group'; groupId: string; count: number };

/** Why a candidate cannot be added. */
export type Obstacle =
  | { kind: 'full'; max: number }
  | { kind: 'groupFull'; groupId: string; max: number }
  | { kind: 'withdrawn' }
  | { kind: 'capReached'; cap: number };

export type Toggle = { ok: true; choices: string[] } | { ok: false; obstacle: Obstacle };

/** The rules and candidates one ballot is made within, with the voter's ballots of this period. */
export interface BallotFrame {
  rules: BallotRules;
  /** How the candidates are counted, for what is said of them. */
  measure: PollReply['poll']['measure'];
  candidates: readonly Choosable[];
  /** The caller's ballots in this period. */
  ballots: readonly { choices: readonly string[] }[];
}

/** How often this period's ballots name the candidate already. */
export function timesChosen(frame: BallotFrame, candidateId: string): number {
  return frame.ballots.filter(({ choices }) => choices.includes(candidateId)).length;
}

/** Whether a period has several ballots of one choice each: then what is chosen is cast one after the other, each a ballot of its own. */
export function isOneByOne({ choices, ballotsPerPeriod }: BallotRules): boolean {
  return choices.max === 1 && ballotsPerPeriod > 1;
}

/** How many candidates can be chosen at once: one ballot's, or as many as ballots are left. */
function mostAtOnce({ rules, ballots }: BallotFrame): number {
  return isOneByOne(rules) ? Math.max(1, rules.ballotsPerPeriod - ballots.length) : rules.choices.max;
}

/**
 * Chooses the candidate, or takes the choice back. Where a ballot holds a single choice, choosing another one moves
 * it, as radio buttons do. The function decides only what the page offers; the cast is judged by the server.
 */
export function toggleChoice(frame: BallotFrame, choices: readonly string[], candidateId: string): Toggle {
  if (choices.includes(candidateId)) return { ok: true, choices: choices.filter((id) => id !== candidateId) };
  const { rules } = frame;
  const candidate = frame.candidates.find(({ id }) => id === candidateId);
  if (candidate === undefined || candidate.withdrawn === true) return refuse({ kind: 'withdrawn' });
  if (rules.perCandidate !== undefined && timesChosen(frame, candidateId) >= rules.perCandidate) {
    return refuse({ kind: 'capReached', cap: rules.perCandidate });
  }
  const most = mostAtOnce(frame);
  const kept = most === 1 ? [] : choices;
  if (kept.length >= most) return refuse({ kind: 'full', max: most });
  const group = rules.groups?.find(({ id }) => id === candidate.group);
  if (!isOneByOne(rules) && group !== undefined && countInGroup(frame, kept, group.id) >= group.max) {
    return refuse({ kind: 'groupFull', groupId: group.id, max: group.max });
  }
  return { ok: true, choices: [...kept, candidateId] };
}

/** What the choices lack to be a whole ballot, groups first since they say more; null when they can be cast. */
export function missingChoices(frame: BallotFrame, choices: readonly string[]): Missing | null {
  for (const { id, min } of frame.rules.groups ?? []) {
    const count = min - countInGroup(frame, choices, id);
    if (count > 0) return { kind: 'group', groupId: id, count };
  }
  const count = frame.rules.choices.min - choices.length;
  return count > 0 ? { kind: 'overall', count } : null;
}

/** The kept choices that still can be chosen, in their order: candidates may have withdrawn since. */
export function stillChoosable(frame: BallotFrame, choices: readonly string[]): string[] {
  return choices.reduce<string[]>((kept, id) => {
    if (kept.includes(id)) return kept;
    // Another one than the first would take its place.
    if (kept.length === mostAtOnce(frame)) return kept;
    const step = toggleChoice(frame, kept, id);
    return step.ok ? step.choices : kept;
  }, []);
}

function countInGroup(frame: BallotFrame, choices: readonly string[], groupId: string): number {
  return frame.candidates.filter(({ id, group }) => group === groupId && choices.includes(id)).length;
}

function refuse(obstacle: Obstacle): Toggle {
  return { ok: false, obstacle };
}
