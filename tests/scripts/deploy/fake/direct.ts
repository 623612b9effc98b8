import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CloudRefusal, patiently, type Service, type Tencent } from '../../../../scripts/deploy/tencent';
import { zipOf } from '../../../../scripts/deploy/zip';
import { LostAnswer, type FakeCloud, type Fields } from './fake-cloud';

/** The fake without a network between: what the door of the real tool does, for tests that need hundreds of calls. */
export function directTo(cloud: FakeCloud): Tencent {
  const call = async (service: Service, action: string, parameters: Fields): Promise<unknown> => {
    // As it goes over the wire.
    const sent = JSON.parse(JSON.stringify(parameters)) as Fields;
    let answer;
    try {
      answer = await cloud.answer(service, action, sent);
    } catch (error) {
      if (error instanceof LostAnswer) throw new CloudRefusal(action, 'ECONNRESET', 'socket hang up');
      throw error;
    }
    const { Error: refused, ...rest } = answer.Response;
    if (refused !== undefined) throw new CloudRefusal(action, refused.Code, refused.Message);
    return rest;
  };
  return {
    read: patiently(call, () => Promise.resolve()),
    change: call,
    async putCode(folder, name) {
      await call('scf', 'GetTempCosInfo', { ObjectPath: name });
      const place = `/2026-11-29/${name}.zip`;
      const files = ['index.js', 'config.json', 'font.otf'].map((file): [string, Buffer] => [
        file,
        readFileSync(path.join(folder, name, file)),
      ]);
      cloud.packages.set(place, zipOf(new Map(files)));
      return place;
    },
    fetchCode(url) {
      const found = cloud.functions.get(new URL(url).pathname.slice(1));
      if (found === undefined) throw new CloudRefusal('GetFunctionAddress', '404', 'nothing there');
      return Promise.resolve(found.archive);
    },
    allowOrigin(domain) {
      if (!cloud.origins.includes(domain)) cloud.origins.push(domain);
      return Promise.resolve();
    },
  };
}
