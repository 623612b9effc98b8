import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

test('a journey that does not exist fails, and those that do are listed', () => {
  const args = ['--import', 'tsx', 'scripts/e2e.ts', 'no-such-journey'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/There are: .*\bhome\b.*\bvote\b/);
  expect(stdout.trim()).toBe('0 passed, 1 failed');
});
