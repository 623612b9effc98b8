import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { recountFile } from '../../../scripts/recount/recount-file';
import type { News, Order } from '../../../website/recount/worker/messages';
import { damagedBundle } from '../../scripts/recount/damage/damaged-bundle';
import { mutations } from '../../scripts/recount/mutation-cases';
import { sound } from '../../scripts/recount/mutation-kit';
import { useSite } from '../support/use-site';

/** A release runs 20,000. */
const bundles = Number(process.env.DAMAGED_BUNDLES ?? 600);
const firstSeed = Number(process.env.DAMAGE_SEED ?? 0);
const atOnce = 100;

const setting = useSite();
const folder = mkdtempSync(path.join(tmpdir(), 'damage-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A page that keeps the worker which it counts in, so that a test can hand it one file after another. */
async function workerPage(): Promise<Page> {
  const { page, ...recount } = await setting().open();
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { workerSource: blob });
      return make(blob);
    };
  });
  await page.setInputFiles('#file', { name: 'poll.bundle', mimeType: '', buffer: Buffer.from(sound) });
  await page.locator('#outcome h2').first().waitFor();
  expect(recount.problems).toEqual([]);
  return page;
}

/** What the page's own worker says of each file, as JSON lines. */
function countInWorker(page: Page, files: readonly Buffer[]): Promise<string[]> {
  return page.evaluate(
    async (encoded) => {
      // The page was made to keep it.
      const { workerSource } = globalThis as unknown as { workerSource: Blob };
      const worker = new Worker(URL.createObjectURL(workerSource));
      const verdictOf = (order: Order): Promise<string> =>
        new Promise((resolve, reject) => {
          let line = '';
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }: MessageEvent<News>) => {
            if (data.kind === 'verdict') line = data.verdict.line;
            else if (data.kind === 'unreadable') resolve('unreadable');
            else if (data.kind === 'fingerprint') resolve(line);
          };
          worker.postMessage(order);
        });
      const lines: string[] = [];
      for (const base64 of encoded) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const source = { kind: 'file' as const, file: new File([bytes], 'poll.bundle') };
        lines.push(await verdictOf({ source, given: { held: [], receipts: [] } }));
      }
      worker.terminate();
      return lines;
    },
    files.map((file) => file.toString('base64')),
  );
}

async function command(bytes: Buffer): Promise<string> {
  const file = path.join(folder, 'poll.bundle');
  writeFileSync(file, bytes);
  return outcomeLine(await recountFile(file));
}

test(`the page’s worker says of ${bundles} damaged bundles and of every mutation what the command says`, async () => {
  const page = await workerPage();
  const all = mutations.map(([, bundle]) => Buffer.from(bundle));
  for (let from = 0; from < bundles + all.length; from += atOnce) {
    const last = Math.min(from + atOnce, bundles + all.length);
    const places = Array.from({ length: last - from }, (_, at) => from + at);
    const files = places.map((place) => all[place] ?? damagedBundle(firstSeed + place - all.length).bytes);
    const ours: string[] = [];
    for (const [at, file] of files.entries()) ours.push(`${places[at] ?? ''} ${await command(file)}`);
    const theirs = await countInWorker(page, files);
    expect(theirs.map((line, at) => `${places[at] ?? ''} ${line}`)).toEqual(ours);
  }
}, 3_600_000);
