import type { Corrections, ImportReport } from '../services/candidates';
import { chosenUse } from './columns.view';
import { withColumn, withRow, withSheet } from './corrections';

type Tapped = WechatMiniprogram.TouchEvent<object, object, { sheet: number; row: number; taken: boolean }>;

interface Correcting {
  checked: { report: ImportReport } | undefined;
  correct(change: (corrections: Corrections) => Corrections): Promise<void>;
}

/** The part of the page by which a clerk reads a file otherwise than the cloud did. */
export const correctionTaps = {
  setUse(this: Correcting, { currentTarget, detail }: WechatMiniprogram.PickerChange): void {
    const { checked } = this;
    // The dataset is the template's own.
    const { column } = currentTarget.dataset as { column: number };
    if (!checked) return;
    const use = chosenUse(checked.report, Number(detail.value));
    void this.correct((corrections) => withColumn(corrections, { column, use }));
  },

  setRow(this: Correcting, { currentTarget }: Tapped): void {
    const { sheet, row, taken } = currentTarget.dataset;
    void this.correct((corrections) => withRow(corrections, { sheet, row, isTaken: !taken }));
  },

  setSheet(this: Correcting, { currentTarget }: Tapped): void {
    const { sheet, taken } = currentTarget.dataset;
    void this.correct((corrections) => withSheet(corrections, { sheet, isTaken: !taken }));
  },

  undo(this: Correcting): void {
    void this.correct(() => ({}));
  },
};
