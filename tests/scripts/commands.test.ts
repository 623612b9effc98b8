import { readdirSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';
import { runScript } from '../support/run-script';

/** The files that npm's scripts run. */
const files = [...new Set(Object.values(scripts).flatMap((line) => /scripts\/(\S+\.ts)/.exec(line)?.[1] ?? []))];
const folder = path.resolve(__dirname, '../../scripts');
/** No commands: how they reach a cloud, and how they ask whoever sits at the terminal. */
const noCommand = ['connect.ts', 'ask.ts'];

test('what lies at the top of scripts/ is a command of npm’s', () => {
  const there = readdirSync(folder).filter((name) => name.endsWith('.ts') && !noCommand.includes(name));
  expect(there.filter((name) => !files.includes(name))).toEqual([]);
});

test.each(files)('%s tells by --help what it does and how it is called, and does nothing', async (file) => {
  const { status, stdout, stderr } = await runScript(file, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/npm (?:run )?\w+/);
});
