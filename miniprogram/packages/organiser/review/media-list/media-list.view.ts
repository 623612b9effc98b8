import type { FailureState } from '../../../../components/page-state/failure-state';
import { momentText } from '../../../../text/times';
import type { MediaQueue } from '../../services/review';
import { mediaStateNames, mediumTitle, reviewWords } from '../../text/review';

export interface MediumRow {
  file: string;
  isVideo: boolean;
  title: string;
  state: string;
  at: string;
  canDecide: boolean;
}

export type MediaView = { kind: 'loading' } | { kind: 'ready'; rows: MediumRow[] } | FailureState;

/** @param now the server's time, epoch milliseconds */
export function mediaView({ media }: MediaQueue, may: readonly string[], now: number): MediaView {
  return {
    kind: 'ready',
    rows: media.map(({ file, kind, state, at, name, candidateId }) => {
      const canDecide = state === 'review' && may.includes('media.decide');
      return {
        file,
        isVideo: kind === 'video',
        title: mediumTitle(kind, name, candidateId === undefined),
        state: canDecide ? reviewWords.yours : mediaStateNames[state],
        at: momentText(at, now),
        canDecide,
      };
    }),
  };
}
