import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyDeployment, rollBack, type Progress } from '../../../scripts/deploy/apply';
import type { Manifest } from '../../../scripts/deploy/manifest';
import { DeployRecord } from '../../../scripts/deploy/record';
import type { Tencent } from '../../../scripts/deploy/tencent';
import { directTo } from './fake/direct';
import type { FakeCloud } from './fake/fake-cloud';
import { manifest, settings } from './manifests';

/** One machine that deploys: it has a folder, and each run reads it anew, as another process does. */
export class Machine {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gongping-deploy-'));
  private readonly quiet: Progress = { step: () => undefined, beforeTimers: () => Promise.resolve(), pause: 0 };

  get record(): DeployRecord {
    return new DeployRecord(this.folder);
  }

  apply(
    cloud: FakeCloud,
    wanted: Manifest = manifest,
    progress: Partial<Progress> = {},
    door?: Tencent,
  ): Promise<number> {
    return applyDeployment(door ?? directTo(cloud), settings, wanted, this.record, { ...this.quiet, ...progress });
  }

  rollBack(cloud: FakeCloud): Promise<string[]> {
    return rollBack(directTo(cloud), settings, this.record, this.quiet);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Sees that all of the manifest is there, with this code of one function. */
export function expectWhole(cloud: FakeCloud, code = 'one'): void {
  const { tables, functions, storage } = cloud;
  expect([...tables].map(([name, { acl }]) => [name, acl])).toEqual([
    ['ballots', 'ADMINONLY'],
    ['trail', 'ADMINONLY'],
  ]);
  const indexes = tables
    .get('ballots')
    ?.indexes.map(({ Name, Unique, Keys }) => [Name, Unique, Keys.map((key) => key.Direction)]);
  expect(indexes).toEqual([
    ['_openid_1', false, ['1']],
    ['mark', true, ['1']],
    ['waiting', false, ['1', '-1']],
  ]);
  expect(storage).toEqual({ AclTag: 'CUSTOM', Rule: JSON.stringify(manifest.storage) });
  expect([...functions.keys()].sort()).toEqual(['documents', 'scheduler', 'voter']);
  expect(Buffer.from(functions.get('voter')?.files.get('index.js') ?? []).toString()).toContain(`"${code}"`);
  const { Runtime, Timeout, variables } = functions.get('voter') ?? {};
  expect({ Runtime, Timeout }).toEqual({ Runtime: 'Nodejs20.19', Timeout: 20 });
  expect(variables).toMatchObject({ MASTER_KEY: 'master', LOG_NAME: settings.name });
  expect(functions.get('scheduler')?.triggers).toMatchObject([{ TriggerName: 'tick', TriggerDesc: '35 * * * * * *' }]);
  expect({ websites: cloud.websites, origins: cloud.origins }).toEqual({
    websites: ['www.example.cn'],
    origins: ['www.example.cn'],
  });
}
