import type { FailureState } from '../../../components/page-state/page-state.view';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { Act } from '../services/acts';
import type { EditedPoll } from '../services/polls';
import type { TeamCandidate } from '../services/candidates';
import { actConsequence, actNames, proposeWords, type ActKind } from '../text/acts';
import type { About } from '../text/irrevocable';
import type { Proposable } from './load-proposable';
import { asksFor, eligible, proposable, type Draft, type FormKind } from './proposal';

export interface Choice {
  id: string;
  name: string;
  isChosen: boolean;
}

export type ProposeView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      kinds: (Choice & { id: FormKind; consequence: string })[];
      asks: { end: boolean; candidate: boolean; ballot: boolean; draw: boolean };
      /** When voting ends now, and how far it may be moved. */
      endHint: string;
      candidates: Choice[];
      /** The name of the chosen one. */
      candidate: string;
      /** The declared reasons, where only these may be used. */
      voidReasons: Choice[];
      ballot: string;
      /** What to copy from where; null for other acts. */
      draw: { source: string; placeholder: string } | null;
      submit: string;
      hint: string;
    }
  | { kind: 'empty'; drawing: 'mark'; title: string; detail: string; action: string }
  | FailureState;

type ReadyView = Extract<ProposeView, { kind: 'ready' }>;

/** @param now the server's time, epoch milliseconds */
export function proposeView(
  poll: EditedPoll,
  candidates: readonly TeamCandidate[],
  draft: Draft,
  now: number,
): ProposeView {
  const kinds = proposable(poll, candidates, now);
  if (kinds.length === 0) {
    return {
      kind: 'empty',
      drawing: 'mark',
      title: proposeWords.nothing,
      detail: proposeWords.nothingDetail,
      action: '',
    };
  }
  const asks = asksFor(draft.kind);
  const choices = eligible(draft.kind, candidates).map(({ id, number, name }) => ({
    id,
    name: `${plateText(number)} ${name}`,
    isChosen: id === draft.candidateId,
  }));
  return {
    kind: 'ready',
    kinds: kinds.map((id) => ({
      id,
      name: actNames[id],
      consequence: actConsequence(id, poll.measure),
      isChosen: id === draft.kind,
    })),
    asks,
    endHint: endHint(poll, draft.kind, now),
    candidates: choices,
    candidate: choices.find(({ isChosen }) => isChosen)?.name ?? '',
    voidReasons:
      draft.kind === 'voidBallot'
        ? poll.voidReasons.map((name) => ({ id: name, name, isChosen: name === draft.reason }))
        : [],
    ballot: draft.index === 0 ? '' : proposeWords.found(draft.index),
    draw: drawAsked(poll, draft.kind, now),
    submit: proposeWords.submit(actNames[draft.kind]),
    hint: asks.draw ? proposeWords.drawTwo : needsTwo(poll, draft.kind) ? proposeWords.needsTwo : proposeWords.atOnce,
  };
}

/** Only an owner acts alone, where the poll asks for no second person; ballots always need two. */
export function needsTwo({ secondPerson, me }: Pick<EditedPoll, 'secondPerson' | 'me'>, kind: ActKind): boolean {
  const { ballot, draw } = asksFor(kind);
  return secondPerson || me.role !== 'owner' || ballot || draw || kind === 'callOff';
}

/** What the last question names, and whether it is only a proposal. */
export function asked(
  { poll, candidates }: Pick<Proposable, 'poll' | 'candidates'>,
  act: Act,
): [about: About, needsTwo: boolean] {
  const candidate = 'candidateId' in act ? candidates.find(({ id }) => id === act.candidateId)?.name : undefined;
  return [{ poll: poll.title, candidate: candidate ?? '' }, needsTwo(poll, act.kind)];
}

function drawAsked({ awaitsDraw }: EditedPoll, kind: ActKind, now: number): ReadyView['draw'] {
  if (!asksFor(kind).draw || awaitsDraw === undefined) return null;
  const { source, at, digits } = awaitsDraw;
  return {
    source: proposeWords.drawSource(source, momentText(at, now)),
    placeholder: proposeWords.drawPlaceholder(digits),
  };
}

const minute = 60_000;
/** As the function has it: everybody has to know an end before it comes. */
const endLead = 10 * minute;

/** The earliest that the pickers, which know no seconds, can say; with a minute for filling in the form. */
function earliestEnd(now: number): number {
  return Math.ceil((now + endLead + minute) / minute) * minute;
}

function endHint({ stages, latestEnd }: EditedPoll, kind: ActKind, now: number): string {
  const end = proposeWords.now(momentText(stages.verifying, now));
  if (kind === 'endEarly') return `${end}，${proposeWords.earliest(momentText(earliestEnd(now), now))}`;
  return kind === 'extend' && latestEnd !== null ? `${end}，${proposeWords.until(momentText(latestEnd, now))}` : end;
}
