import { watch } from 'node:fs';
import path from 'node:path';

/** Files that are saved together come within this time, milliseconds. */
const together = 60;

/**
 * Acts whenever files in these folders were saved, one act at a time: what is saved meanwhile is the next one's. What an act throws is
 * printed, and the next one tried, with the files of the failed one as well.
 * @param act is given the paths of what was saved
 * @returns ends it
 */
export function onChange(
  folders: readonly string[],
  act: (files: ReadonlySet<string>) => Promise<unknown>,
): () => void {
  let saved = new Set<string>();
  /** Whether something was saved since the last act began. */
  let isNew = false;
  let timer: NodeJS.Timeout | undefined;
  let isActing = false;

  async function run(): Promise<void> {
    if (isActing || !isNew) return;
    isActing = true;
    isNew = false;
    const files = saved;
    saved = new Set();
    try {
      await act(files);
    } catch (error) {
      for (const file of files) saved.add(file);
      console.error(error instanceof Error ? error.message : error);
    }
    isActing = false;
    void run();
  }

  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_, file) => {
      // Editors write beside a file what is none of ours.
      if (file === null || /(~|\.sw.|\.tmp)$/.test(file)) return;
      saved.add(path.join(folder, file));
      isNew = true;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), together);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
