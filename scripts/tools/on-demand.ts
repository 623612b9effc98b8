import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Tools of the vendor that only whoever deploys needs: large, with many packages of their own, and so no dependencies of the project. Each
 * is installed when it is first asked for, at this version, into a folder that git ignores.
 */
const versions = {
  '@cloudbase/manager-node': '5.6.5',
  'miniprogram-ci': '2.1.42',
} as const;

export type Tool = keyof typeof versions;

const folder = path.resolve(__dirname, '../../.cache/tools');
/** Longer than a slow line needs; a registry that does not answer ends here instead of never. */
const patience = 10 * 60 * 1000;

/**
 * The folder with a tool's packages. Safe when two ask at once: each installs beside and one of them takes the place.
 * @throws a sentence when it cannot be installed
 */
export function installTool(tool: Tool): string {
  const version = versions[tool];
  const place = path.join(folder, `${tool.replaceAll(/[@/]/g, '-')}-${version}`);
  if (existsSync(place)) return place;
  console.log(`Installing ${tool} ${version} …`);
  const work = `${place}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  writeFileSync(path.join(work, 'package.json'), '{ "private": true }\n');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--save-exact'];
  const { status, error } = spawnSync('npm', ['install', ...options, `${tool}@${version}`], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: patience,
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    rmSync(work, { recursive: true, force: true });
    throw new Error(`${tool} ${version} could not be installed${error === undefined ? '' : `: ${error.message}`}`);
  }
  try {
    renameSync(work, place);
  } catch {
    // Somebody else was first.
    rmSync(work, { recursive: true, force: true });
  }
  return place;
}

/**
 * Loads a tool, which is installed where it is missing.
 * @param inside a file of it in place of its main one
 * @throws a sentence when it cannot be installed
 */
export function loadTool(tool: Tool, inside?: string): unknown {
  const require = createRequire(path.join(installTool(tool), 'package.json'));
  return require(inside === undefined ? tool : `${tool}/${inside}`) as unknown;
}
