import type { ModuleBody } from './manifest';

/** Runs script files like WeChat's `require`: each once, by its path in the package. */
export class Modules {
  private readonly loaded = new Map<string, { exports: unknown }>();

  /** @param surroundings what every file finds after `require`, `module` and `exports` */
  constructor(
    private readonly bodies: Readonly<Record<string, ModuleBody>>,
    private readonly surroundings: () => readonly unknown[],
  ) {}

  has(file: string): boolean {
    return file in this.bodies;
  }

  load(file: string): unknown {
    const known = this.loaded.get(file);
    if (known) return known.exports;
    const body = this.bodies[file];
    if (!body) throw new Error(`module '${file}' is not defined`);
    const module = { exports: {} as unknown };
    this.loaded.set(file, module);
    const require = (name: string): unknown => this.load(this.find(file, name));
    body.call(undefined, require, module, module.exports, ...this.surroundings());
    return module.exports;
  }

  private find(from: string, name: string): string {
    const path = new URL(name, `file:///${from}`).pathname.slice(1);
    const candidates = [path, `${path}.js`, `${path}/index.js`];
    return candidates.find((candidate) => candidate in this.bodies) ?? path;
  }
}
