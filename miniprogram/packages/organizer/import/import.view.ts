import { plateText } from '../../../text/numbers';
import type { ImportReport } from '../services/candidates';
import { importWords } from '../text/import';
import { problemPlace, problemText } from '../text/import-problems';

interface ProblemRow {
  key: string;
  place: string;
  wrong: string;
  right: string;
}

export interface ReportView {
  isClean: boolean;
  title: string;
  detail: string;
  faults: ProblemRow[];
  moreFaults: string;
  notes: ProblemRow[];
  sample: { row: number; number: string; name: string; second: string }[];
  sampleMore: string;
  confirm: string;
}

/** What the trial of an import says. */
export function reportView({ count, problems, faultCount, sample }: ImportReport): ReportView {
  const faults = problems.filter(({ level }) => level === 'fault');
  const isClean = faultCount === 0;
  return {
    isClean,
    title: isClean ? importWords.clean(count) : importWords.faulty(faultCount),
    detail: isClean ? importWords.cleanDetail : importWords.faultyDetail,
    faults: faults.map(rowOf),
    moreFaults: faultCount > faults.length ? importWords.moreFaults(faultCount - faults.length) : '',
    notes: problems.filter(({ level }) => level === 'note').map(rowOf),
    sample: sample.map(({ row, number, name, group, unit }) => ({
      row,
      number: plateText(number),
      name,
      second: [group ?? '', unit].filter(Boolean).join('・'),
    })),
    sampleMore: count > sample.length ? importWords.sampleMore(count - sample.length) : '',
    confirm: importWords.confirm(count),
  };
}

function rowOf(problem: ImportReport['problems'][number], at: number): ProblemRow {
  return { key: `${problem.code}${at}`, place: problemPlace(problem), ...problemText(problem) };
}
