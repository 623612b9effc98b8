import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium';

/** Debian's names; the fonts are what the pictures of the pages are drawn with. */
const CHROMIUM_PACKAGE = 'chromium';
const FONT_PACKAGE = 'fonts-noto-cjk';

/**
 * Makes sure that the browser tests find Chromium and a Chinese font: installs Debian's packages when it may, that is as
 * root where apt-get is. Quick when both are there.
 * @throws a sentence that names the missing packages when it may not
 */
export function ensureBrowser(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  const mayInstall = process.getuid?.() === 0 && runs('apt-get', ['--version']);
  if (!mayInstall) {
    throw new Error(
      `The browser tests need ${missing.join(' and ')}. On Debian or Ubuntu: sudo ${command}\n` +
        'A browser elsewhere is named by CHROMIUM_PATH.',
    );
  }
  console.log(`Installing ${missing.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update', '-qq'], command.split(' ').slice(1).concat('-qq')];
  for (const args of steps) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed; the browser tests cannot run without it.`);
  }
}

function missingPackages(): string[] {
  return [...(findChromium() ? [] : [CHROMIUM_PACKAGE]), ...(hasChineseFont() ? [] : [FONT_PACKAGE])];
}

function hasChineseFont(): boolean {
  // Elsewhere the system itself reads Chinese.
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function runs(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
