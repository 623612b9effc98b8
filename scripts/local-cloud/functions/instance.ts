import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { callerEnvironment, instanceEnvironment, type Caller, type CloudIdentity } from './caller';
import type { FunctionConfig } from './function-config';
import { executeFail, returned, timedOut, type Outcome } from './invocation';

/** What instances of all functions share. */
export interface InstanceSetting {
  cloud: CloudIdentity;
  /** Where compiled bundles are kept; see `LocalCloudOptions`. */
  compiledDir: string | undefined;
  /** Ms to add to the machine's clock, shared with the threads. */
  clock: SharedArrayBuffer;
  /** Brings `clock` up to date, so that an invocation starts at the cloud's time. */
  syncClock: () => void;
  /** Takes each line that a function writes to its log. */
  log: (functionName: string, line: string) => void;
  /** After how many ms an invocation is to be cut off before its time; asked at each start. */
  cutOff: (functionName: string) => number | undefined;
}

type Message =
  | { type: 'ready' }
  | { type: 'unloadable'; message: string }
  | { type: 'returned'; text: string }
  | { type: 'threw'; message: string };

let lastNumber = 0;

/**
 * One instance of a function: a thread that has loaded the bundle and serves one invocation at a time. Once it has answered it stands
 * still until the next.
 */
export class FunctionInstance {
  readonly number = ++lastNumber;
  /** The secret id by which the database knows who calls. */
  readonly credential = `AKID${randomBytes(12).toString('hex')}`;
  /** Whom the running invocation serves, or the last one: what it left behind still calls on that one's behalf. */
  caller: Caller | undefined;
  private readonly worker: Worker;
  /** How many invocations were sent: the thread stands still until there is one more. */
  private readonly sent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private settle: ((outcome: Outcome) => void) | undefined;
  private isDead = false;

  /** Starts the thread. `onReady` comes once the bundle is loaded, `onEnd` once the thread is gone, with the reason. */
  constructor(
    private readonly config: FunctionConfig,
    private readonly setting: InstanceSetting,
    ownEnvironment: Record<string, string>,
    onReady: () => void,
    onEnd: (reason: string) => void,
  ) {
    this.worker = new Worker(join(__dirname, 'worker.cjs'), {
      workerData: {
        entry: config.entry,
        compiledDir: setting.compiledDir,
        clock: setting.clock,
        sent: this.sent.buffer,
      },
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        ...instanceEnvironment(setting.cloud, this.credential),
        ...ownEnvironment,
      },
      // What a thread can be held to: its heap. The cloud counts the whole process.
      resourceLimits: { maxOldGenerationSizeMb: config.memory },
      // Newer Nodes warn of `url.parse`, which the SDK in every bundle calls. What a function of ours does wrong is still told.
      execArgv: ['--disable-warning=DEP0169'],
      stdout: true,
      stderr: true,
    });
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      createInterface({ input: stream }).on('line', (line) => setting.log(config.name, line));
    }
    let reason = 'the instance was stopped';
    this.worker.on('message', (message: Message) => {
      if (message.type === 'ready') onReady();
      else if (message.type === 'unloadable') {
        reason = message.message;
        void this.kill();
      } else this.finish(message.type === 'returned' ? returned(message.text) : executeFail(message.message));
    });
    this.worker.on('error', (error) => {
      reason = error.stack ?? error.message;
    });
    this.worker.on('exit', () => {
      this.isDead = true;
      this.finish(executeFail(reason));
      onEnd(reason);
    });
  }

  /** Runs one invocation; never rejects. On a time-out the thread is killed with whatever it was doing. */
  run(event: string, caller: Caller, requestId: string): Promise<Outcome> {
    if (this.isDead) return Promise.resolve(executeFail('the instance was stopped'));
    this.caller = caller;
    this.setting.syncClock();
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.finish(timedOut(this.config.timeout));
          void this.kill();
        },
        this.setting.cutOff(this.config.name) ?? this.config.timeout * 1000,
      );
      this.settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      Atomics.add(this.sent, 0, 1);
      Atomics.notify(this.sent, 0);
      this.worker.postMessage({
        event,
        environment: callerEnvironment(caller, this.setting.cloud),
        context: {
          request_id: requestId,
          function_name: this.config.name,
          function_version: '$LATEST',
          namespace: this.setting.cloud.envId,
          memory_limit_in_mb: this.config.memory,
          time_limit_in_ms: this.config.timeout * 1000,
        },
      });
    });
  }

  /** Ends the thread at once, as a machine that dies; resolves when it is gone. */
  async kill(): Promise<void> {
    this.isDead = true;
    await this.worker.terminate();
  }

  /** Whether it can serve no more. */
  get isGone(): boolean {
    return this.isDead;
  }

  private finish(outcome: Outcome): void {
    const settle = this.settle;
    this.settle = undefined;
    settle?.(outcome);
  }
}
