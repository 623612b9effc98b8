import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from './identify';
import { codeVariable, type Manifest, type WantedFunction } from './manifest';
import { closedAcl, type Step } from './plan';
import type { ActualReader } from './read-actual';
import type { Parameters, Tencent } from './tencent';
import { zipOf } from './zip';

/** Bytes of an archive that go along with the call; what is larger takes the way by the storage. */
const largestInline = 1.5 * 1024 * 1024;
/** How often a function is looked at until it is ready, half a second apart. */
const looks = 240;

/** What can be set of a function that is there. */
type Configured = Pick<WantedFunction, 'name' | 'memory' | 'timeout' | 'environment'>;

/** Does the steps of a plan, each by the calls that it needs and no more. */
export class Performer {
  constructor(
    private readonly tencent: Tencent,
    private readonly environment: Environment,
    private readonly region: string,
    private readonly reader: ActualReader,
    /** Milliseconds between two looks at a function. */
    private readonly pause = 500,
  ) {}

  /** @throws {CloudRefusal} when the cloud would not; it may have been done all the same */
  async perform(step: Step, manifest: Manifest): Promise<void> {
    const { id, database, bucket } = this.environment;
    const table = { EnvId: id, MongoConnector: { DatabaseName: database, InstanceId: 'flexdb' } };
    switch (step.kind) {
      case 'create-collection':
        await this.tencent.change('tcb', 'CreateTable', { ...table, TableName: step.collection });
        return;
      case 'close-collection':
        await this.tencent.change('tcb', 'ModifyDatabaseACL', {
          EnvId: id,
          CollectionName: step.collection,
          AclTag: closedAcl,
        });
        return;
      case 'create-index': {
        const { name, keys, unique } = step.index;
        const schema = {
          MgoIndexKeys: keys.map(([field, direction]) => ({ Name: field, Direction: String(direction) })),
          MgoIsUnique: unique,
        };
        const asked = { ...table, TableName: step.collection };
        if (step.isReplaced)
          await this.tencent.change('tcb', 'UpdateTable', { ...asked, DropIndexes: [{ IndexName: name }] });
        await this.tencent.change('tcb', 'UpdateTable', {
          ...asked,
          CreateIndexes: [{ IndexName: name, MgoKeySchema: schema }],
        });
        return;
      }
      case 'storage-rules':
        await this.tencent.change('tcb', 'ModifyStorageSafeRule', {
          EnvId: id,
          Bucket: bucket,
          AclTag: 'CUSTOM',
          Rule: JSON.stringify(step.rules),
        });
        return;
      case 'add-website':
        // The list last: a domain that stands there is done.
        await this.tencent.allowOrigin(step.domain);
        await this.tencent.change('tcb', 'CreateAuthDomain', { EnvId: id, Domains: [step.domain] });
        return;
      case 'create-function':
        return this.createFunction(functionOf(manifest, step.name));
      case 'update-code': {
        const wanted = functionOf(manifest, step.name);
        return this.updateCode(wanted, await this.codeOf(wanted.name, wanted.files));
      }
      case 'configure':
        return this.configure(functionOf(manifest, step.name));
      case 'drop-trigger':
        await this.tencent.change('scf', 'DeleteTrigger', {
          ...this.named(step.name),
          TriggerName: step.trigger,
          Type: 'timer',
        });
        return;
      case 'create-trigger': {
        const { name, cron } = step.trigger;
        await this.tencent.change('scf', 'BatchCreateTrigger', {
          ...this.named(step.name),
          Triggers: JSON.stringify([{ TriggerName: name, Type: 'timer', TriggerDesc: cron }]),
          Count: 1,
        });
        return;
      }
    }
  }

  /**
   * Sends code. Before, the function's own word for what it runs is taken away and comes back at the end: whoever finds it knows that all
   * of it arrived, whenever this was killed. Variables come first, since new code may need them.
   * @param code an archive, or where one was put up
   */
  async updateCode(wanted: Configured & { handler: string }, code: Parameters): Promise<void> {
    const { name, handler, environment } = wanted;
    await this.configure({ ...wanted, environment: { ...environment, [codeVariable]: 'being sent' } });
    const asked = { ...this.named(name), Handler: handler, InstallDependency: 'FALSE', Code: code };
    await this.tencent.change('scf', 'UpdateFunctionCode', asked);
    await this.configure(wanted);
  }

  /** An archive small enough goes along; another is put up first. */
  async codeOf(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<Parameters> {
    const archive = zipOf(files);
    if (archive.length <= largestInline) return { ZipFile: archive.toString('base64') };
    const folder = await mkdtemp(path.join(tmpdir(), 'gongping-code-'));
    try {
      for (const [file, content] of files) {
        const target = path.join(folder, name, file);
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      return { CosBucketRegion: this.region, TempCosObjectName: await this.tencent.putCode(folder, name) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Sets all variables anew, so that those that are not wanted any more go. */
  async configure(wanted: Configured): Promise<void> {
    await this.ready(wanted.name);
    const asked = { ...this.named(wanted.name), ...settingsOf(wanted) };
    await this.tencent.change('scf', 'UpdateFunctionConfiguration', asked);
    await this.ready(wanted.name);
  }

  private async createFunction(wanted: WantedFunction): Promise<void> {
    const { log } = this.environment;
    const asked = {
      ...this.named(wanted.name),
      ...settingsOf(wanted),
      Runtime: wanted.runtime,
      Handler: wanted.handler,
      InstallDependency: 'FALSE',
      Role: 'TCB_QcsRole',
      Stamp: 'MINI_QCBASE',
      ...(log === undefined ? {} : { ClsTopicId: log.topic, ClsLogsetId: log.set }),
      Code: await this.codeOf(wanted.name, wanted.files),
    };
    await this.tencent.change('scf', 'CreateFunction', asked);
    await this.ready(wanted.name);
  }

  /** Waits while the cloud works at a function; one that is not there is settled as well. */
  async settled(name: string): Promise<void> {
    if ((await this.reader.function(name)) !== undefined) await this.ready(name);
  }

  /** Waits until a function takes changes. @throws a sentence when it never does */
  private async ready(name: string): Promise<void> {
    for (let look = 0; look < looks; look++) {
      const found = await this.reader.function(name);
      // Broken is settled as well: sending it again is what mends it.
      if (found !== undefined && (found.status === 'Active' || found.isBroken)) return;
      await wait(this.pause);
    }
    throw new Error(`the function ${name} does not become ready; see it in the console, and try again`);
  }

  private named(name: string): Parameters {
    return { FunctionName: name, Namespace: this.environment.namespace };
  }
}

function settingsOf({ memory, timeout, environment }: Omit<Configured, 'name'>): Parameters {
  const variables = Object.entries(environment).map(([Key, Value]) => ({ Key, Value }));
  return { MemorySize: memory, Timeout: timeout, Environment: { Variables: variables } };
}

function functionOf(manifest: Manifest, name: string): WantedFunction {
  const found = manifest.functions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`the manifest has no function ${name}`);
  return found;
}
