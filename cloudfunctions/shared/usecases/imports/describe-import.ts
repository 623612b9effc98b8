import type { OrganiserOutput } from '../../contract/organiser';
import type { DraftCandidate, ImportProblem, ImportReport, ImportWarning } from '../../domain/imports/report';
import { candidateColumns } from '../../domain/exports/candidates-sheet';
import type { ImportField } from '../../domain/imports/columns';
import { derivedId } from '../../platform/ids';
import type { TeamPoll } from '../../store/editing/team-polls';
import type { RefusedCell } from './refused-cells';

/** How many candidates are shown whole: the first ones, and as many of the last. */
const sampleEach = 10;

type Report = OrganiserOutput<'candidate.import'>;

/** A reading of a file as the page shows it. */
export function describeImport(
  report: ImportReport,
  refused: readonly RefusedCell[] | 'unchecked',
  poll: TeamPoll,
): Omit<Report, 'added' | 'listVersion'> {
  const unchecked: ImportWarning[] = refused === 'unchecked' ? [{ code: 'CONTENT_UNCHECKED' }] : [];
  const notes = [...report.warnings, ...unchecked].map((warning) => tell('note', warning));
  const cells = refused === 'unchecked' ? [] : refused.map(({ problem }) => tell('fault', problem));
  const { measure = '项' } = poll;
  const shown = { sheets: report.sheets, columns: report.columns, uses: usesOf(poll), measure };
  if (!report.ok || cells.length > 0) {
    const own = report.ok ? [] : report.problems.map((problem) => tell('fault', problem));
    const faultCount = (report.ok ? 0 : report.problemCount) + cells.length;
    const problems = [...inOrder([...own, ...cells]), ...notes];
    return { ...shown, count: 0, problems, faultCount, sample: [], rows: report.rows, trial: '' };
  }
  const { candidates } = report;
  const numbers = new Map(candidates.map(({ sheet, row, number }) => [`${sheet}:${row}`, number]));
  const rows = report.rows.map((row) => {
    const number = numbers.get(`${row.sheet}:${row.row}`);
    return number === undefined ? row : { ...row, number };
  });
  return {
    ...shown,
    count: candidates.length,
    problems: notes,
    faultCount: 0,
    rows,
    sample: sampleOf(candidates, poll),
    trial: derivedId(32, JSON.stringify(candidates)),
  };
}

function usesOf({ rules, criteria }: TeamPoll): ImportField[] {
  const columns = candidateColumns({ hasGroups: (rules.groups ?? []).length > 0, criteria });
  return columns.map(({ field }) => field);
}

/** What is wrong with the file comes first, then row by row; what one row has keeps its order. */
function inOrder(problems: Report['problems']): Report['problems'] {
  return [...problems].sort(
    (one, other) => (isPlaced(one) ? (one.row ?? 0) : 0) - (isPlaced(other) ? (other.row ?? 0) : 0),
  );
}

function isPlaced({ cell, column }: Report['problems'][number]): boolean {
  return cell !== undefined && column !== undefined;
}

function sampleOf(candidates: readonly DraftCandidate[], { rules }: TeamPoll): Report['sample'] {
  const nameOf = (group?: string): string | undefined => rules.groups?.find(({ id }) => id === group)?.name;
  const isWhole = candidates.length <= 2 * sampleEach;
  const shown = isWhole ? candidates : [...candidates.slice(0, sampleEach), ...candidates.slice(-sampleEach)];
  return shown.map(({ row, number, name, group, unit, sentence, detail }) => ({
    row,
    number,
    name,
    group: nameOf(group),
    unit,
    sentence,
    detail,
  }));
}

/** A fault or a note as the contract carries it. */
export function tell(level: 'fault' | 'note', problem: ImportProblem | ImportWarning): Report['problems'][number] {
  const { code, row, column, cell, ...details }: { code: string; row?: number; column?: string; cell?: string } =
    problem;
  return { level, code, row, column, cell, details };
}
