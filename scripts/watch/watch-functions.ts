import { functionBuilder } from '../build/functions';
import type { LocalCloud } from '../local-cloud/start';
import { onChange } from './on-change';

/**
 * Builds the functions anew whenever a file of them is saved: the next call is answered by what was saved. A `config.json` is read when
 * the cloud starts.
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
  const end = onChange([sources], async () => {
    const startedAt = performance.now();
    await builder.rebuild();
    cloud.renewFunctions();
    console.log(`The functions were built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  });
  return () => {
    end();
    void builder.dispose();
  };
}
