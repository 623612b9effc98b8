import { createHash } from 'node:crypto';
import * as z from 'zod';
import { readDeclaration, type IndexDeclaration } from '../local-cloud/database/declaration';

/** What the cloud must run; `cloudfunctions/` is bundled for it. */
const runtime = 'Nodejs20.19';
const handler = 'index.main';
/** The cloud refuses a function whose variables, names and values together, are longer. */
const longestEnvironment = 4096;
/** Says in the function's own variables which code it runs, so that there is always one: an empty list might change nothing. */
export const codeVariable = 'DEPLOYED_CODE';

const configSchema = z.strictObject({
  permissions: z.strictObject({ openapi: z.array(z.string()) }),
  timeout: z.number().int().min(1).max(900),
  memorySize: z.number().int().min(64).max(3072),
  triggers: z.array(z.strictObject({ name: z.string(), type: z.literal('timer'), config: z.string() })).default([]),
});

export interface Trigger {
  name: string;
  /** Seven fields, with seconds. */
  cron: string;
}

export interface WantedFunction {
  name: string;
  runtime: string;
  handler: string;
  memory: number;
  /** Seconds. */
  timeout: number;
  environment: Readonly<Record<string, string>>;
  triggers: readonly Trigger[];
  /** Open interfaces of WeChat that it calls; whoever uploads it by WeChat's own tools grants them. */
  openapi: readonly string[];
  files: ReadonlyMap<string, Uint8Array>;
  /** Of the files' names and contents: the same code has the same, wherever and whenever it was packed. */
  hash: string;
}

export interface StorageRules {
  read: string | boolean;
  write: string | boolean;
}

/** One description of all that an environment has to be. */
export interface Manifest {
  environment: string;
  collections: readonly { name: string; indexes: readonly IndexDeclaration[] }[];
  storage: StorageRules;
  functions: readonly WantedFunction[];
  /** Domains whose pages may read the storage. */
  websites: readonly string[];
}

/** What the manifest is made of, as it lies in the project and its build. */
export interface ManifestSources {
  environment: string;
  /** `cloudfunctions/database.json`, parsed. */
  database: unknown;
  /** `cloudfunctions/storage.json`, parsed. */
  storage: unknown;
  functions: readonly { name: string; config: unknown; files: ReadonlyMap<string, Uint8Array> }[];
  /** The variables of each function. */
  variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  websites: readonly string[];
}

const storageSchema = z.strictObject({
  read: z.union([z.string(), z.boolean()]),
  write: z.union([z.string(), z.boolean()]),
});

/** Describes what the environment shall be. @throws a sentence that names what is wrong in the sources */
export function manifestOf(sources: ManifestSources): Manifest {
  const { collections } = readDeclaration(sources.database);
  const storage = storageSchema.safeParse(sources.storage);
  if (!storage.success) throw new Error(`the rules of the storage are wrong: ${z.prettifyError(storage.error)}`);
  const names = sources.functions.map(({ name }) => name);
  const strangers = Object.keys(sources.variables).filter((name) => !names.includes(name));
  if (strangers.length > 0) throw new Error(`there are variables for ${strangers.join(', ')}, but no such function`);
  return {
    environment: sources.environment,
    collections: Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes })),
    storage: storage.data,
    functions: sources.functions.map((each) => functionOf(each, sources.variables[each.name] ?? {})),
    websites: sources.websites,
  };
}

function functionOf(
  { name, config, files }: ManifestSources['functions'][number],
  variables: Readonly<Record<string, string>>,
): WantedFunction {
  const parsed = configSchema.safeParse(config);
  if (!parsed.success) throw new Error(`config.json of ${name} is wrong: ${z.prettifyError(parsed.error)}`);
  const { memorySize, timeout, triggers, permissions } = parsed.data;
  const hash = hashOf(files);
  const environment = { ...variables, [codeVariable]: hash };
  const size = Object.entries(environment).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  if (size > longestEnvironment) {
    throw new Error(`the variables of ${name} have ${size} bytes; the cloud takes ${longestEnvironment}`);
  }
  return {
    name,
    runtime,
    handler,
    memory: memorySize,
    timeout,
    environment,
    triggers: triggers.map((trigger) => ({ name: trigger.name, cron: trigger.config })),
    openapi: permissions.openapi,
    files,
    hash,
  };
}

function hashOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}
