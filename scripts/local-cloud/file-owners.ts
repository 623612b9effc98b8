import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Which client made which file; what a function made is nobody's. */
export class FileOwners {
  constructor(private readonly folder: string) {}

  of(path: string): string | undefined {
    const record = this.recordOf(path);
    return existsSync(record) ? readFileSync(record, 'utf8') : undefined;
  }

  note(path: string, openid: string): void {
    const record = this.recordOf(path);
    mkdirSync(dirname(record), { recursive: true });
    writeFileSync(record, openid);
  }

  forget(path: string): void {
    rmSync(this.recordOf(path), { force: true });
  }

  private recordOf(path: string): string {
    return join(this.folder, `${path}.owner`);
  }
}
