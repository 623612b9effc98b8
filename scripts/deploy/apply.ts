import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Actual } from './actual';
import { identify, type Environment } from './identify';
import { codeVariable, type Manifest } from './manifest';
import { Performer } from './perform';
import { closedAcl, describeStep, functionSteps, planOf, sameIndex, sameRules, type Plan, type Step } from './plan';
import { ActualReader } from './read-actual';
import type { DeployRecord } from './record';
import type { DeploySettings } from './settings';
import { CloudRefusal, type Tencent } from './tencent';
import { filesOf } from './unzip';

/** How often a step is tried while the cloud is busy or its answer is lost. */
const attempts = 6;
/** How often it is looked for what was done: the cloud may show it late. */
const looks = 20;

const addressSchema = z.object({ Url: z.string() });

export interface Deployment {
  environment: Environment;
  actual: Actual;
  plan: Plan;
}

export interface Progress {
  /** Called before each step. */
  step: (line: string, at: number, of: number) => void;
  /** What has to hold before a timer starts counting; throws a sentence where it does not. */
  beforeTimers: () => Promise<void>;
  /** Milliseconds between two looks; half a second unless told. */
  pause?: number;
}

/** Sees which environment this is, what is in it and what is to be done. Changes nothing. */
export async function planDeployment(
  tencent: Tencent,
  settings: DeploySettings,
  manifest: Manifest,
  record: DeployRecord,
): Promise<Deployment> {
  const environment = await identify(tencent, settings);
  const actual = await new ActualReader(tencent, environment).all(manifest);
  return { environment, actual, plan: planOf(manifest, actual, record.storage) };
}

/**
 * Brings an environment to what it shall be. Whenever this is killed, it may be run again: what is done is seen, what is half done is
 * done again.
 * @returns how many steps there were
 * @throws a sentence when the plan is refused, nothing being changed, or when a step fails
 */
export async function applyDeployment(
  tencent: Tencent,
  settings: DeploySettings,
  manifest: Manifest,
  record: DeployRecord,
  progress: Progress,
): Promise<number> {
  const { environment, plan } = await planDeployment(tencent, settings, manifest, record);
  if (plan.refusals.length > 0) throw new Error(`nothing was changed:\n- ${plan.refusals.join('\n- ')}`);
  if (plan.steps.length === 0) return 0;
  record.begin();
  const worker = new Worker(tencent, environment, settings, manifest, record, progress);
  const isLate = ({ kind }: Step): boolean => kind === 'create-trigger';
  const timers = plan.steps.filter(isLate);
  const others = plan.steps.filter((step) => !isLate(step));
  for (const [at, step] of others.entries()) {
    progress.step(describeStep(step), at + 1, plan.steps.length);
    await worker.do(step);
  }
  if (timers.length > 0) await progress.beforeTimers();
  for (const [at, step] of timers.entries()) {
    progress.step(describeStep(step), others.length + at + 1, plan.steps.length);
    await worker.do(step);
  }
  record.finish();
  return plan.steps.length;
}

/**
 * Puts back the code that ran before the last apply. Variables, collections and all data stay as they are.
 * @returns names of the functions that run their former code now
 */
export async function rollBack(
  tencent: Tencent,
  settings: DeploySettings,
  record: DeployRecord,
  progress: Pick<Progress, 'step' | 'pause'>,
): Promise<string[]> {
  const environment = await identify(tencent, settings);
  const reader = new ActualReader(tencent, environment);
  const performer = new Performer(tencent, environment, settings.region, reader, progress.pause);
  const former = record.former();
  for (const [at, { name, hash, handler, archive }] of former.entries()) {
    const found = await reader.function(name);
    if (found === undefined) throw new Error(`there is no function ${name} any more`);
    progress.step(`put back the code of ${name}`, at + 1, former.length);
    const then = { ...found.environment, [codeVariable]: hash ?? 'not of this tool' };
    const code = await performer.codeOf(name, await filesOf(archive));
    await performer.updateCode({ ...found, name, handler, environment: then }, code);
    const now = await reader.function(name);
    if (now?.environment[codeVariable] !== then[codeVariable])
      throw new Error(`the cloud did not take the code of ${name}`);
  }
  record.rolledBack();
  return former.map(({ name }) => name);
}

class Worker {
  private readonly reader: ActualReader;
  private readonly performer: Performer;

  constructor(
    private readonly tencent: Tencent,
    private readonly environment: Environment,
    settings: DeploySettings,
    private readonly manifest: Manifest,
    private readonly record: DeployRecord,
    private readonly progress: Progress,
  ) {
    this.reader = new ActualReader(tencent, environment);
    this.performer = new Performer(tencent, environment, settings.region, this.reader, progress.pause);
  }

  /** Does a step and sees that it is done. @throws a sentence */
  async do(step: Step): Promise<void> {
    if (step.kind === 'update-code') await this.keepFormer(step.name);
    if (step.kind === 'storage-rules') this.record.keepStorage(step.rules);
    for (let attempt = 0; ; attempt++) {
      try {
        await this.performer.perform(step, this.manifest);
        break;
      } catch (error) {
        if (!(error instanceof CloudRefusal)) throw error;
        // What the answer said is not what counts: a lost one may belong to a step that was done, or is being done.
        if ('name' in step) await this.performer.settled(step.name);
        if (await this.isDone(step)) return;
        if (!(error.isBusy || error.isLost) || attempt + 1 >= attempts) {
          throw new Error(`could not ${describeStep(step)}: ${error.message}`, { cause: error });
        }
        await this.wait(attempt + 1);
      }
    }
    for (let look = 0; look < looks; look++) {
      if (await this.isDone(step)) return;
      await this.wait(1);
    }
    throw new Error(`the cloud agreed to ${describeStep(step)}, and yet it is not so; see it in the console`);
  }

  private wait(times: number): Promise<void> {
    return wait((this.progress.pause ?? 500) * times);
  }

  /** Fetches what runs now, so that there is a way back. What an earlier, unfinished run fetched is older, and stays. */
  private async keepFormer(name: string): Promise<void> {
    if (this.record.hasFormer(name)) return;
    const found = await this.reader.function(name);
    if (found === undefined || found.isBroken) return;
    const asked = { FunctionName: name, Namespace: this.environment.namespace };
    const { Url: url } = addressSchema.parse(await this.tencent.read('scf', 'GetFunctionAddress', asked));
    const archive = await this.tencent.fetchCode(url);
    this.record.keepFormer({ name, handler: found.handler, hash: found.environment[codeVariable], archive });
  }

  private async isDone(step: Step): Promise<boolean> {
    switch (step.kind) {
      case 'create-collection':
        return (await this.reader.documentCounts()).has(step.collection);
      case 'close-collection':
        return (await this.reader.collection(step.collection, 0)).acl === closedAcl;
      case 'create-index': {
        const { indexes } = await this.reader.collection(step.collection, 0);
        return indexes.some((each) => each.name === step.index.name && sameIndex(each, step.index));
      }
      case 'storage-rules': {
        const { rules } = await this.reader.storage();
        return rules !== undefined && sameRules(rules, step.rules);
      }
      case 'add-website':
        return (await this.reader.websites()).includes(step.domain);
      case 'create-function':
      case 'update-code':
      case 'configure': {
        const wanted = this.manifest.functions.find(({ name }) => name === step.name);
        const found = await this.reader.function(step.name);
        return wanted !== undefined && found?.status === 'Active' && functionSteps(wanted, found, []).length === 0;
      }
      case 'drop-trigger': {
        const triggers = (await this.reader.function(step.name))?.triggers ?? [];
        return triggers.every(({ name }) => name !== step.trigger);
      }
      case 'create-trigger': {
        const triggers = (await this.reader.function(step.name))?.triggers ?? [];
        return triggers.some(({ name, cron }) => name === step.trigger.name && cron === step.trigger.cron);
      }
    }
  }
}
