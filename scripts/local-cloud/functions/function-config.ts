import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** CloudBase's time-out for a function that names none, in seconds. */
const DEFAULT_TIMEOUT_S = 3;

/** Its memory where a function names none, in MB. */
const DEFAULT_MEMORY_MB = 256;

/** The parts of a function's `config.json` that the platform acts on. */
const configSchema = z.object({
  permissions: z.object({ openapi: z.array(z.string()).default([]) }).prefault({}),
  timeout: z.number().positive().max(900).default(DEFAULT_TIMEOUT_S),
  memorySize: z.number().int().min(128).max(3072).default(DEFAULT_MEMORY_MB),
  // The documentation allows one timer for each function, so a second one would silently not run.
  triggers: z
    .array(z.object({ name: z.string().min(1), type: z.literal('timer'), config: z.string() }))
    .max(1, 'CloudBase allows one timer for each function')
    .default([]),
});

/** One function as it is deployed. */
export interface FunctionConfig {
  name: string;
  /** The bundle to load. */
  entry: string;
  /** In seconds. */
  timeout: number;
  /** In MB. */
  memory: number;
  triggers: { name: string; config: string }[];
  /** The open APIs that it may call, such as `security.msgSecCheck`. */
  openapi: string[];
}

/**
 * Copies the built functions (each folder of `builtDir` with an `index.js`) to `deployedDir` and reads what was copied:
 * a running cloud must not change or break because somebody builds anew, just as a deployed one does not.
 * Throws on a `config.json` that CloudBase would refuse.
 */
export function deployFunctions(builtDir: string, deployedDir: string): FunctionConfig[] {
  rmSync(deployedDir, { recursive: true, force: true });
  const names = readdirSync(builtDir).filter((name) => existsSync(join(builtDir, name, 'index.js')));
  return names.map((name) => deployFunction(name, builtDir, deployedDir));
}

/** The same of one function. */
export function deployFunction(name: string, builtDir: string, deployedDir: string): FunctionConfig {
  const folder = join(deployedDir, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(builtDir, name), folder, { recursive: true });
  const { timeout, memorySize: memory, triggers, permissions } = readConfig(name, folder);
  return { name, entry: join(folder, 'index.js'), timeout, memory, triggers, openapi: permissions.openapi };
}

function readConfig(name: string, folder: string): z.infer<typeof configSchema> {
  const path = join(folder, 'config.json');
  const parsed = configSchema.safeParse(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
  if (!parsed.success) throw new Error(`the config.json of the function "${name}": ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
