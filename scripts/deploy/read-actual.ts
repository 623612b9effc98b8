import * as z from 'zod';
import type { IndexDeclaration } from '../local-cloud/database/declaration';
import type { Actual, ActualCollection, ActualFunction, Acl } from './actual';
import type { Environment } from './identify';
import type { Manifest, StorageRules, Trigger } from './manifest';
import type { Tencent } from './tencent';

const aclSchema = z.object({ AclTag: z.enum(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']) });

const tableSchema = z.object({
  IndexNum: z.number().optional(),
  Indexes: z
    .array(
      z.object({
        Name: z.string(),
        Unique: z.boolean().nullish(),
        Keys: z.array(z.object({ Name: z.string(), Direction: z.union([z.string(), z.number()]) })),
      }),
    )
    .nullish(),
});

const tablesSchema = z.object({
  Tables: z.array(z.object({ TableName: z.string(), Count: z.number() })).nullish(),
  Pager: z.object({ Total: z.number() }).optional(),
});

const functionSchema = z.object({
  Runtime: z.string(),
  Handler: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Status: z.string(),
  Environment: z.object({ Variables: z.array(z.object({ Key: z.string(), Value: z.string() })).nullish() }).nullish(),
  Triggers: z.array(z.object({ TriggerName: z.string(), Type: z.string(), TriggerDesc: z.string() })).nullish(),
});

const rulesSchema = z.object({ read: z.union([z.string(), z.boolean()]), write: z.union([z.string(), z.boolean()]) });

/** What every collection has from the start, or the platform adds by itself. */
const platformIndexes = /^(_id_|_openid_1)$/;

/** Reads answers, and says which one could not be read. */
function parse<Value>(schema: z.ZodType<Value>, action: string, answer: unknown): Value {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(`what the cloud answers to ${action} cannot be read: ${z.prettifyError(parsed.error)}`);
}

/** Reads from an environment all that the manifest is about, a thing at a time, so that a step can be read back alone. */
export class ActualReader {
  constructor(
    private readonly tencent: Tencent,
    private readonly environment: Environment,
  ) {}

  async all(manifest: Manifest): Promise<Actual> {
    const counts = await this.documentCounts();
    const collections = new Map<string, ActualCollection>();
    for (const { name } of manifest.collections) {
      const documents = counts.get(name);
      if (documents !== undefined) collections.set(name, await this.collection(name, documents));
    }
    const functions = new Map<string, ActualFunction>();
    for (const { name } of manifest.functions) {
      const found = await this.function(name);
      if (found !== undefined) functions.set(name, found);
    }
    return { collections, functions, storage: await this.storage(), websites: await this.websites() };
  }

  /** How many documents each collection holds, as the cloud last counted. */
  async documentCounts(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const page = 100;
    for (let offset = 0; ; offset += page) {
      const asked = { ...this.table(), MgoLimit: page, MgoOffset: offset };
      const answer = parse(tablesSchema, 'ListTables', await this.tencent.read('tcb', 'ListTables', asked));
      const tables = answer.Tables ?? [];
      for (const { TableName, Count } of tables) counts.set(TableName, Count);
      if (tables.length < page) return counts;
    }
  }

  /** @param documents how many it holds */
  async collection(name: string, documents: number): Promise<ActualCollection> {
    const acl = { EnvId: this.environment.id, CollectionName: name };
    const table = { ...this.table(), TableName: name };
    const described = parse(tableSchema, 'DescribeTable', await this.tencent.read('tcb', 'DescribeTable', table));
    return {
      documents,
      acl: parse(aclSchema, 'DescribeDatabaseACL', await this.tencent.read('tcb', 'DescribeDatabaseACL', acl)).AclTag,
      indexes: (described.Indexes ?? [])
        .filter(({ Name }) => !platformIndexes.test(Name))
        .map(({ Name, Unique, Keys }): IndexDeclaration => ({
          name: Name,
          unique: Unique === true,
          keys: Keys.map((key) => [key.Name, Number(key.Direction) < 0 ? -1 : 1]),
        })),
    };
  }

  async storage(): Promise<{ acl: Acl; rules: StorageRules | undefined }> {
    const asked = { EnvId: this.environment.id, Bucket: this.environment.bucket };
    const answer = await this.tencent.read('tcb', 'DescribeStorageSafeRule', asked);
    const { AclTag: acl, Rule: text } = parse(
      aclSchema.extend({ Rule: z.string().nullish() }),
      'DescribeStorageSafeRule',
      answer,
    );
    if (acl !== 'CUSTOM') return { acl, rules: undefined };
    const rules = rulesSchema.safeParse(jsonOf(text ?? ''));
    // Rules that are none of ours look like nothing that we would write.
    return { acl, rules: rules.success ? rules.data : { read: text ?? '', write: '' } };
  }

  async websites(): Promise<string[]> {
    const answer = await this.tencent.read('tcb', 'DescribeAuthDomains', { EnvId: this.environment.id });
    const schema = z.object({ Domains: z.array(z.object({ Domain: z.string() })).nullish() });
    return (parse(schema, 'DescribeAuthDomains', answer).Domains ?? []).map(({ Domain }) => Domain);
  }

  /** @returns undefined where there is none */
  async function(name: string): Promise<(ActualFunction & { status: string }) | undefined> {
    const asked = { FunctionName: name, Namespace: this.environment.namespace, ShowCode: 'FALSE' };
    const answer = await this.tencent.read('scf', 'GetFunction', asked);
    if (answer === undefined) return undefined;
    const found = parse(functionSchema, 'GetFunction', answer);
    const variables = found.Environment?.Variables ?? [];
    return {
      status: found.Status,
      runtime: found.Runtime,
      handler: found.Handler,
      memory: found.MemorySize,
      timeout: found.Timeout,
      environment: Object.fromEntries(variables.map(({ Key, Value }) => [Key, Value])),
      triggers: (found.Triggers ?? [])
        .filter(({ Type }) => Type === 'timer')
        .map(({ TriggerName, TriggerDesc }): Trigger => ({ name: TriggerName, cron: cronOf(TriggerDesc) })),
      isBroken: /failed/i.test(found.Status),
    };
  }

  private table(): Record<string, unknown> {
    return {
      EnvId: this.environment.id,
      MongoConnector: { DatabaseName: this.environment.database, InstanceId: 'flexdb' },
    };
  }
}

/** The cloud describes a timer by its seven fields, or by an object that has them. */
function cronOf(description: string): string {
  const value = jsonOf(description);
  const isObject = typeof value === 'object' && value !== null && 'cron' in value && typeof value.cron === 'string';
  return isObject ? String(value.cron) : description;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
