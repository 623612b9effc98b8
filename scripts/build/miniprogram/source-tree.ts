import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The library whose components pages name as `tdesign-miniprogram/…`. */
export const tdesign = 'tdesign-miniprogram';

/** Where what the app shares with the cloud lies in the built mini-program. */
const shared = 'shared';

/**
 * Where each file of the built mini-program comes from. Files are named by their path in the build
 * ("pages/home/home.wxml", "miniprogram_npm/tdesign-miniprogram/button/button.json"), with forward slashes. Each is read once: a build
 * is of one state.
 */
export class SourceTree {
  private readonly texts = new Map<string, string>();
  private readonly roots: readonly { prefix: string; folder: string }[];

  /**
   * @param app folder that holds app.json
   * @param project folder that holds node_modules and cloudfunctions
   * @param given what stands in place of a file's own text, by its place
   */
  constructor(
    readonly app: string,
    readonly project: string,
    private readonly given: ReadonlyMap<string, string> = new Map(),
  ) {
    this.roots = [
      {
        prefix: `miniprogram_npm/${tdesign}/`,
        folder: path.join(project, 'node_modules', tdesign, 'miniprogram_dist'),
      },
      { prefix: `${shared}/`, folder: path.join(project, 'cloudfunctions/shared/universal') },
      { prefix: '', folder: app },
    ];
  }

  /** Absolute path of the file that `built` is made from; it need not exist. */
  sourceOf(built: string): string {
    const root = this.roots.find(({ prefix }) => built.startsWith(prefix));
    return path.join(root?.folder ?? this.app, built.slice(root?.prefix.length ?? 0));
  }

  /** The path in the build of a source file, or null when that file may not be part of the mini-program. */
  builtPathOf(source: string): string | null {
    for (const { prefix, folder } of this.roots) {
      const relative = path.relative(folder, source);
      if (!relative.startsWith('..')) return prefix + relative.split(path.sep).join('/');
    }
    return null;
  }

  /** What stands in place of a file's own text; undefined where it is its own. */
  givenFor(built: string): string | undefined {
    return this.given.get(built);
  }

  has(built: string): boolean {
    return existsSync(this.sourceOf(built));
  }

  read(built: string): string {
    const known = this.texts.get(built);
    if (known !== undefined) return known;
    const text = this.given.get(built) ?? readFileSync(this.sourceOf(built), 'utf8');
    this.texts.set(built, text);
    return text;
  }

  /** Paths of everything that is ours: the app's folder and what it shares with the cloud. */
  ownFiles(): string[] {
    const own = this.roots.filter(({ folder }) => !folder.includes('node_modules') && existsSync(folder));
    return own.flatMap(({ folder }) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    );
  }

  /** Built path of a page's or component's script, whose source may be TypeScript, or null when there is none. */
  scriptOf(component: string): string | null {
    return [`${component}.ts`, `${component}.js`].find((candidate) => this.has(candidate)) ?? null;
  }
}

export function isFromLibrary(built: string): boolean {
  return built.startsWith('miniprogram_npm/');
}
