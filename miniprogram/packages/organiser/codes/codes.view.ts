import type { FailureState } from '../../../components/page-state/page-state.view';
import type { Failure } from '../../../services/cloud';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import type { EditedPoll } from '../services/polls';
import type { PrintedPart } from '../services/spread';
import type { Channel } from '../services/spread';
import type { TeamCandidate } from '../services/candidates';
import { brokenText, codeWords } from '../text/codes';

export type CodesView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      /** The first is that each use has its own; its id is ''. */
      channels: { id: string; name: string }[];
      candidates: { id: string; name: string }[];
      hasPosters: boolean;
      canPrint: boolean;
      about: string;
    }
  | FailureState;

/** How far the printing is. */
export interface PrintView {
  isBusy: boolean;
  said: string;
  /** Of all parts, 0 to 100. */
  percent: number;
  rows: { key: string; name: string; size: string }[];
  broken: { title: string; detail: string } | null;
  /** What the button says. */
  action: string;
}

export function codesView(
  poll: EditedPoll,
  channels: readonly Channel[],
  candidates: readonly TeamCandidate[],
): CodesView {
  const inUse = channels.filter(({ isRemoved }) => !isRemoved).map(({ id, name }) => ({ id, name }));
  return {
    kind: 'ready',
    title: poll.title,
    channels: [{ id: '', name: codeWords.byUse }, ...inUse],
    candidates: candidates
      .filter(({ standing }) => standing?.state !== 'withdrawn')
      .map(({ id, number, name }) => ({ id, name: `${plateText(number ?? 0)} ${name}` })),
    hasPosters: !poll.isForGroups,
    canPrint: poll.may.includes('codes.export'),
    about: codeWords.about(candidates.length, poll.measure),
  };
}

/** @param working whether a part is being made now */
export function printView(made: readonly PrintedPart[], working: boolean, broken?: Failure): PrintView {
  const parts = made[0]?.parts ?? 1;
  const isDone = made.length >= parts && made.length > 0;
  return {
    isBusy: working,
    said: saidOf(made.length, parts, working),
    percent: Math.round((made.length / parts) * 100),
    rows: made.map(({ codes, pages }, at) => ({
      key: String(at),
      name: codeWords.part(at + 1, parts),
      size: codeWords.size(codes, pages),
    })),
    broken: broken ? brokenText(broken, made.length) : null,
    action: broken ? codeWords.makeMore : isDone ? codeWords.remake : codeWords.make,
  };
}

function saidOf(made: number, parts: number, working: boolean): string {
  if (working) return codeWords.working(made + 1, parts);
  if (parts === 1) return '';
  return made < parts ? codeWords.inParts(parts) : codeWords.allParts(parts);
}
