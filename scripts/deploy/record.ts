import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { StorageRules } from './manifest';

const rules = z.object({ read: z.union([z.string(), z.boolean()]), write: z.union([z.string(), z.boolean()]) });

const recordSchema = z.object({
  /** The last apply came to its end. */
  isFinished: z.boolean(),
  /** The storage's rules that were written last: others there are somebody else's. */
  storage: rules.optional(),
  /** The code that ran before, each in a file beside. */
  former: z.array(z.object({ name: z.string(), handler: z.string(), hash: z.string().optional(), file: z.string() })),
});

/** A function's code as it ran before. */
export interface FormerCode {
  name: string;
  handler: string;
  /** Undefined where this tool had not put it there. */
  hash: string | undefined;
  archive: Buffer;
}

/** Beside the settings, in a folder that git ignores. */
export function recordFolder(settingsFile: string, environment: string): string {
  return path.join(path.dirname(path.resolve(settingsFile)), '.data/deploy', environment);
}

/** What is kept on the machine that deploys: the way back, and which rules are ours. No secret is in it. */
export class DeployRecord {
  private state: z.infer<typeof recordSchema>;
  private readonly file: string;

  /** @param folder of one environment; made when there is something to keep */
  constructor(private readonly folder: string) {
    this.file = path.join(folder, 'record.json');
    this.state = existsSync(this.file)
      ? recordSchema.parse(JSON.parse(readFileSync(this.file, 'utf8')))
      : { isFinished: true, former: [] };
  }

  get storage(): StorageRules | undefined {
    return this.state.storage;
  }

  /** A run begins. What one that was killed has kept goes on to be the way back. */
  begin(): void {
    if (this.state.isFinished) this.state = { ...this.state, isFinished: false, former: [] };
    this.write();
  }

  finish(): void {
    this.state = { ...this.state, isFinished: true };
    this.write();
  }

  rolledBack(): void {
    this.state = { ...this.state, isFinished: true, former: [] };
    this.write();
  }

  hasFormer(name: string): boolean {
    return this.state.former.some((each) => each.name === name);
  }

  keepFormer({ name, handler, hash, archive }: FormerCode): void {
    mkdirSync(this.folder, { recursive: true });
    const file = `${name}.zip`;
    writeFileSync(path.join(this.folder, file), archive);
    this.state = {
      ...this.state,
      former: [...this.state.former, { name, handler, ...(hash === undefined ? {} : { hash }), file }],
    };
    this.write();
  }

  keepStorage(written: StorageRules): void {
    this.state = { ...this.state, storage: written };
    this.write();
  }

  former(): FormerCode[] {
    return this.state.former.map(({ name, handler, hash, file }) => ({
      name,
      handler,
      hash,
      archive: readFileSync(path.join(this.folder, file)),
    }));
  }

  private write(): void {
    mkdirSync(this.folder, { recursive: true });
    // Whole or not at all, whenever this is killed.
    writeFileSync(`${this.file}.new`, `${JSON.stringify(this.state, null, 2)}\n`);
    renameSync(`${this.file}.new`, this.file);
  }
}
