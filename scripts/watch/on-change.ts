import { watch } from 'node:fs';

/** Files that are saved together come within this time, milliseconds. */
const together = 60;

/**
 * Acts whenever files in these folders were saved, one act at a time: what is saved meanwhile is the next one's. What an act throws is
 * printed, and the next one tried.
 * @returns ends it
 */
export function onChange(folders: readonly string[], act: () => Promise<unknown>): () => void {
  let isSaved = false;
  let timer: NodeJS.Timeout | undefined;
  let isActing = false;

  async function run(): Promise<void> {
    if (isActing || !isSaved) return;
    isActing = true;
    isSaved = false;
    try {
      await act();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
    isActing = false;
    void run();
  }

  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_, file) => {
      // Editors write beside a file what is none of ours.
      if (file === null || /(~|\.sw.|\.tmp)$/.test(file)) return;
      isSaved = true;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), together);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
