import { miniprogramBuilder } from '../build/miniprogram';
import type { Preview } from '../preview/server';
import { onChange } from './on-change';

/**
 * Builds of the mini-program what a saved file is in, and shows it in the phone: a changed style without touching the page, all else by
 * loading the same page again. A build that fails leaves what is there.
 * @param options.sources folder that holds app.json
 * @param options.shared folders beside it whose code it takes
 * @param options.appDir where it was built to
 * @returns ends it, once everything was built once more and so is known
 */
export async function watchApp(options: {
  sources: string;
  shared: readonly string[];
  appDir: string;
  preview: Pick<Preview, 'tell'>;
}): Promise<() => void> {
  const { sources, shared, appDir, preview } = options;
  const builder = miniprogramBuilder(sources, appDir);
  await builder.rebuild();
  return onChange([sources, ...shared], async () => {
    const startedAt = performance.now();
    const { changed } = await builder.rebuild();
    // What the functions alone use is no affair of the phone's.
    if (changed.length === 0) return;
    preview.tell(changed.every((file) => file.endsWith('.wxss')) ? 'style' : 'app');
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${changed.length < 4 ? changed.join(', ') : `${changed.length} files`} of the mini-program built in ${seconds} s.`,
    );
  });
}
