import { randomUUID } from 'node:crypto';
import {
  numberField,
  refuse,
  succeed,
  textField,
  type OpenApi,
  type OpenApiAnswer,
  type OpenApiCall,
} from './open-api';
import type { Visitors } from './visitors';
import words from './words.json';

/** WeChat's own labels are of this kind: 100 is harmless, 10001 advertising, 2xxxx the several offences. */
const HARMLESS = 100;

const MAX_CHARACTERS = 2500;

export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** What WeChat pushes when it has looked at a picture: the event `wxa_media_check`. */
export interface MediaVerdict {
  openid: string;
  traceId: string;
  /** 0, or -1008 if the picture could not be fetched. */
  errcode: number;
  verdict: Verdict;
}

/** `security.msgSecCheck` by a word list. */
export function checkText(visitors: Visitors): OpenApi {
  return (call) => {
    const refusal = refuseAddressee(call, visitors);
    if (refusal !== undefined) return refusal;
    const content = textField(call.fields, 'content');
    if (content === '' || Array.from(content).length > MAX_CHARACTERS)
      return refuse(47001, 'data format error: content');
    const verdict = judge(content);
    const detail = [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }];
    return succeed({ result: verdict, detail, trace_id: randomUUID() });
  };
}

/** WeChat's labels of a picture. */
const labels: Readonly<Record<Verdict['suggest'], number>> = { pass: HARMLESS, review: 21000, risky: 20002 };

/**
 * `security.mediaCheckAsync`: answers at once, and pushes the verdict later. What the address says of the picture decides
 * (`risky` or `review` in its name).
 * @param ordered the verdict that somebody wants on every picture for now, whatever its name
 */
export function checkMedia(
  visitors: Visitors,
  push: (verdict: MediaVerdict) => void,
  ordered: () => Verdict['suggest'] | undefined,
): OpenApi {
  return (call) => {
    const refusal = refuseAddressee(call, visitors);
    if (refusal !== undefined) return refusal;
    if (![1, 2].includes(numberField(call.fields, 'media_type'))) return refuse(40004, 'invalid media type');
    const url = textField(call.fields, 'media_url');
    if (!URL.canParse(url)) return refuse(47001, 'data format error: media_url');
    const traceId = randomUUID();
    const suggest = ordered() ?? suggestByName(url);
    const verdict = { suggest, label: labels[suggest] };
    void isThere(url).then((found) =>
      push({ openid: textField(call.fields, 'openid'), traceId, errcode: found ? 0 : -1008, verdict }),
    );
    return succeed({ trace_id: traceId });
  };
}

function refuseAddressee({ fields, now }: OpenApiCall, visitors: Visitors): OpenApiAnswer | undefined {
  if (numberField(fields, 'version') !== 2) return refuse(47001, 'data format error: version has to be 2');
  const scene = numberField(fields, 'scene');
  if (![1, 2, 3, 4].includes(scene)) return refuse(40129, 'invalid scene');
  const openid = textField(fields, 'openid');
  if (openid === '') return refuse(40003, 'invalid openid');
  return visitors.refuseAbsent(openid, now);
}

/** The word list's verdict on a text. */
function judge(content: string): Verdict {
  for (const suggest of ['risky', 'review'] as const) {
    const found = Object.entries(words[suggest]).find(([word]) => content.includes(word));
    if (found !== undefined) return { suggest, label: found[1] };
  }
  return { suggest: 'pass', label: HARMLESS };
}

function suggestByName(url: string): Verdict['suggest'] {
  const name = decodeURIComponent(new URL(url).pathname);
  if (name.includes('risky')) return 'risky';
  return name.includes('review') ? 'review' : 'pass';
}

/** WeChat fetches the picture itself, so a `cloud://` id or a dead link cannot be judged. */
async function isThere(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}
