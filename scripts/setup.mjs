// The first thing that every npm script runs, in a clone that may hold nothing but the sources:
//   node scripts/setup.mjs [SCRIPT.ts [ARGUMENTS…]]
// installs the npm packages where they are missing or differ from the lock file, then runs SCRIPT. It is plain
// JavaScript on Node alone, because nothing else is there yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * npm keeps a copy of the lock file of what it installed; comparing versions needs no time stamps, which a clone,
 * a checkout or `npm install` would make lie.
 */
function isInstalled() {
  const installedFile = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(locked).every(([place, { version, optional, devOptional }]) => {
    const isRoot = place === '';
    // Packages for other platforms are optional and rightly absent.
    return isRoot || (installed[place] ? installed[place].version === version : Boolean(optional ?? devOptional));
  });
}

/**
 * Resolves to the exit code; a signal that ends us ends the child first. npm runs us in a shell, which dies of a signal
 * without passing it on, so losing our parent counts as one.
 */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(signal ? 1 : code);
    });
  });
}

async function install() {
  if (isInstalled()) return 0;
  console.log('Installing npm packages …');
  // Not `npm ci`: it refuses a lock file that does not name every optional package for every other system, and which
  // of these a registry had when the lock was written is not in our hands. Versions are the lock's either way.
  return run('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
}

const [script, ...args] = process.argv.slice(2);
process.exitCode = await install();
if (process.exitCode === 0 && script) {
  process.exitCode = await run(process.execPath, ['--import', 'tsx', path.join(root, script), ...args]);
}
