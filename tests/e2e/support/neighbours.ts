import { callFunction } from '../../../scripts/preview/cloud-door';
import { gongping } from '../../../scripts/start/program';
import { bringResidents } from '../../../scripts/start/residents';
import type { Product } from './product';

/** Lets twenty others vote, so that all who wait are counted, as the preview's panel does it. */
export async function bringNeighbours({ cloud }: Product, pollId: string): Promise<void> {
  const scene = {
    path: `packages/voter/poll/poll?id=${pollId}`,
    call: (caller: string, name: string, event: object) =>
      callFunction({ url: cloud.url, program: gongping }, name, caller, event).then((reply): Promise<unknown> =>
        reply.json(),
      ),
    fireTimer: async (name: string): Promise<void> => {
      await cloud.fireTimer(name);
    },
  };
  await bringResidents(scene, () => undefined);
}
