/** Where a picture or video stands. Only `passed` is ever shown to voters. */
export type MediaState = 'pending' | 'passed' | 'review' | 'refused';

/** WeChat's verdict on a picture, as `wxa_media_check` tells it. */
export interface MediaVerdict {
  /** 0, or why it could not be looked at. */
  errcode: number;
  suggest: string;
}

/** What a verdict makes of a picture: what WeChat is not sure of, or could not fetch, waits for a reviewer. */
export function stateAfter({ errcode, suggest }: MediaVerdict): MediaState {
  if (errcode !== 0) return 'review';
  if (suggest === 'pass') return 'passed';
  return suggest === 'risky' ? 'refused' : 'review';
}
