import type { AnyRulesEntry, DrawEntry } from '../entries/log-entry';
import { lotOf } from '../entries/whole-rules';
import type { FoldRefusal } from './fold-refusal';

/** Why what a public draw gave cannot be entered, if so. */
export function refuseDraw(
  rules: AnyRulesEntry,
  state: { isClosed: boolean; draw: DrawEntry | undefined },
  { draw, proposer, approver }: DrawEntry,
): FoldRefusal | null {
  const lot = rules.v === 3 ? lotOf(rules) : undefined;
  if (lot === undefined) return 'DRAW_NOT_DECLARED';
  if (!state.isClosed) return 'DRAW_WHILE_OPEN';
  if (state.draw) return 'DRAW_TWICE';
  if (draw.length !== lot.digits || !/^[0-9]+$/.test(draw)) return 'DRAW_MALFORMED';
  return proposer === approver ? 'ONE_PERSON_ALONE' : null;
}
