import type { DatabaseDeclaration } from '../../../scripts/local-cloud/database/declaration';
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../../scripts/local-cloud/start';
import { temporaryFolder } from './functions';

/** The collections of these tests: `things` with a unique and a plain index, `plain` with none of its own. */
export const declaration: DatabaseDeclaration = {
  collections: {
    things: {
      indexes: [
        { name: 'mark', unique: true, keys: [['mark', 1]] },
        {
          name: 'waiting',
          unique: false,
          keys: [
            ['batch', 1],
            ['_id', 1],
          ],
        },
      ],
    },
    plain: { indexes: [] },
  },
};

/** Starts a cloud on a free port, on a new folder and without functions unless told. */
export function startTestCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  return startLocalCloud({
    port: 0,
    dataDir: temporaryFolder(),
    functionsDir: temporaryFolder(),
    database: declaration,
    inbox: 'inbox',
    timers: false,
    log: () => undefined,
    ...options,
  });
}
