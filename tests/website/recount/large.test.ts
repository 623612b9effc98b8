import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeLargeBundle } from '../../scripts/recount/write-large-bundle';
import { useSite } from '../support/use-site';

/** Takes minutes and wants the machine for itself, so only a release asks for it. */
const ballots = Number(process.env.RECOUNT_BALLOTS ?? 0);
const describeLarge = ballots > 0 ? describe : describe.skip;

const setting = useSite();

/**
 * Megabytes that this browser's page process, its worker included, has had to itself at most: without the browser's own program,
 * which every page shares.
 */
function peakMegabytes(): number {
  const own = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n').slice(1);
  const processes = own.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? []);
  const children = (parent: string): string[] =>
    processes
      .filter(([, ppid]) => ppid === parent)
      .flatMap(([pid = '', , args = '']) => [...(args.includes('--type=renderer') ? [pid] : []), ...children(pid)]);
  const peaks = children(String(process.pid)).map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    return kilobytes('VmHWM') - kilobytes('RssFile');
  });
  return Math.max(...peaks) / 1024;
}

describeLarge('a bundle of RECOUNT_BALLOTS (1000000 for a release) ballots', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'large-'));
  const file = path.join(folder, 'large.bundle');
  beforeAll(() => writeLargeBundle(file, ballots), 600_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is recounted by the page in at most 300 MB, with progress', async () => {
    const page = await setting().open();
    const startedAt = Date.now();
    await page.page.setInputFiles('#file', file);
    await page.page.locator('#progress', { hasText: /[1-9]\d*%/ }).waitFor();
    await page.page.getByRole('heading', { name: '核对通过' }).waitFor({ timeout: 500_000 });
    const seconds = (Date.now() - startedAt) / 1000;
    const megabytes = peakMegabytes();
    process.stdout.write(`${ballots} ballots: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB\n`);
    expect(megabytes).toBeGreaterThan(0);
    expect(megabytes).toBeLessThanOrEqual(300);
  }, 600_000);
});
