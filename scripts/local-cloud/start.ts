import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { AdminDoor } from './admin';
import type { DatabaseDeclaration } from './database/declaration';
import { Database } from './database/database';
import { DatabaseHooks, type DatabaseHook } from './database-hook';
import { lockFolder } from './folder-lock';
import { FunctionFailed } from './function-failed';
import type { Caller } from './functions/caller';
import { readFunctions } from './functions/function-config';
import { FunctionHost } from './functions/function-host';
import { functionMissing, type Outcome } from './functions/invocation';
import { Timers } from './functions/timers';
import { createHttpServer } from './http-door';
import { CallCounter, type CallStats } from './stats';
import { Storage } from './storage';

export interface LocalCloudOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where everything is kept; one process at a time. */
  dataDir: string;
  /** The built functions, one folder each: index.js, config.json. */
  functionsDir: string;
  /** The parsed `cloudfunctions/database.json`. */
  database: DatabaseDeclaration;
  /** Environment variables by function, such as keys. */
  functionEnv?: Record<string, Record<string, string>>;
  /** How many instances of one function may run at once; 4 unless told. */
  instancesPerFunction?: number;
  /** Whether timers run by themselves; true unless told. They can be fired by hand either way. */
  timers?: boolean;
  /** The cloud's time in epoch ms; the machine's unless told. */
  clock?: () => number;
  /** Takes what functions print; standard error unless told. */
  log?: (functionName: string, line: string) => void;
}

export interface LocalCloud {
  /** `http://127.0.0.1:<port>`; the SDK's address is this with `/admin`. */
  readonly url: string;
  /** Ends instances, timers and connections; what was acknowledged is on file. */
  close(): Promise<void>;
  stats(): CallStats;
  resetStats(): void;
  /** Calls a function as WeChat would, and returns what it returned. Rejects with `FunctionFailed`. */
  invoke(name: string, event: unknown, caller?: Partial<Caller>): Promise<unknown>;
  /** Fires a timer now, named by its function or its trigger, and returns what the function returned. */
  fireTimer(name: string): Promise<unknown>;
  /** Moves the cloud's time, in its functions too: by an offset in ms, or to another clock (read at each call). */
  setClock(clock: number | (() => number)): void;
  /** Watches or disturbs each database call; returns the function that ends it. */
  onDatabaseCall(hook: DatabaseHook): () => void;
}

const ENV_ID = 'local-env';
const APPID = 'wxlocal0000000000';

/** Starts a local cloud on the loopback interface. Throws if the data folder is in use or a function's config is wrong. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const dataDir = resolve(options.dataDir);
  const functions = readFunctions(resolve(options.functionsDir));
  const unlock = lockFolder(dataDir);
  const clockOffset = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const offset = new Float64Array(clockOffset);
  let clock = options.clock ?? Date.now;
  const now = (): number => {
    const time = clock();
    offset[0] = time - Date.now();
    return time;
  };
  let url = '';
  const database = new Database(join(dataDir, 'database.lmdb'), options.database, now);
  const counter = new CallCounter();
  const hooks = new DatabaseHooks();
  const storage = new Storage(join(dataDir, 'storage'), ENV_ID, () => url);
  const host = new FunctionHost({
    functions,
    cloud: { envId: ENV_ID, appid: APPID, adminUrl: () => `${url}/admin` },
    clock: clockOffset,
    log: options.log ?? ((name, line) => process.stderr.write(`[${name}] ${line}\n`)),
    functionEnv: options.functionEnv ?? {},
    instancesPerFunction: options.instancesPerFunction ?? 4,
    onInvocation: (name) => {
      counter.countInvocation(name);
      now();
    },
  });
  const timers = new Timers(functions, host, now);
  const admin = new AdminDoor({ database, storage, host, counter, hooks });
  const server = createHttpServer({ admin, host, timers, counter, storage });
  const release = async (): Promise<void> => {
    timers.stop();
    await host.close();
    await database.close();
    unlock();
  };
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(options.port, '127.0.0.1', listening);
    });
  } catch (error) {
    await release();
    throw error;
  }
  // A TCP server's address is always of this shape once it listens.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (options.timers ?? true) timers.start();

  return {
    url,
    stats: () => counter.read(),
    resetStats: () => counter.reset(),
    onDatabaseCall: (hook) => hooks.add(hook),
    setClock: (next) => {
      clock = typeof next === 'number' ? () => Date.now() + next : next;
      now();
    },
    invoke: async (name, event, caller) =>
      valueOf(await host.invoke(name, JSON.stringify(event ?? {}), { source: 'wx_client', ...caller })),
    fireTimer: async (name) => valueOf(await (timers.fire(name) ?? functionMissing(name))),
    close: async () => {
      timers.stop();
      await host.close();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await release();
    },
  };
}

function valueOf(outcome: Outcome): unknown {
  if (!outcome.ok) throw new FunctionFailed(outcome);
  return JSON.parse(outcome.text);
}
