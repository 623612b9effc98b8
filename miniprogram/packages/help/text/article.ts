/** A text in sections, as the help pages show it. */
export interface Section {
  title: string;
  /** A paragraph, or one point of a list. */
  lines: readonly string[];
}

export const wayWords = { contact: '联系客服' } as const;
