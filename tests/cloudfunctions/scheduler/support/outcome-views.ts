import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LogEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { recountInPython } from '../../../scripts/recount/python-recount';
import { readLedger } from '../../../support/ledger';
import { runScript } from '../../../support/run-script';
import type { TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { download, existingLogOf } from './public-log';

/** What a poll's log holds behind its close. */
export async function kindsBehindClose(cloud: TestCloud, pollId: string): Promise<LogEntry['kind'][]> {
  const { batches } = await readLedger(cloud.url, pollId);
  const kinds = batches.flatMap(({ entries }) =>
    entries.map((text) => {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(`${entry}: ${text}`);
      return entry.kind;
    }),
  );
  return kinds.slice(kinds.indexOf('close') + 1);
}

/** A poll as anybody sees it. */
export const pollOf = async (cloud: TestCloud, pollId: string) =>
  (await new VoterClient(cloud.url, 'oAnyone').get('poll.get', { pollId })).poll;

export async function boardOf(cloud: TestCloud, pollId: string): Promise<Record<string, unknown>> {
  const { files } = await existingLogOf(cloud, pollId);
  return JSON.parse(String(await download(cloud, `${files}/poll.json`))) as Record<string, unknown>;
}

/** What both recounters say of the poll's bundle. */
export async function recounts(cloud: TestCloud, pollId: string): Promise<unknown[]> {
  const { bundle = '' } = await existingLogOf(cloud, pollId);
  const folder = mkdtempSync(path.join(tmpdir(), 'outcome-'));
  try {
    const file = path.join(folder, pollId);
    writeFileSync(file, (await download(cloud, bundle)) ?? '');
    const { stdout } = await runScript('recount.ts', file, '--json');
    return [stdout, ...recountInPython([file])].map((line): unknown => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
