import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { eventually } from '../support/eventually';
import { startTestCloud } from './support/cloud';
import { buildProbes, temporaryFolder } from './support/functions';

let cloud: LocalCloud | undefined;
afterEach(async () => {
  await cloud?.close();
  cloud = undefined;
});

/** A folder with one function of that code and config. */
function functionFolder(code: string, config: object): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'clock'));
  writeFileSync(path.join(folder, 'clock/index.js'), code);
  writeFileSync(path.join(folder, 'clock/config.json'), JSON.stringify(config));
  return folder;
}

function timer(config: string): object {
  return { name: 'tick', type: 'timer', config };
}

const invocations = (running: LocalCloud): number => running.stats().invocations['clock'] ?? 0;

function untilInvoked(running: LocalCloud, times: number): Promise<void> {
  return eventually(() => expect(invocations(running)).toBeGreaterThanOrEqual(times));
}

/** Long enough for a firing that should not come. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_000));

test.each(['brief', 'tick'])("a timer fired by hand, named %s, runs as WeChat's timers do", async (name) => {
  cloud = await startTestCloud({ functionsDir: buildProbes() });
  const response = await fetch(`${cloud.url}/timers/${name}`, { method: 'POST' });
  expect(await response.json()).toMatchObject({
    event: {
      Type: 'Timer',
      TriggerName: 'tick',
      Message: '',
      Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
    context: { SOURCE: 'wx_trigger' },
  });
  expect(await cloud.fireTimer(name)).not.toMatchObject({ context: { OPENID: expect.anything() } });
});

test('a timer that is not there', async () => {
  cloud = await startTestCloud();
  expect((await fetch(`${cloud.url}/timers/none`, { method: 'POST' })).status).toBe(404);
});

test('a timer fires by its schedule', async () => {
  const functionsDir = functionFolder('exports.main = async () => 1;', { triggers: [timer('* * * * * * *')] });
  cloud = await startTestCloud({ functionsDir, timers: true });
  await untilInvoked(cloud, 2);
});

test("a timer follows the cloud's clock, in the time zone of Shanghai", async () => {
  const functionsDir = functionFolder('exports.main = async () => 1;', { triggers: [timer('0 0 8 * * * *')] });
  const beforeEight = Date.parse('2026-11-23T07:59:59.000+08:00');
  const startedAt = Date.now();
  let time = Date.parse('2026-11-23T03:00:00.000+08:00');
  cloud = await startTestCloud({ functionsDir, timers: true, clock: () => time });
  await aWhile();
  expect(invocations(cloud)).toBe(0);
  cloud.setClock(() => beforeEight + (Date.now() - startedAt));
  await untilInvoked(cloud, 1);
  time += 1;
});

test('firings of a slow function do not pile up: at most two run at once', async () => {
  const code = 'exports.main = () => new Promise((resolve) => setTimeout(resolve, 60_000));';
  const functionsDir = functionFolder(code, { timeout: 90, triggers: [timer('* * * * * * *')] });
  let time = 1_800_000_000_000;
  cloud = await startTestCloud({ functionsDir, timers: true, clock: () => time });
  const hurry = setInterval(() => {
    time += 1000;
  }, 5);
  await untilInvoked(cloud, 2);
  await aWhile();
  expect(invocations(cloud)).toBe(2);
  clearInterval(hurry);
});

test.each([
  ['five fields', [timer('* * * * *')], 'seven fields'],
  ['a year', [timer('0 0 0 1 1 * 2027')], 'seven fields'],
  ['two timers', [timer('* * * * * * *'), timer('* * * * * * *')], 'one timer'],
])('a config with %s keeps the cloud from starting, and the folder is free again', async (_name, triggers, reason) => {
  const dataDir = temporaryFolder();
  const functionsDir = functionFolder('exports.main = async () => 1;', { triggers });
  await expect(startTestCloud({ dataDir, functionsDir })).rejects.toThrow(reason);
  cloud = await startTestCloud({ dataDir });
});
