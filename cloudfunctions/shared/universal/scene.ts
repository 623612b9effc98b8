/**
 * What a printed code says: the `scene` of a mini-program code, 32 characters at most. Parts are set apart by dots, which no id holds:
 * `POLL`, `POLL.CANDIDATE`, `POLL..CHANNEL`, `POLL.CANDIDATE.CHANNEL`. Codes hang on walls for months, so what is readable today
 * has to stay so. The app reads scenes with the same function; it imports nothing.
 */
export interface Scene {
  pollId: string;
  candidateId?: string;
  channel?: string;
}

const mostCharacters = 32;
const sceneShape = /^([A-Za-z0-9_-]{1,12})(?:\.([A-Za-z0-9_-]{0,18}))?(?:\.([a-z0-9-]{1,16}))?$/;

/** @returns null when it does not fit, or an id has a shape that no scene holds */
export function encodeScene({ pollId, candidateId = '', channel = '' }: Scene): string | null {
  const parts = channel !== '' ? [pollId, candidateId, channel] : candidateId !== '' ? [pollId, candidateId] : [pollId];
  const scene = parts.join('.');
  return scene.length <= mostCharacters && sceneShape.test(scene) ? scene : null;
}

/**
 * @param scene as the page's query has it, percent-encoded or not: WeChat hands it over encoded
 * @returns null when it is none of ours
 */
export function decodeScene(scene: string): Scene | null {
  // No character of a scene needs encoding, and of them all only the dot is ever met encoded.
  const text = scene.replace(/%2e/gi, '.');
  const [, pollId, candidateId, channel] = (text.length <= mostCharacters && sceneShape.exec(text)) || [];
  if (pollId === undefined) return null;
  return {
    pollId,
    ...(candidateId ? { candidateId } : {}),
    ...(channel === undefined ? {} : { channel }),
  };
}
