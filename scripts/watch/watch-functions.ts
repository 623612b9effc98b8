import { functionBuilder } from '../build/functions';
import type { LocalCloud } from '../local-cloud/start';
import { onChange } from './on-change';

/**
 * Builds a function anew whenever a file of it is saved: its next call is answered by what was saved. The others, which have nothing of
 * that file, keep running as they are. A `config.json` is read when the cloud starts.
 * @param sources folder that holds the functions and their core
 * @param built where they were built to, which is where the cloud has them from; ours unless told
 * @returns ends it
 */
export async function watchFunctions(
  sources: string,
  cloud: Pick<LocalCloud, 'renewFunctions'>,
  built?: string,
): Promise<() => void> {
  const builder = await functionBuilder(sources, built);
  // Which files are whose is known once they were built here.
  await builder.rebuild(new Set());
  const end = onChange([sources], async (files) => {
    const startedAt = performance.now();
    const names = await builder.rebuild(files);
    if (names.length === 0) return;
    cloud.renewFunctions(names);
    console.log(`${names.join(', ')} built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
  return () => {
    end();
    void builder.dispose();
  };
}
