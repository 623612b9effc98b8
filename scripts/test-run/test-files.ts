import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** All test files, by their paths in the repository. */
export function allTestFiles(): string[] {
  const entries = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.posix.join('tests', name.split(path.sep).join('/')))
    .sort();
}

/** Those of Chromium's tests that are in the main part: what everything else stands on. */
export const mainJourneys = [
  'tests/e2e/vote',
  'tests/e2e/receipt',
  'tests/e2e/organiser-create',
  'tests/preview/pages',
  'tests/website/preview',
  'tests/website/board/following',
  'tests/website/board/files',
  'tests/website/board/tints',
  'tests/website/board/views',
  'tests/website/recount/verdicts',
];

const browserFolders = ['tests/e2e/', 'tests/preview/', 'tests/website/'];

/** Elsewhere, what takes long and is seldom the first to fail. */
export const long = [
  'tests/local-cloud/conformance/',
  'tests/local-cloud/torture/ballots-under-faults',
  // A kill is in torture/kill.
  'tests/local-cloud/durability',
  'tests/local-cloud/torn-file',
  'tests/cloudfunctions/scheduler/counting/earlier-versions',
  'tests/cloudfunctions/scheduler/counting/poisoned-ruling',
  // What calls cost, how many ballots fit: figures, beside the counting that is in sequencing, release, crash and privacy.
  'tests/cloudfunctions/scheduler/counting/cost',
  'tests/cloudfunctions/scheduler/counting/capacity',
  // What the contract says of a database without room is in voter/no-room.
  'tests/cloudfunctions/voter/crowd',
  // What single calls cost is in voter/cost.
  'tests/cloudfunctions/voter/cost-of-poll',
  'tests/cloudfunctions/scheduler/reminders/reminders',
  'tests/cloudfunctions/scheduler/spread/links',
  'tests/cloudfunctions/scheduler/texts-as-keys',
  // Notices and awards are in outcome, objections in objections and objections-of-team.
  'tests/cloudfunctions/scheduler/outcome/outcome-edges',
  'tests/cloudfunctions/scheduler/outcome/outcome-objections',
  'tests/cloudfunctions/participant/objections-public',
  // Answers are in surveys, the rule of their totals in domain/feedback.
  'tests/cloudfunctions/scheduler/feedback/',
  // Acts are in publishing, launch, draw and count-step.
  'tests/cloudfunctions/organiser/acts/open-poll-acts',
  'tests/cloudfunctions/organiser/team/installation',
  'tests/cloudfunctions/organiser/editing/public-record',
  // A hundred simulated polls; the test itself is in domain/fairplay.
  'tests/scripts/simulate/',
  'tests/cloudfunctions/shared/spreadsheet/hostile',
  'tests/scripts/recount/mutations',
  'tests/scripts/build/miniprogram',
  'tests/scripts/build/official-compiler',
  'tests/scripts/build/rebuilding',
  'tests/scripts/commands',
  'tests/scripts/deploy/command',
  // The same on one poll is in vault/moving.
  'tests/scripts/vault/drill',
  'tests/scripts/vault/erase',
  'tests/scripts/check/wxml',
  'tests/scripts/seed/seed-demo',
];

/** Whether `npm test` runs a file; the rest is `npm run test:all`'s. What nobody named here is in it, but for Chromium's. */
export function isInMainPart(file: string): boolean {
  const isOneOf = (names: readonly string[]): boolean => names.some((name) => file.startsWith(name));
  return isOneOf(browserFolders) ? isOneOf(mainJourneys) : !isOneOf(long);
}
