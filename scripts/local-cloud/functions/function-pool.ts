import { randomUUID } from 'node:crypto';
import type { Caller } from './caller';
import type { FunctionConfig } from './function-config';
import { FunctionInstance, type InstanceSetting } from './instance';
import { executeFail, type Outcome } from './invocation';

interface Waiting {
  event: string;
  caller: Caller;
  resolve: (outcome: Outcome) => void;
}

/**
 * The instances of one function. A new one starts when nobody is idle, up to the maximum; beyond it, invocations wait in
 * line. The last one used is the first to be used again, as in the cloud, so that warm caches stay warm.
 */
export class FunctionPool {
  private readonly instances = new Set<FunctionInstance>();
  private readonly idle: FunctionInstance[] = [];
  private readonly waiting: Waiting[] = [];
  /** Instances of a bundle that is no more; each ends when it has answered. */
  private readonly outdated = new WeakSet<FunctionInstance>();
  private starting = 0;
  private isClosed = false;

  constructor(
    readonly config: FunctionConfig,
    private readonly setting: InstanceSetting,
    private readonly ownEnvironment: Record<string, string>,
    private readonly maxInstances: number,
  ) {}

  /** Runs one invocation; `event` is JSON. Never rejects. */
  invoke(event: string, caller: Caller): Promise<Outcome> {
    if (this.isClosed) return Promise.resolve(executeFail('the cloud is closed'));
    return new Promise((resolve) => {
      this.waiting.push({ event, caller, resolve });
      this.serve();
    });
  }

  /** The living instance with that secret id. */
  instanceWith(credential: string): FunctionInstance | undefined {
    for (const instance of this.instances) if (instance.credential === credential) return instance;
    return undefined;
  }

  /** From now on invocations are served by the bundle as it lies there now; what runs comes to its end first. */
  renew(): void {
    for (const instance of this.instances) this.outdated.add(instance);
    for (const instance of this.idle.splice(0)) void instance.kill();
  }

  /** Kills all instances; whoever waits gets a failure. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { resolve } of this.waiting.splice(0)) resolve(executeFail('the cloud is closed'));
    await Promise.all([...this.instances].map((instance) => instance.kill()));
  }

  private serve(): void {
    while (this.waiting.length > 0) {
      const instance = this.idle.pop();
      if (instance === undefined) break;
      if (!instance.isGone) this.give(instance);
    }
    while (!this.isClosed && this.starting < this.waiting.length && this.instances.size < this.maxInstances)
      this.start();
  }

  private give(instance: FunctionInstance): void {
    if (this.outdated.has(instance)) {
      // Its end has the next one started.
      void instance.kill();
      return;
    }
    const next = this.waiting.shift();
    if (next === undefined) {
      this.idle.push(instance);
      return;
    }
    void instance.run(next.event, next.caller, randomUUID()).then((outcome) => {
      next.resolve(outcome);
      if (!instance.isGone) this.give(instance);
    });
  }

  private start(): void {
    let isLoaded = false;
    this.starting += 1;
    const instance: FunctionInstance = new FunctionInstance(
      this.config,
      this.setting,
      this.ownEnvironment,
      () => {
        isLoaded = true;
        this.starting -= 1;
        this.give(instance);
      },
      (reason) => {
        this.instances.delete(instance);
        if (!isLoaded) {
          this.starting -= 1;
          // A bundle that cannot be loaded fails the invocation that needed it, instead of being started for ever.
          this.waiting.shift()?.resolve(executeFail(reason));
        }
        this.serve();
      },
    );
    this.instances.add(instance);
  }
}
