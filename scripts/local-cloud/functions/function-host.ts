import type { Caller } from './caller';
import type { FunctionConfig } from './function-config';
import { FunctionPool } from './function-pool';
import type { FunctionInstance, InstanceSetting } from './instance';
import { functionMissing, type Outcome } from './invocation';

export interface HostOptions extends InstanceSetting {
  functions: FunctionConfig[];
  /** Environment variables that one function has and the others don't, by function. */
  functionEnv: Record<string, Record<string, string>>;
  instancesPerFunction: number;
  /** Told of each invocation as it arrives. */
  onInvocation: (functionName: string, caller: Caller) => void;
}

/** The instance behind a secret id. */
export interface FunctionOwner {
  functionName: string;
  instance: FunctionInstance;
  config: FunctionConfig;
}

/** What the variables of one function may take together, in bytes. */
const MAX_ENVIRONMENT_BYTES = 4096;

/** All functions of the cloud. */
export class FunctionHost {
  private readonly pools: Map<string, FunctionPool>;
  private readonly running = new Set<Promise<Outcome>>();

  constructor(private readonly options: HostOptions) {
    this.pools = new Map(
      options.functions.map((config) => {
        const own = options.functionEnv[config.name] ?? {};
        checkEnvironment(config.name, own);
        return [config.name, new FunctionPool(config, options, own, options.instancesPerFunction)];
      }),
    );
  }

  /** Invokes a function with an event in JSON; never rejects. */
  async invoke(name: string, event: string, caller: Caller): Promise<Outcome> {
    const pool = this.pools.get(name);
    if (pool === undefined) return functionMissing(name);
    this.options.onInvocation(name, caller);
    const outcome = pool.invoke(event, caller);
    this.running.add(outcome);
    void outcome.finally(() => this.running.delete(outcome));
    return outcome;
  }

  /** Resolves once every invocation has answered, those among them that others sent off and did not wait for. */
  async whenStill(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Which function's instance uses this secret id, if any does. */
  owner(credential: string): FunctionOwner | undefined {
    for (const [functionName, pool] of this.pools) {
      const instance = pool.instanceWith(credential);
      if (instance !== undefined) return { functionName, instance, config: pool.config };
    }
    return undefined;
  }

  /** Whether there is a function of that name. */
  has(name: string): boolean {
    return this.pools.has(name);
  }

  /** See `FunctionPool.renew`. */
  renew(name: string): void {
    this.pools.get(name)?.renew();
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }
}

function checkEnvironment(name: string, own: Record<string, string>): void {
  const bytes = Object.entries(own).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  if (bytes > MAX_ENVIRONMENT_BYTES)
    throw new Error(`the function "${name}" has ${bytes} bytes of environment variables, of ${MAX_ENVIRONMENT_BYTES}`);
}
