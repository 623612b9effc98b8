import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeLock } from './demo-data';

const aPlace = () => path.join(mkdtempSync(path.join(tmpdir(), 'gongping-lock-')), 'made');

test('the lock of a run that lives is waited for', () => {
  const made = aPlace();
  expect(takeLock(made)).toBe(true);
  expect(takeLock(made)).toBe(false);
  expect(takeLock(made)).toBe(false);
});

test('the lock of a run that was killed is taken over at once', () => {
  const made = aPlace();
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  expect(takeLock(made, ended)).toBe(true);
  expect(takeLock(made)).toBe(false); // found, and taken away
  expect(existsSync(`${made}.lock`)).toBe(false);
  expect(takeLock(made)).toBe(true);
});
