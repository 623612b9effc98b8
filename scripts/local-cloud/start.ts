import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { AdminDoor } from './admin';
import { ClientFiles } from './client-files';
import { CloudTime } from './cloud-time';
import { readDeclaration, type DatabaseDeclaration } from './database/declaration';
import { Database } from './database/database';
import { mendDatabaseFile, type FileState } from './database-file';
import { DatabaseHooks, type DatabaseHook } from './database-hook';
import { FileOwners } from './file-owners';
import { FileGuard, usualRules } from './file-rules';
import { FaultEngine } from './faults/fault-engine';
import { parseFaults, type FaultPlan } from './faults/parse-faults';
import { lockFolder } from './folder-lock';
import { FunctionFailed, functionMissing, type Outcome } from './functions/invocation';
import type { Caller } from './functions/caller';
import { deployFunction, deployFunctions } from './functions/function-config';
import { FunctionHost } from './functions/function-host';
import { Timers } from './functions/timers';
import { createHttpServer } from './http-door';
import { CallCounter, type CallStats } from './stats';
import { Storage } from './storage';
import type { Verdict } from './wechat/content-check';
import type { SentMessage } from './wechat/outbox';
import type { Delivery } from './wechat/service-desk';
import type { ServiceMessage } from './wechat/service-messages';
import type { LinkTarget } from './wechat/url-link';
import { Wechat, type WechatSettings } from './wechat/wechat';

export interface LocalCloudOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where everything is kept; one process at a time. */
  dataDir: string;
  /** The built functions, one folder each: index.js, config.json. */
  functionsDir: string;
  /**
   * Where what V8 makes of the bundles is kept from one cloud to the next, so that an instance starts in half the time; nowhere unless
   * told.
   */
  compiledDir?: string;
  /** Collections and indexes, such as a parsed `database.json`: a `DatabaseDeclaration`, checked at the start. */
  database: unknown;
  /** What clients may read and write of the storage, such as a parsed `storage.json`; CloudBase's usual rule unless told. */
  storageRules?: unknown;
  /** Environment variables by function, such as keys. */
  functionEnv?: Record<string, Record<string, string>>;
  /** How many instances of one function may run at once; 4 unless told. */
  instancesPerFunction?: number;
  /** Whether timers run by themselves; true unless told. They can be fired by hand either way. */
  timers?: boolean;
  /** The cloud's time in epoch ms; the machine's unless told. */
  clock?: () => number;
  /** Faults to begin with: a plan, or a text as `parseFaults` reads it. */
  faults?: FaultPlan | string;
  /** The function that messages from WeChat go to, as one sets it in the console of a real environment; none unless told. */
  inbox?: string;
  /** How WeChat's stand-ins are to behave. */
  wechat?: WechatSettings;
  /** Takes what functions print; standard error unless told. */
  log?: (functionName: string, line: string) => void;
}

export interface LocalCloud {
  /** `http://127.0.0.1:<port>`; the SDK's address is this with `/admin`. */
  readonly url: string;
  /** What was found after an owner that was killed, in a sentence; undefined after an orderly end. */
  readonly recovered: string | undefined;
  /** Ends instances, timers and connections; what was acknowledged is on file. */
  close(): Promise<void>;
  stats(): CallStats;
  resetStats(): void;
  /** Calls a function as WeChat would, and returns what it returned. Rejects with `FunctionFailed`. */
  invoke(name: string, event: unknown, caller?: Partial<Caller>): Promise<unknown>;
  /** These functions were built anew: from now on calls are answered by what lies there now. The others go on as they are. */
  renewFunctions(names: readonly string[]): void;
  /** Fires a timer now, named by its function or its trigger, and returns what the function returned. */
  fireTimer(name: string): Promise<unknown>;
  /** Resolves once no function runs any more, also none that another one called and did not wait for. */
  whenStill(): Promise<void>;
  /** Moves the cloud's time, in its functions too: by an offset in ms, or to another clock (read at each call). */
  setClock(clock: number | (() => number)): void;
  /** The subscribe messages that functions sent, oldest first. */
  outbox(): SentMessage[];
  /** One person's conversation with the customer service, oldest first. */
  serviceMessages(openid: string): ServiceMessage[];
  /** Does what WeChat does when somebody opens the customer service. */
  enterService(openid: string): Promise<Delivery>;
  /** Does what WeChat does when somebody writes to the customer service. */
  sayToService(openid: string, text: string): Promise<Delivery>;
  /** Does what WeChat does when a page asks for open data: returns the cloudID, which that person alone can resolve. */
  issueCloudId(openid: string, data: Record<string, unknown>): string;
  /** Where a link of `urllink.generate` leads now; undefined when it leads nowhere any more. */
  openLink(url: string): LinkTarget | undefined;
  /** Has WeChat refuse an open API with one of its codes; returns the function that ends it. */
  refuseOpenApi(name: string, errcode: number): () => void;
  /** Watches or disturbs each database call; returns the function that ends it. */
  onDatabaseCall(hook: DatabaseHook): () => void;
  /** Has one of WeChat's open APIs, such as `security.msgSecCheck`, refuse everything; returns the function that mends it. */
  breakOpenApi(name: string): () => void;
  /** Has one of WeChat's open APIs answer so many milliseconds late; returns the function that ends it. */
  delayOpenApi(name: string, ms: number): () => void;
  /** Has the storage take no file whose path begins so; returns the function that mends it. */
  breakStorage(pathPrefix: string): () => void;
  /** Has WeChat judge every picture so, whatever its name; returns the function that ends it. */
  judgePictures(suggest: Verdict['suggest']): () => void;
  /** Breaks the cloud by a plan (or a text as `parseFaults` reads it); returns the function that mends it. */
  injectFaults(faults: FaultPlan | string): () => void;
}

const ENV_ID = 'local-env';
const APPID = 'wxlocal0000000000';

/** No documentation names the source of pushed messages; this one, of WeChat's list, is neither a person's nor a timer's. */
const PUSH_SOURCE = 'wx_unknown';

/** Starts a local cloud on the loopback interface. Throws if the data folder is in use or a function's config is wrong. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const dataDir = resolve(options.dataDir);
  const { wasLeftBehind, release } = lockFolder(dataDir);
  const cleanup: (() => Promise<void> | void)[] = [release];
  const close = async (): Promise<void> => {
    for (const step of cleanup.splice(0).reverse()) await step();
  };
  try {
    return await assemble(options, dataDir, wasLeftBehind, cleanup, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function assemble(
  options: LocalCloudOptions,
  dataDir: string,
  wasLeftBehind: boolean,
  cleanup: (() => Promise<void> | void)[],
  close: () => Promise<void>,
): Promise<LocalCloud> {
  const { inbox } = options;
  const time = new CloudTime(options.clock ?? Date.now);
  let url = '';
  const [builtDir, deployedDir] = [resolve(options.functionsDir), join(dataDir, 'functions')];
  const functions = deployFunctions(builtDir, deployedDir);
  const declaration = readDeclaration(options.database);
  const file = join(dataDir, 'database.lmdb');
  const state = await mendDatabaseFile(file);
  const database = new Database(file, declaration, time.now);
  cleanup.push(() => database.close());
  const isMended = state === 'mended' || state === 'refilled';
  const recovered = wasLeftBehind || isMended ? tellRecovered(database, declaration, state) : undefined;
  const hooks = new DatabaseHooks();
  const breakable = {
    abort: (transactionId: string): void => void database.run('database.abortTransaction', { transactionId }),
    keepPast: () => database.keepPast(),
    setBack: (name: string, share: number): void => database.setBack(name, share),
  };
  const faults = new FaultEngine(breakable, time.now);
  const counter = new CallCounter(() => faults.struck());
  const injectFaults = (plan: FaultPlan | string): (() => void) => {
    const disarm = faults.arm(typeof plan === 'string' ? parseFaults(plan) : plan);
    const unhook = hooks.add(faults);
    return () => {
      disarm();
      if (faults.isIdle) unhook();
    };
  };
  if (options.faults !== undefined) injectFaults(options.faults);
  const owners = new FileOwners(join(dataDir, 'storage-owners'));
  const guard = new FileGuard(options.storageRules ?? usualRules);
  const storage = new Storage(join(dataDir, 'storage'), ENV_ID, () => url, time.now, owners, guard);
  const host = new FunctionHost({
    functions,
    cloud: { envId: ENV_ID, appid: APPID, adminUrl: () => `${url}/admin` },
    compiledDir: options.compiledDir === undefined ? undefined : resolve(options.compiledDir),
    clock: time.shared,
    syncClock: () => void time.now(),
    cutOff: (name) => faults.cutOff(name),
    log: options.log ?? ((name, line) => process.stderr.write(`[${name}] ${line}\n`)),
    functionEnv: options.functionEnv ?? {},
    instancesPerFunction: options.instancesPerFunction ?? 4,
    onInvocation: (name, caller) => {
      counter.countInvocation(name);
      wechat.visitors.note(caller, time.now());
    },
  });
  const wechat = new Wechat({
    ...options.wechat,
    appid: APPID,
    dataDir,
    clock: time.now,
    push: (message) =>
      inbox !== undefined && host.has(inbox)
        ? host.invoke(inbox, JSON.stringify(message), { source: PUSH_SOURCE })
        : undefined,
  });
  const timers = new Timers(functions, host, time.now, (name) => faults.firings(name));
  const admin = new AdminDoor({ database, storage, host, counter, hooks, wechat });
  const clientFiles = new ClientFiles(storage, owners, guard);
  const server = createHttpServer({ admin, host, timers, counter, storage, clientFiles, wechat, clock: time.now });
  const port = await listen(server, options.port);
  url = `http://127.0.0.1:${port}`;
  cleanup.push(() => stopListening(server));
  cleanup.push(() => host.close());
  cleanup.push(() => timers.stop());
  if (options.timers ?? true) timers.start();

  return {
    url,
    recovered,
    close,
    whenStill: () => host.whenStill(),
    stats: () => counter.read(),
    resetStats: () => counter.reset(),
    outbox: () => wechat.outbox.read(),
    serviceMessages: (openid) => wechat.serviceMessages.of(openid),
    enterService: (openid) => wechat.serviceDesk.enter(openid, ''),
    sayToService: (openid, text) => wechat.serviceDesk.say(openid, text),
    issueCloudId: (openid, data) => wechat.openData.issue(openid, data, time.now()),
    openLink: (link) => wechat.links.open(link, time.now()),
    refuseOpenApi: (name, errcode) => wechat.trouble(name, errcode),
    onDatabaseCall: (hook) => hooks.add(hook),
    breakOpenApi: (name) => {
      wechat.broken.add(name);
      return () => void wechat.broken.delete(name);
    },
    delayOpenApi: (name, ms) => {
      wechat.delays.set(name, ms);
      return () => void wechat.delays.delete(name);
    },
    breakStorage: (pathPrefix) => storage.refuse(pathPrefix),
    judgePictures: (suggest) => {
      wechat.verdictOnPictures = suggest;
      return () => void (wechat.verdictOnPictures = undefined);
    },
    injectFaults,
    renewFunctions: (names) => {
      for (const name of names) {
        deployFunction(name, builtDir, deployedDir);
        host.renew(name);
      }
    },
    setClock: (clock) => time.set(clock),
    invoke: async (name, event, caller) =>
      valueOf(await host.invoke(name, JSON.stringify(event ?? {}), { source: 'wx_client', ...caller })),
    fireTimer: async (name) => valueOf(await (timers.fire(name) ?? functionMissing(name))),
  };
}

function tellRecovered(database: Database, { collections }: DatabaseDeclaration, state: FileState): string {
  const names = Object.keys(collections);
  const totals = names.map((collectionName) => {
    const body = { collectionName, queryType: 'WHERE', query: '{}' };
    return Number(database.run('database.calculateDocument', body).data?.['total'] ?? 0);
  });
  const documents = totals.reduce((sum, total) => sum + total, 0).toLocaleString('en');
  const notes: Partial<Record<FileState, string>> = {
    mended: '; the last write was torn, and is as if it had never been begun',
    refilled: '; the end of the file was missing, and nothing was in it',
  };
  return `recovered ${documents} documents in ${names.length} collections of a cloud that was killed${notes[state] ?? ''}`;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      failed(error.code === 'EADDRINUSE' ? new Error(`the port ${port} is taken; choose another --port`) : error);
    });
    // A TCP server's address is always of this shape once it listens.
    server.listen(port, '127.0.0.1', () => listening((server.address() as AddressInfo).port));
  });
}

function stopListening(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

function valueOf(outcome: Outcome): unknown {
  if (!outcome.ok) throw new FunctionFailed(outcome);
  return JSON.parse(outcome.text);
}
