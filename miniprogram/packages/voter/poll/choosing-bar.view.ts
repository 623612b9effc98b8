import type { BarButton, BarView, Slot } from '../../../components/selection-bar/selection-bar.view';
import { barWords, missingWords, obstacles } from '../../../text/choosing';
import { isOneByOne, missingChoices, type BallotFrame, type BallotRules, type Obstacle } from './ballot-limits';

/** Above this the rings would be too small to count, and the figures say it alone. */
const MOST_RINGS = 12;

/** While one chooses there is always a button; until the ballot is whole it says what is missing. */
export type ChoosingBar = BarView & { button: BarButton };

/** The rings for a ballot (or a period's ballots) of which `filled` are taken. */
export function slotRow(filled: number, min: number, max: number): Slot[] {
  if (max > MOST_RINGS) return [];
  return Array.from({ length: max }, (_, at) => ({
    at,
    state: at < filled ? 'filled' : 'open',
    barBefore: at === min && min > 0 && min < max,
  }));
}

/** The bar while a ballot is being filled in. */
export function choosingBar(
  frame: BallotFrame,
  choices: readonly string[],
  names: ReadonlyMap<string, string>,
): ChoosingBar {
  const button = castButton(frame, choices);
  const { rules, measure, ballots } = frame;
  const { min, max } = rules.choices;
  if (isOneByOne(rules)) {
    const chosen = choices[0] === undefined ? undefined : names.get(choices[0]);
    return {
      kind: 'saying',
      isSealed: false,
      title: barWords.ballotsLeft(rules.ballotsPerPeriod - ballots.length, rules.period === 'daily'),
      second:
        chosen === undefined
          ? barWords.ballotsCast(ballots.length, rules.ballotsPerPeriod)
          : choices.length === 1
            ? barWords.chosenOne(chosen)
            : barWords.chosenMany(choices.length, measure),
      slots: slotRow(ballots.length, 0, rules.ballotsPerPeriod),
      button,
    };
  }
  return {
    kind: 'counting',
    chosen: choices.length,
    max,
    measure,
    all: barWords.all(frame.candidates.length, measure),
    limit: min === max ? barWords.exactly(max, measure) : barWords.upTo(max, measure),
    slots: slotRow(choices.length, min, max),
    slotsLabel: barWords.slots(choices.length, min, max, measure),
    button,
  };
}

/** What the whole sentence is that keeps the choices from being cast; null when nothing does. */
export function missingSentence(frame: BallotFrame, choices: readonly string[]): string | null {
  const missing = missingChoices(frame, choices);
  if (missing === null) return null;
  const { measure } = frame;
  if (frame.rules.choices.max === 1) return missingWords.singleWhole(measure);
  if (missing.kind === 'overall') return missingWords.overallWhole(missing.count, frame.rules.choices.min, measure);
  const group = groupOf(frame.rules, missing.groupId);
  return missingWords.groupWhole(group.name, missing.count, group.min, measure);
}

/** Why a tap on a card chose nothing, and what to do instead. */
export function obstacleSentence({ rules, measure }: BallotFrame, obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'full':
      return obstacles.full(obstacle.max, measure);
    case 'groupFull':
      return obstacles.groupFull(groupOf(rules, obstacle.groupId).name, obstacle.max, measure);
    case 'withdrawn':
      return obstacles.withdrawn(measure);
    case 'capReached':
      return obstacles.capReached(obstacle.cap, rules.period === 'daily', measure);
  }
}

function castButton(frame: BallotFrame, choices: readonly string[]): BarButton {
  const missing = missingChoices(frame, choices);
  const label = missingSentence(frame, choices);
  if (missing === null || label === null) {
    return { lead: '', text: barWords.review, label: barWords.review, isReady: true, look: 'primary' };
  }
  const lead = missing.kind === 'group' ? groupOf(frame.rules, missing.groupId).name : '';
  const text =
    frame.rules.choices.max === 1
      ? missingWords.single(frame.measure)
      : missingWords.overall(missing.count, frame.measure);
  if (frame.rules.choices.max === 1) return { lead, text, label, isReady: false, look: 'primary' };
  const wide = missingWords.overallWide(missing.count, frame.measure);
  return { lead, text, wide, label, isReady: false, look: 'primary' };
}

function groupOf(rules: BallotRules, groupId: string): { name: string; min: number } {
  return rules.groups?.find(({ id }) => id === groupId) ?? { name: '', min: 0 };
}
