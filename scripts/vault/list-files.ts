import { credentials } from '../deploy/credentials';
import type { CloudAddress } from '../connect';
import { loadTool } from '../tools/on-demand';

/** The part of the vendor's tool that lists a storage, which no SDK does. */
interface Manager {
  new (options: object): {
    currentEnvironment: () => { lazyInit: () => Promise<unknown> };
    storage: { listDirectoryFiles: (folder: string) => Promise<{ Key: string }[]> };
  };
}

/** @returns what lists the files of a folder of an environment's storage */
export function filesOfEnvironment({ env = '', region }: CloudAddress): (folder: string) => Promise<string[]> {
  let opening: Promise<InstanceType<Manager>> | undefined;
  const open = async (): Promise<InstanceType<Manager>> => {
    const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy'];
    const CloudBase = loadTool('@cloudbase/manager-node') as Manager;
    const where = region ?? process.env['TENCENTCLOUD_REGION'] ?? 'ap-shanghai';
    const manager = new CloudBase({
      ...credentials(),
      envId: env,
      region: where,
      ...(proxy === undefined ? {} : { proxy }),
    });
    await manager.currentEnvironment().lazyInit();
    return manager;
  };
  return async (folder) => {
    opening ??= open();
    const found = await (await opening).storage.listDirectoryFiles(folder);
    // The object storage names folders that somebody made by hand like files.
    return found.map(({ Key }) => Key).filter((path) => !path.endsWith('/'));
  };
}

/** @returns the same for a local cloud */
export function filesOfLocalCloud(url: string): (folder: string) => Promise<string[]> {
  return async (folder) => {
    const response = await fetch(`${url}/files/${encodeURIComponent(folder)}`);
    if (!response.ok) throw new Error(`the local cloud does not list its files: ${response.status}`);
    return (await response.json()) as string[];
  };
}
