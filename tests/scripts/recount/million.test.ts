import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recountFile } from '../../../scripts/recount/recount-file';
import { writeLargeBundle } from './write-large-bundle';

/** Takes a minute and wants the machine for itself, so only a release asks for it. */
const ballots = Number(process.env.RECOUNT_BALLOTS ?? 0);
const describeLarge = ballots > 0 ? describe : describe.skip;

/** Seconds of processor time. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describeLarge(`a bundle of RECOUNT_BALLOTS (1000000 for a release) ballots`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'large-'));
  const file = path.join(folder, 'large.bundle');
  beforeAll(() => writeLargeBundle(file, ballots), 600_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is recounted in at most twice the time that node:crypto takes to hash its leaves and nodes', async () => {
    const message = Buffer.alloc(100, 1);
    const ratios: number[] = [];
    for (let round = 0; round < 3; round++) {
      const hashing = await timeOf(() => {
        for (let n = 0; n < 2 * ballots; n++) hash('sha256', message, 'buffer');
      });
      const counting = await timeOf(() => recountFile(file));
      ratios.push(counting / hashing);
    }
    expect(Math.min(...ratios)).toBeLessThanOrEqual(2);
  }, 600_000);

  it('is recounted in at most 300 MB', () => {
    const script = 'scripts/recount.ts';
    const report = `process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`;
    const args = ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(report)}`, script, file];
    const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(0);
    const kilobytes = Number(/peak (\d+)/.exec(stderr)?.[1]);
    expect(kilobytes / 1024).toBeLessThanOrEqual(300);
  }, 600_000);
});
