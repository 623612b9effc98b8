import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Tag names that a page or component may use, and the component file each stands for (without ending). */
export type UsedComponents = Map<string, string>;

/**
 * Reads `usingComponents` of a page or component together with the app’s.
 * Names that lead outside of the mini-program (TDesign) are left out.
 */
export function usedComponents(appDir: string, component: string): UsedComponents {
  const used: UsedComponents = new Map();
  for (const owner of [path.join(appDir, 'app'), component]) {
    for (const [tag, name] of Object.entries(declaredIn(`${owner}.json`))) {
      const target = name.startsWith('/') ? path.join(appDir, name) : path.resolve(path.dirname(owner), name);
      const file = [target, path.join(target, 'index')].find((candidate) => existsSync(`${candidate}.ts`));
      if (file) used.set(tag, file);
    }
  }
  return used;
}

function declaredIn(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  // WeChat’s own format; the build refuses one of another shape.
  const config = JSON.parse(readFileSync(file, 'utf8')) as { usingComponents?: Record<string, string> };
  return config.usingComponents ?? {};
}
