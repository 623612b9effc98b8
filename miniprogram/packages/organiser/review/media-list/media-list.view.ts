import type { FailureState } from '../../../../components/page-state/page-state.view';
import { momentText } from '../../../../../cloudfunctions/shared/universal/times';
import type { MediaQueue } from '../../services/review';
import { attachmentTitle, mediaStateNames, mediumTitle, reviewWords } from '../../text/review';

export interface MediumRow {
  file: string;
  kind: 'picture' | 'video' | 'document';
  title: string;
  /** A document's own; '' for pictures and videos. */
  name: string;
  state: string;
  at: string;
  canDecide: boolean;
}

export type MediaView = { kind: 'loading' } | { kind: 'ready'; rows: MediumRow[] } | FailureState;

/** @param now the server's time, epoch milliseconds */
export function mediaView({ media }: MediaQueue, may: readonly string[], now: number): MediaView {
  return {
    kind: 'ready',
    rows: media.map(({ file, kind, state, at, name, candidateId, isAttachment }) => {
      const canDecide = state === 'review' && may.includes('media.decide');
      return {
        file,
        kind,
        name: isAttachment ? (name ?? '') : '',
        title: isAttachment ? attachmentTitle(name ?? '') : mediumTitle(kind, name, candidateId === undefined),
        state: canDecide ? reviewWords.yours : mediaStateNames[state],
        at: momentText(at, now),
        canDecide,
      };
    }),
  };
}
