import { spawnSync } from 'node:child_process';
import path from 'node:path';

function cloud(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const script = path.join(__dirname, '../../scripts/cloud.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...options], { encoding: 'utf8' });
}

test('the command explains itself', () => {
  const { status, stdout } = cloud('--help');
  expect(status).toBe(0);
  for (const part of [
    '--port',
    '--data',
    '--seed',
    'ready http://127.0.0.1:P',
    '/functions/NAME',
    '--fault',
    'timer-twice',
  ])
    expect(stdout).toContain(part);
});

test.each([
  [['--port', 'high'], '--port high is no port number'],
  [['--port', '70000'], '--port 70000 is no port number'],
  [['--seed', 'all'], 'there is only "demo"'],
  [['--fault', 'gremlins'], 'there is no fault "gremlins"; there are latency, lost'],
  [['--sed', 'demo'], "Unknown option '--sed'"],
])('the command refuses %j with one sentence', (options, reason) => {
  const { status, stderr } = cloud(...options);
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain('    at ');
});
