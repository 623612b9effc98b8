import { randomBytes } from 'node:crypto';
import { manifestOf, type Manifest, type ManifestSources } from '../../../scripts/deploy/manifest';
import type { DeploySettings } from '../../../scripts/deploy/settings';

export const settings: DeploySettings = {
  environment: 'gongping-1a2b3c',
  account: '100012345678',
  region: 'ap-shanghai',
  appid: 'wx0123456789abcdef',
  name: 'gongping.example.cn',
  keys: 'keys.json',
  websites: ['www.example.cn'],
};

/** 1.6 megabytes that no packing makes smaller: too large to go along with a call. */
export const largeFont = randomBytes(1.6 * 1024 * 1024);

export const sources: ManifestSources = {
  environment: settings.environment,
  database: {
    collections: {
      ballots: {
        indexes: [
          { name: 'mark', unique: true, keys: [['mark', 1]] },
          {
            name: 'waiting',
            unique: false,
            keys: [
              ['batch', 1],
              ['_id', -1],
            ],
          },
        ],
      },
      trail: { indexes: [] },
    },
  },
  storage: { read: 'true', write: 'false' },
  functions: [
    functionOf('documents', 'one', new Map([['font.otf', Buffer.from('a font')]])),
    functionOf('scheduler', 'one', new Map(), [{ name: 'tick', type: 'timer', config: '35 * * * * * *' }]),
    functionOf('voter', 'one'),
  ],
  variables: { voter: { MASTER_KEY: 'master', LOG_NAME: settings.name }, scheduler: { LOG_KEY: 'log' } },
  websites: settings.websites,
};

function functionOf(
  name: string,
  code: string,
  more: ReadonlyMap<string, Uint8Array> = new Map(),
  triggers: object[] = [],
): ManifestSources['functions'][number] {
  const config = { permissions: { openapi: [] }, timeout: 20, memorySize: 256, triggers };
  const files = new Map<string, Uint8Array>([
    ['index.js', Buffer.from(`exports.main = () => ${JSON.stringify(code)};`)],
    ['config.json', Buffer.from(JSON.stringify(config))],
    ...more,
  ]);
  return { name, config, files };
}

export const manifest: Manifest = manifestOf(sources);

/** The same with other code of one function. */
export function withCode(code: string): Manifest {
  const functions = sources.functions.map((each) => (each.name === 'voter' ? functionOf('voter', code) : each));
  return manifestOf({ ...sources, functions });
}

/** The same with a typeface as large as the real one's. */
export const largeManifest: Manifest = manifestOf({
  ...sources,
  functions: sources.functions.map((each) =>
    each.name === 'documents' ? functionOf('documents', 'one', new Map([['font.otf', largeFont]])) : each,
  ),
});
