import { asynchronous, Failure, WxError } from './answer';
import { cloudFiles } from './cloud-files';
import { need } from './parameters';

/** What WeChat's client answers when a function could not be reached or broke. */
const functionFailed = -504002;
const notConnected = -1;
const notInitialised = -501000;
const wrongType = -401003;

/** Abilities of wx.cloud that nothing here needs. No client reaches the database: that is what functions are for. */
const notOffered = ['database', 'callContainer', 'connectContainer', 'CDN'];

/**
 * wx.cloud against the local cloud, by way of the preview's server, which alone says who is calling.
 * @param caller name of the person whose phone this is
 * @param isAnonymous whether functions are called by nobody, as from a single page of the timeline
 */
export function cloud(caller: () => string, isAnonymous: boolean): Record<string, unknown> {
  let isReady = false;
  const ready = (): void => {
    if (!isReady) throw new WxError("Cloud API isn't enabled, please call wx.cloud.init first", notInitialised);
  };
  const refuse = (name: string) => (): never => {
    throw new WxError(`cloud.${name}:fail is not offered by the preview`);
  };
  return {
    ...Object.fromEntries(notOffered.map((name) => [name, refuse(name)])),
    init: () => {
      isReady = true;
    },
    CloudID: class {
      constructor(readonly cloudID: string) {}
    },
    callFunction: asynchronous('cloud.callFunction', async (given: { name: string; data?: unknown }) => {
      ready();
      need(given, { name: 'String' }, wrongType);
      const who = isAnonymous ? '' : `?as=${encodeURIComponent(caller())}`;
      const url = `/functions/${encodeURIComponent(given.name)}${who}`;
      const reply = await reach(url, JSON.stringify(given.data ?? {}));
      const body = await reply.text();
      if (reply.status === 502) throw new Failure('request:fail', notConnected);
      if (!reply.ok) throw new Failure(`Error: errCode: ${functionFailed} | errMsg: ${body}`, functionFailed);
      return { result: body === '' ? null : (JSON.parse(body) as unknown), requestID: crypto.randomUUID() };
    }),
    ...cloudFiles(caller, ready),
  };
}

async function reach(url: string, body: string): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  } catch {
    throw new Failure('request:fail', notConnected);
  }
}
