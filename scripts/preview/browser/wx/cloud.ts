import { asynchronous, WxError } from './answer';

/** What WeChat's client answers when a function could not be reached or broke. */
const functionFailed = -504002;
const notConnected = -1;

/**
 * wx.cloud against the local cloud, by way of the preview's server, which alone says who is calling.
 * @param caller name of the person whose phone this is
 */
export function cloud(caller: () => string): Record<string, unknown> {
  let isReady = false;
  return {
    init: () => {
      isReady = true;
    },
    CloudID: class {
      constructor(readonly cloudID: string) {}
    },
    callFunction: asynchronous('cloud.callFunction', async ({ name, data }: { name: string; data?: unknown }) => {
      if (!isReady) throw new WxError("Cloud API isn't enabled, please call wx.cloud.init first", -501000);
      const url = `/functions/${encodeURIComponent(name)}?as=${encodeURIComponent(caller())}`;
      const reply = await reach(url, JSON.stringify(data ?? {}));
      const body = await reply.text();
      if (reply.status === 502) throw new WxError('cloud.callFunction:fail request:fail', notConnected);
      if (!reply.ok)
        throw new WxError(
          `cloud.callFunction:fail Error: errCode: ${functionFailed} | errMsg: ${body}`,
          functionFailed,
        );
      return { result: body === '' ? null : (JSON.parse(body) as unknown), requestID: crypto.randomUUID() };
    }),
    getTempFileURL: asynchronous(
      'cloud.getTempFileURL',
      ({ fileList }: { fileList: (string | { fileID: string })[] }) => ({
        fileList: fileList.map((file) => {
          const fileID = typeof file === 'string' ? file : file.fileID;
          return { fileID, tempFileURL: urlOf(fileID), status: 0, errMsg: 'ok' };
        }),
      }),
    ),
    downloadFile: asynchronous('cloud.downloadFile', async ({ fileID }: { fileID: string }) => {
      const reply = await fetch(urlOf(fileID));
      if (!reply.ok) throw new WxError('cloud.downloadFile:fail file does not exist', -503003);
      const tempFilePath = `wxfile://${URL.createObjectURL(await reply.blob())}`;
      return { tempFilePath, statusCode: 200 };
    }),
  };
}

function urlOf(fileID: string): string {
  return new URL(`/cloud-file?id=${encodeURIComponent(fileID)}`, location.href).href;
}

async function reach(url: string, body: string): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  } catch {
    throw new WxError('cloud.callFunction:fail request:fail', notConnected);
  }
}
