import { readFileSync } from 'node:fs';
import { readCandidates } from '../../../../../cloudfunctions/shared/domain/imports/read-candidates';
import { readSpreadsheet } from '../../../../../cloudfunctions/shared/spreadsheet/read-spreadsheet';
import { writeWorkbook } from '../../../../../cloudfunctions/shared/spreadsheet/write-workbook';

/** Bundled as a function is, and run alone: what reading one file, and writing another, costs a whole process. */
async function measure(): Promise<object> {
  const bytes = readFileSync(process.argv[2] ?? '');
  const before = process.cpuUsage();
  const reading = await readSpreadsheet(bytes);
  const report = reading.ok
    ? readCandidates(reading.tables, {
        groups: [],
        criteria: ['innovation', 'effectiveness', 'satisfaction', 'sustainability'],
        existing: [],
      })
    : reading;
  const found = report.ok ? report.candidates.length : 'refusal' in report ? report.refusal : report.problems[0];
  const { user, system } = process.cpuUsage(before);
  // The peak since this program was started; the one getrusage tells includes the parent's at the fork.
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  const megabytes = Number(kilobytes) / 1024;
  const written = await writeWorkbook([{ name: '1', columns: [{ title: '编号', width: 8 }], rows: [[1]] }]);
  return { found, milliseconds: (user + system) / 1000, megabytes, written: Buffer.from(written).toString('base64') };
}

void measure().then((result) => process.stdout.write(JSON.stringify(result)));
