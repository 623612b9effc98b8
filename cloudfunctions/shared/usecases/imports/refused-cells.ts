import type { ImportField } from '../../domain/imports/columns';
import type { CellProblem, DraftCandidate, Place } from '../../domain/imports/report';
import { cutShort } from '../../universal/text/visible-length';
import { refusedTexts, type RefusedText, type WrittenText } from '../check-texts';

/** A cell whose text WeChat does not pass, as a fault of the file. */
export interface RefusedCell extends RefusedText {
  problem: CellProblem;
}

const longestFound = 24;

/**
 * All cells of a list whose texts WeChat's content check does not pass.
 * @throws ContentCheckFault
 */
export async function refusedCells(
  drafts: readonly DraftCandidate[],
  placeOf: (draft: DraftCandidate, field: ImportField) => Place,
  openid: string,
): Promise<RefusedCell[]> {
  const cells = new Map<string, { draft: DraftCandidate; field: ImportField; written: WrittenText }>();
  for (const draft of drafts) {
    const path = draft.sheet === 0 ? `rows.${draft.row}` : `sheets.${draft.sheet}.rows.${draft.row}`;
    const { name, unit, sentence, detail, criteria } = draft;
    const plain = Object.entries({ name, unit, sentence, detail } as const);
    const texts = [...plain, ...criteria.map(({ criterion, text }) => [criterion, text] as const)];
    for (const [field, text] of texts) {
      // The keys above are fields.
      cells.set(`${path}.${field}`, {
        draft,
        field: field as ImportField,
        written: { field: `${path}.${field}`, text },
      });
    }
  }
  const refused = await refusedTexts(
    [...cells.values()].map(({ written }) => written),
    openid,
  );
  return refused.flatMap(({ written: { field: path }, suggest }) => {
    const cell = cells.get(path);
    if (!cell) return [];
    const { draft, field, written } = cell;
    const found = cutShort(written.text, longestFound);
    return [{ written, suggest, problem: { ...placeOf(draft, field), code: 'CONTENT_REFUSED', found, suggest } }];
  });
}
