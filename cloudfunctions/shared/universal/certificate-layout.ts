/**
 * Where everything on a certificate stands, in points of an A4 page: on paper as in the picture that a phone draws. Whoever draws says
 * how wide texts are.
 */
export interface Lettering {
  width(text: string, look: { size: number; spacing?: number }): number;
  /** The lines of a text of this width, whole. */
  lines(text: string, width: number, look: { size: number }): string[];
}

/** One line of text. */
export interface LaidText {
  text: string;
  /** Of its left end; of its middle or its right end where `from` says so. */
  x: number;
  /** Of its em box. */
  top: number;
  from: 'left' | 'middle' | 'right';
  look: { size: number; colour: string; isBold: boolean; spacing: number };
}

export interface LaidCertificate {
  texts: LaidText[];
  /** The line beneath the title, from its left end. */
  rule: { x: number; y: number; width: number; height: number; colour: string };
}

/** `upright` and `wide` in colour; `plain` in black, without frame and ground, also for certificate paper that one has. */
export const certificateDesigns = ['upright', 'wide', 'plain'] as const;
export type CertificateDesign = (typeof certificateDesigns)[number];

/** A line of a certificate's letter. */
export interface LetterLine {
  text: string;
  /** What it is: the name and the honour are large, the salutation begins at the margin, a sentence is indented. */
  kind: 'salutation' | 'opening' | 'name' | 'sentence' | 'honour';
}

/** What somebody's certificate says. */
export interface Certificate {
  letter: LetterLine[];
  organiser: string;
  /** The day of the award, as it is written. */
  day: string;
  /** As it is printed: "C7QM4-1XD2K". */
  code: string;
}

/** What stands on every certificate. */
export const certificateWords = {
  title: '荣誉证书',
  number: '证书编号',
  hint: '微信扫码核对。撤销以后，扫码会写明。',
} as const;

export interface CertificateLayout {
  page: { width: number; height: number };
  ink: { strong: string; weak: string; title: string };
  title: { top: number; size: number; spacing: number };
  /** Where the letter stands. */
  letter: { left: number; right: number; top: number; bottom: number };
  /** Right and lower end of the issuer and the day. */
  issuer: { right: number; bottom: number; width: number };
  code: { left: number; top: number; side: number };
  seal: { left: number; top: number; side: number };
}

export const certificateColours = {
  pine: '#0E5E50',
  frame: '#D8E0DB',
  ground: '#EDF2EE',
  wash: '#EEF5F1',
  cinnabar: '#C2371F',
};
const coloured = { strong: '#15231F', weak: '#46564F', title: certificateColours.pine };
const black = { strong: '#000000', weak: '#333333', title: '#000000' };

const upright: CertificateLayout = {
  page: { width: 595.28, height: 841.89 },
  ink: coloured,
  title: { top: 78, size: 50, spacing: 18 },
  letter: { left: 74, right: 521, top: 196, bottom: 510 },
  issuer: { right: 521, bottom: 628, width: 400 },
  code: { left: 62, top: 683, side: 110 },
  seal: { left: 470, top: 706, side: 64 },
};

export const certificateLayouts: Readonly<Record<CertificateDesign, CertificateLayout>> = {
  upright,
  wide: {
    page: { width: 841.89, height: 595.28 },
    ink: coloured,
    title: { top: 50, size: 46, spacing: 18 },
    letter: { left: 110, right: 732, top: 142, bottom: 388 },
    issuer: { right: 752, bottom: 524, width: 250 },
    code: { left: 70, top: 420, side: 104 },
    seal: { left: 424, top: 442, side: 60 },
  },
  plain: { ...upright, ink: black, code: { left: 74, top: 700, side: 88 }, seal: { left: 480, top: 712, side: 0 } },
};

/** How large each line of the letter is where there is room, and the room above it. */
const looks: Readonly<Record<LetterLine['kind'], { size: number; gap: number; indent: number; isBold: boolean }>> = {
  salutation: { size: 23, gap: 0, indent: 0, isBold: false },
  opening: { size: 23, gap: 10, indent: 2, isBold: false },
  name: { size: 36, gap: 14, indent: 0, isBold: true },
  sentence: { size: 23, gap: 14, indent: 0, isBold: false },
  honour: { size: 28, gap: 12, indent: 0, isBold: true },
};
const leading = 1.4;
/** Smaller where a letter is long, and never cut; what is not the name or the honour stays readable at arm’s length. */
const leastSentence = 0.7;
const factors = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];

/** Lays a certificate out: smaller where a text is long, and never cut. */
export function layCertificate(
  layout: CertificateLayout,
  { letter, organiser, day, code }: Certificate,
  lettering: Lettering,
): LaidCertificate {
  const { page, ink, title, issuer } = layout;
  const middle = page.width / 2;
  const ruleTop = title.top + title.size * 1.5;
  // From below, so that an organiser of many names pushes nothing onto the code; the place for its stamp is across the day.
  const { lines, size } = fitting(lettering, organiser, issuer.width, 3, [20, 18, 16, 14, 12, 10]);
  const issuerTop = issuer.bottom - 34 - lines.length * size * leading;
  return {
    texts: [
      laid(certificateWords.title, middle, title.top, 'middle', { ...title, colour: ink.title, isBold: true }),
      ...layLetter(layout, letter, lettering),
      laid(day, issuer.right, issuer.bottom - 26, 'right', { size: 20, colour: ink.strong }),
      ...lines.map((line, at) =>
        laid(line, issuer.right, issuerTop + at * size * leading, 'right', { size, colour: ink.strong }),
      ),
      ...layCode(layout, code),
    ],
    rule: { x: middle - 31, y: ruleTop - 1.2, width: 62, height: 2.4, colour: ink.title },
  };
}

function laid(
  text: string,
  x: number,
  top: number,
  from: LaidText['from'],
  { size, colour, isBold = false, spacing = 0 }: { size: number; colour: string; isBold?: boolean; spacing?: number },
): LaidText {
  return { text, x, top, from, look: { size, colour, isBold, spacing } };
}

/** The largest size in which a text has at most so many lines; in the smallest it has as many as it needs. */
function fitting(
  lettering: Lettering,
  text: string,
  width: number,
  most: number,
  sizes: readonly number[],
): { lines: string[]; size: number } {
  for (const size of sizes) {
    const lines = lettering.lines(text, width, { size });
    if (lines.length <= most || size === sizes.at(-1)) return { lines, size };
  }
  throw new RangeError('there is a smallest size');
}

function layLetter({ letter, ink }: CertificateLayout, lines: readonly LetterLine[], lettering: Lettering): LaidText[] {
  const width = letter.right - letter.left;
  const height = letter.bottom - letter.top;
  const sized = factors.map((factor) => sizeLetter(lettering, lines, width, factor));
  const fits = sized.find((each) => each.height <= height) ?? sized.at(-1);
  if (fits === undefined) return [];
  // What room is left stands mostly below, as on a letter.
  let top = letter.top + Math.max(0, height - fits.height) * 0.35;
  const texts: LaidText[] = [];
  for (const part of fits.parts) {
    top += part.gap;
    for (const [index, text] of part.texts.entries()) {
      const look = { size: part.size, colour: ink.strong, isBold: part.isBold };
      if (part.isBold) texts.push(laid(text, (letter.left + letter.right) / 2, top, 'middle', look));
      else texts.push(laid(text, letter.left + (index === 0 ? part.indent : 0), top, 'left', look));
      top += part.size * leading;
    }
  }
  return texts;
}

interface SizedPart {
  texts: string[];
  size: number;
  gap: number;
  isBold: boolean;
  indent: number;
}

function sizeLetter(
  lettering: Lettering,
  lines: readonly LetterLine[],
  width: number,
  factor: number,
): { parts: SizedPart[]; height: number } {
  const parts = lines.map(({ text, kind }): SizedPart => {
    const { isBold, ...look } = looks[kind];
    const size = look.size * (isBold ? factor : Math.max(factor, leastSentence));
    const indent = look.indent * size;
    return { texts: lettering.lines(text, width - indent, { size }), size, gap: look.gap * factor, isBold, indent };
  });
  const height = parts.reduce((sum, { texts, size, gap }) => sum + gap + texts.length * size * leading, 0);
  return { parts, height };
}

/** The words beside the code. */
function layCode({ code: { left, top, side }, ink }: CertificateLayout, code: string): LaidText[] {
  const x = left + side + 24;
  const first = top + side / 2 - 40;
  return [
    laid(certificateWords.number, x, first, 'left', { size: 13, colour: ink.weak }),
    laid(code, x, first + 20, 'left', { size: 25, colour: ink.strong, isBold: true }),
    laid(certificateWords.hint, x, first + 60, 'left', { size: 12, colour: ink.weak }),
  ];
}
