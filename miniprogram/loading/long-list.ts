/** How many rows come each time the end of the list comes near: more than a screen holds, few enough for a slow phone. */
export const rowStep = 20;

interface LongList {
  rows: number;
  again(): void;
}

/** The part of a page that has a long list whole and shows it as one scrolls: the first `rows` of it, and more at their end. */
export const longList = {
  rows: rowStep,
  /** Shows what was loaded, whatever `rows` is by now. */
  again(this: { show(): void }): void {
    this.show();
  },
  onReachBottom(this: LongList): void {
    this.rows += rowStep;
    this.again();
  },
};
