const isExtending = /^(?:[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200c|\u200d)$/u;
const isPicture = /^\p{Extended_Pictographic}$/u;
const isFlagHalf = /^\p{Regional_Indicator}$/u;
const joiner = '\u200d';

/**
 * Length as a reader counts it: a family emoji is one character, like any other. It agrees with `Intl.Segmenter` on
 * what Chinese texts hold, and takes a time that grows with the text, where that one's grows with its square.
 * @param enough where counting may stop
 */
export function visibleLength(text: string, enough = Infinity): number {
  let length = 0;
  let isJoined = false;
  let isFlagOpen = false;
  for (const character of text) {
    if (isPlain(character.charCodeAt(0))) {
      length += 1;
      isJoined = false;
      isFlagOpen = false;
    } else if (length > 0 && isExtending.test(character)) {
      isJoined = character === joiner;
    } else if (isJoined && isPicture.test(character)) {
      isJoined = false;
    } else {
      const isHalf = isFlagHalf.test(character);
      if (!(isHalf && isFlagOpen)) length += 1;
      isFlagOpen = isHalf && !isFlagOpen;
      isJoined = false;
    }
    if (length >= enough) break;
  }
  return length;
}

/** Characters of their own, whatever stands beside them: ASCII, the Chinese and their punctuation, full widths. */
function isPlain(unit: number): boolean {
  return unit < 0xa9 || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x3029) || unit >= 0xff00;
}

/** Code units a visible character may take: a family of four in skin tones takes 19, a piled-up letter any number. */
const mostUnitsEach = 20;

/** Whether a text is longer than `most` visible characters, or hides far more than it shows. */
export function isLongerThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  return text.length > most * mostUnitsEach || visibleLength(text, most + 1) > most;
}

/** A text's first characters, with "…" where there are more. */
export function cutShort(text: string, most: number): string {
  const characters = Array.from(text.slice(0, (most + 1) * mostUnitsEach));
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
