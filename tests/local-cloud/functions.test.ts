import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalCloud } from '../../scripts/local-cloud/start';
import { eventually } from '../support/eventually';
import { nodeApp, nodeDatabase } from './support/clients';
import { startTestCloud } from './support/cloud';
import { buildProbes } from './support/functions';

let cloud: LocalCloud;
let functionsDir: string;

beforeAll(async () => {
  functionsDir = buildProbes();
  cloud = await startTestCloud({ functionsDir, instancesPerFunction: 3, functionEnv: { probe: { SECRET: 's' } } });
});
afterAll(() => cloud.close());

/** Calls a function at the HTTP door. */
async function post(
  name: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${cloud.url}/functions/${name}`, { method: 'POST', body, headers });
  return { status: response.status, body: await response.json() };
}

interface Echo {
  context: Record<string, unknown>;
  event: unknown;
  now: number;
  newDate: number;
}

describe('identity', () => {
  test('a function learns who calls from the headers of the door', async () => {
    const headers = { 'x-wx-openid': 'o-li', 'x-wx-clientip': '10.0.0.7' };
    const { body } = await post('probe', '{"a":1}', headers);
    expect(body).toMatchObject({
      event: { a: 1 },
      context: {
        OPENID: 'o-li',
        CLIENTIP: '10.0.0.7',
        SOURCE: 'wx_client',
        ENV: 'local-env',
        APPID: expect.any(String),
      },
    });
  });

  test('nothing in the event makes somebody else of the caller', async () => {
    const forged = {
      OPENID: 'o-wang',
      userInfo: { openId: 'o-wang' },
      SOURCE: 'wx_trigger',
      Type: 'Timer',
      TCB_SOURCE: 'wx_trigger',
    };
    const { body } = await post('probe', JSON.stringify(forged), { 'x-wx-openid': 'o-li' });
    expect((body as Echo).context).toMatchObject({ OPENID: 'o-li', SOURCE: 'wx_client' });
  });

  test('an instance forgets the caller before', async () => {
    await post('probe', '{}', { 'x-wx-openid': 'o-li', 'x-wx-clientip': '10.0.0.7' });
    const { body } = await post('probe', '{}', { 'x-wx-source': 'wx_http' });
    expect((body as Echo).context).toMatchObject({ SOURCE: 'wx_http' });
    expect((body as Echo).context).not.toHaveProperty('OPENID');
    expect((body as Echo).context).not.toHaveProperty('CLIENTIP');
  });

  test('callers at once are not mixed up', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `o-${n}`);
    const answers = await Promise.all(names.map((openid) => cloud.invoke('probe', { openid }, { openid })));
    expect(answers.map((answer) => (answer as Echo).context['OPENID'])).toEqual(names);
  });

  test('a function that calls another hands its caller on, with a longer source', async () => {
    const event = { do: 'call', name: 'brief', data: { x: 1 } };
    expect(await cloud.invoke('probe', event, { openid: 'o-li' })).toMatchObject({
      event: { x: 1 },
      context: { OPENID: 'o-li', SOURCE: 'wx_client,scf' },
    });
  });

  test('a script from outside calls without an OPENID and never as a client or a timer', async () => {
    const { result } = await nodeApp(cloud.url).callFunction({ name: 'probe', data: { x: 1 } });
    expect(result).toMatchObject({ event: { x: 1 } });
    expect((result as Echo).context).not.toHaveProperty('OPENID');
    expect(['wx_client', 'wx_trigger']).not.toContain((result as Echo).context['SOURCE']);
  });

  test('a function that nobody has is said not to be found', async () => {
    const call = nodeApp(cloud.url).callFunction({ name: 'nobody', data: {} });
    await expect(call).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  test('variables of more than 4 KB are refused, as the platform does', async () => {
    const options = { functionsDir, functionEnv: { probe: { LONG: '密'.repeat(1365) } } };
    await expect(startTestCloud(options)).rejects.toThrow('"probe" has 4099 bytes of environment variables, of 4096');
  });

  test('a function has its own variables and no other has them', async () => {
    expect(await cloud.invoke('probe', { do: 'variable', variable: 'SECRET' })).toBe('s');
    expect(await cloud.invoke('brief', { do: 'variable', variable: 'SECRET' })).toBeNull();
    expect(await cloud.invoke('brief', { do: 'variable', variable: 'HOME' })).toBeNull();
  });
});

describe('instances', () => {
  test('it is known when the last one has answered', async () => {
    const answered: number[] = [];
    for (const ms of [40, 120])
      void cloud.invoke('probe', { do: 'wait', ms }).then(() => {
        answered.push(ms);
      });
    await cloud.whenStill();
    await new Promise(setImmediate);
    expect(answered.sort()).toEqual([120, 40]);
  });

  test('an instance serves one invocation at a time, and several instances serve at once', async () => {
    const startedAt = performance.now();
    const answers = await Promise.all(Array.from({ length: 6 }, () => cloud.invoke('probe', { do: 'wait', ms: 100 })));
    expect(answers).toEqual(Array.from({ length: 6 }, () => ({ running: 1 })));
    // Three instances, six calls: two after one another is the least that is possible.
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(195);
  });

  test('calls one after the other are served by one warm instance', async () => {
    const first = (await cloud.invoke('probe', {})) as { served: number };
    const second = (await cloud.invoke('probe', {})) as { served: number };
    expect(second.served).toBe(first.served + 1);
  });

  test('an instance that has answered stands still until it is called again', async () => {
    await nodeDatabase(cloud.url).collection('things').where({}).remove();
    const count = async (): Promise<number> => (await nodeDatabase(cloud.url).collection('things').count()).total ?? 0;
    expect(await cloud.invoke('brief', { do: 'add-later', data: { mark: 'late' } })).toBe('answered');
    // Other instances work on meanwhile.
    await cloud.invoke('probe', { do: 'wait', ms: 100 });
    expect(await count()).toBe(0);
    await cloud.invoke('brief', { do: 'wait', ms: 100 });
    expect(await count()).toBe(1);
  });

  test('a running cloud keeps its functions when somebody builds anew', async () => {
    const builtDir = buildProbes();
    const other = await startTestCloud({ functionsDir: builtDir });
    rmSync(builtDir, { recursive: true });
    expect(await other.invoke('probe', { x: 1 })).toMatchObject({ event: { x: 1 } });
    await other.close();
  });

  test('functions that were built anew answer from then on, and what runs comes to its end', async () => {
    const builtDir = buildProbes();
    const other = await startTestCloud({ functionsDir: builtDir });
    const running = other.invoke('probe', { do: 'wait', ms: 300 });
    await other.invoke('probe', {});
    writeFileSync(path.join(builtDir, 'probe/index.js'), "exports.main = async () => 'built anew';");
    other.renewFunctions(['probe']);
    const answers = await Promise.all(Array.from({ length: 6 }, () => other.invoke('probe', {})));
    expect(new Set(answers)).toEqual(new Set(['built anew']));
    expect(await running).toEqual({ running: 1 });
    expect(await other.invoke('probe', {})).toBe('built anew');
    await other.close();
  });
});

describe('failures', () => {
  test('a function that is not there', async () => {
    expect(await post('nobody', '{}')).toEqual({
      status: 404,
      body: { errCode: -501000, errMsg: expect.stringContaining('"nobody"') },
    });
  });

  test('an event that is no JSON', async () => {
    expect(await post('probe', '{"a":')).toMatchObject({ status: 400 });
  });

  test('a function that throws', async () => {
    expect(await post('probe', '{"do":"throw"}')).toEqual({
      status: 502,
      body: { errCode: -504002, errMsg: expect.stringContaining('thrown on purpose') },
    });
  });

  test.each(['exit', 'reject-unheard', 'hoard'])(
    'a function whose instance dies (%s) fails, and the next call is served',
    async (way) => {
      expect(await post('probe', JSON.stringify({ do: way }))).toMatchObject({
        status: 502,
        body: { errCode: -504002 },
      });
      expect(await post('probe', '{"x":1}')).toMatchObject({ status: 200, body: { event: { x: 1 } } });
    },
  );

  test.each(['wait', 'spin'])('a function that takes longer than its time-out (%s) is killed', async (way) => {
    expect(await post('brief', JSON.stringify({ do: way, ms: 5000 }))).toEqual({
      status: 504,
      body: { errCode: -504003, errMsg: expect.stringContaining('timed out after 1 seconds') },
    });
    expect(await post('brief', '{}')).toMatchObject({ status: 200 });
  });

  test('a result of more than 6 MB', async () => {
    expect(await post('probe', '{"do":"large"}')).toMatchObject({ body: { errCode: -604001 } });
  });

  test("a function's log has Node's warnings, but for the one that the SDK provokes at each start", async () => {
    const builtDir = buildProbes();
    writeFileSync(
      path.join(builtDir, 'probe/index.js'),
      `exports.main = async () => {
        process.emitWarning('url.parse', 'DeprecationWarning', 'DEP0169');
        process.emitWarning('Buffer()', 'DeprecationWarning', 'DEP0005');
      };`,
    );
    const logged: string[] = [];
    const other = await startTestCloud({ functionsDir: builtDir, log: (_, line) => logged.push(line) });
    await other.invoke('probe', {});
    await eventually(() => expect(logged.join()).toContain('DEP0005'));
    expect(logged.join()).not.toContain('DEP0169');
    await other.close();
  });

  test('a function that returns nothing answers null', async () => {
    expect(await post('probe', '{"do":"nothing"}')).toEqual({ status: 200, body: null });
  });
});

test("the cloud's time is also the time inside a function, even when it moves", async () => {
  for (const ahead of [48 * 3_600_000, 0]) {
    cloud.setClock(ahead);
    const before = Date.now() + ahead;
    const { now, newDate } = (await cloud.invoke('probe', {})) as Echo;
    const after = Date.now() + ahead;
    const times = [before, now, newDate, after];
    expect([...times].sort((one, other) => one - other)).toEqual(times);
  }
});

test('the counter tells calls by action and by function', async () => {
  await nodeDatabase(cloud.url).collection('things').where({}).remove();
  await fetch(`${cloud.url}/stats/reset`, { method: 'POST' });
  await cloud.invoke('probe', { do: 'add', data: { mark: 1 } });
  await cloud.invoke('brief', { do: 'count' });
  await nodeDatabase(cloud.url).collection('things').count();
  expect(await (await fetch(`${cloud.url}/stats`)).json()).toEqual({
    calls: { 'database.insertDocument': 1, 'database.calculateDocument': 2 },
    byFunction: {
      probe: { 'database.insertDocument': 1 },
      brief: { 'database.calculateDocument': 1 },
      admin: { 'database.calculateDocument': 1 },
    },
    invocations: { probe: 1, brief: 1 },
    faults: {},
    // 200 points for 10,000 calls, 13.3 for 10,000 invocations.
    points: {
      total: 0.06266,
      byAction: { 'database.insertDocument': 0.02, 'database.calculateDocument': 0.04, invocation: 0.00266 },
      byFunction: { probe: 0.02133, brief: 0.02133, admin: 0.02 },
    },
  });
});

test('it listens on this machine only', () => {
  expect(cloud.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
