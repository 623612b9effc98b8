import { urlInStorage } from '../files/storage-url';
import { asynchronous, Failure } from './answer';
import { need } from './parameters';

interface Request {
  url: string;
  method?: string;
  dataType?: string;
  responseType?: string;
}

/** wx.request for the one domain that is registered, the storage's; what lies there is the local cloud's. */
export function request(): unknown {
  return asynchronous('request', async (given: Request) => {
    need(given, { url: 'String' });
    const { url, method = 'GET', dataType = 'json', responseType = 'text' } = given;
    const inStorage = urlInStorage(url);
    if (inStorage === undefined) throw new Failure('url not in domain list');
    const reply = await fetch(inStorage, { method, cache: 'no-store' }).catch(() => {
      throw new Failure('');
    });
    if (reply.status === 502) throw new Failure('');
    return {
      data: responseType === 'arraybuffer' ? await reply.arrayBuffer() : textOf(await reply.text(), dataType),
      statusCode: reply.status,
      header: Object.fromEntries(reply.headers),
      cookies: [],
    };
  });
}

/** What is no JSON is handed over as it came. */
function textOf(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
