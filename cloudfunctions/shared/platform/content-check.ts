import cloud from 'wx-server-sdk';

/** The open APIs that check what people write; they have to be listed in the function's config.json. */
interface ContentApis {
  msgSecCheck(options: {
    content: string;
    version: 2;
    scene: number;
    openid: string;
  }): Promise<{ result?: { suggest?: string; label?: number } }>;
  mediaCheckAsync(options: {
    mediaUrl: string;
    mediaType: number;
    version: 2;
    scene: number;
    openid: string;
  }): Promise<{ traceId?: string; trace_id?: string }>;
}

// The SDK's typings know `openapi` as a record of anything.
const security = (): ContentApis => cloud.openapi['security'] as ContentApis;

/** WeChat's scenes: 1 is a profile, 2 a comment, 3 a forum, 4 a log. What polls publish is nearest to a forum. */
const scene = 3;
const picture = 2;

/** The most characters of one call of `msgSecCheck`. */
export const mostCheckedCharacters = 2500;

/** WeChat did not answer, or does not check for this person (not active for two hours); nothing is known of the content. */
export class ContentCheckFault extends Error {
  constructor(cause: unknown) {
    super('the content check did not answer', { cause });
  }
}

/**
 * `security.msgSecCheck`, on behalf of whoever wrote the text.
 * @param text at most `mostCheckedCharacters` characters, not empty
 * @returns WeChat's suggestion: pass, review or risky
 * @throws ContentCheckFault
 */
export async function checkText(text: string, openid: string): Promise<string> {
  const { result } = await attempt(() => security().msgSecCheck({ content: text, version: 2, scene, openid }));
  if (result?.suggest === undefined) throw new ContentCheckFault('no suggestion');
  return result.suggest;
}

/**
 * `security.mediaCheckAsync`: the verdict is pushed to the `inbox` function, within half an hour.
 * @param url a temporary one; WeChat fetches the picture itself
 * @returns the trace id by which the verdict will name it
 * @throws ContentCheckFault
 */
export async function startPictureCheck(url: string, openid: string): Promise<string> {
  const answer = await attempt(() =>
    security().mediaCheckAsync({ mediaUrl: url, mediaType: picture, version: 2, scene, openid }),
  );
  const traceId = answer.traceId ?? answer.trace_id;
  if (traceId === undefined || traceId === '') throw new ContentCheckFault('no trace id');
  return traceId;
}

async function attempt<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (cause) {
    throw new ContentCheckFault(cause);
  }
}
