/** One UTF-16 unit is one visible character in these ranges: Latin, Chinese, their punctuation and full widths. */
const simple =
  /^[\u0020-\u007e\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u2460-\u24ff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uffef\n]*$/;

/** Beyond this, counting by what a reader sees takes longer than it is worth; code points are counted instead. */
const mostCounted = 20_000;

const graphemes = new Intl.Segmenter('zh-Hans', { granularity: 'grapheme' });

/** Length as a reader counts it: a family emoji is one character, like any other. */
export function visibleLength(text: string): number {
  if (simple.test(text)) return text.length;
  let length = 0;
  for (const _ of text.length > mostCounted ? text : graphemes.segment(text)) length += 1;
  return length;
}

/** Code units a visible character may take: a family of four in skin tones takes 19, a piled-up letter any number. */
const mostUnitsEach = 20;

/** Whether a text is longer than `most` visible characters, or hides far more than it shows. */
export function isLongerThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  return text.length > most * mostUnitsEach || visibleLength(text) > most;
}
