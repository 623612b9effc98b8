import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ImportProblem } from '../../../../../cloudfunctions/shared/domain/imports/report';
import type { SpreadsheetRefusal } from '../../../../../cloudfunctions/shared/spreadsheet/refusal';
import { bundleFunction } from '../../../../../scripts/build/functions';

export interface Measured {
  /** How many candidates, or the first problem, or why the reader refuses. */
  found: number | ImportProblem | SpreadsheetRefusal;
  /** Of processor time. */
  milliseconds: number;
  /** The most memory the process ever held. */
  megabytes: number;
  /** A workbook that the bundle wrote. */
  written: Buffer;
}

/**
 * Milliseconds of processor time within which any file is read. It is 3 s on the machines that we know, the rest is room for slower
 * ones and for the company a process has there: a file that takes more than its length in time takes minutes.
 */
export const readingTime = 12_000;

/** The reader, the import and the writer, bundled as they are deployed, each file in a process of its own. */
export class BundledProbe {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<BundledProbe> {
    const folder = await mkdtemp(path.join(tmpdir(), 'probe-'));
    await bundleFunction(path.join(__dirname, '../probe'), folder);
    return new BundledProbe(folder);
  }

  async run(file: Uint8Array): Promise<Measured> {
    const input = path.join(this.folder, 'file');
    await writeFile(input, file);
    // A process that would need more dies, and the test with it.
    const memory = ['--max-old-space-size=160', '--max-semi-space-size=16'];
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...memory,
      path.join(this.folder, 'index.js'),
      input,
    ]);
    // The probe's own output.
    const result = JSON.parse(stdout) as Omit<Measured, 'written'> & { written: string };
    return { ...result, written: Buffer.from(result.written, 'base64') };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
