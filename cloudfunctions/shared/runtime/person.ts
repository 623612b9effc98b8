import type { Refusal } from '../contract/errors';
import { currentCaller } from '../platform/caller';
import { acceptsDevtools } from '../platform/environment';

/** Somebody in WeChat's client. */
export interface Person {
  openid: string;
}

/** People come through WeChat's client and through nothing else: no other function, no HTTP, no timer. */
export function authorisePerson(): Person | Refusal {
  const { openid, source } = currentCaller();
  const isClient = source === 'wx_client' || (source === 'wx_devtools' && acceptsDevtools());
  if (isClient && openid !== '') return { openid };
  return {
    code: 'FORBIDDEN_SOURCE',
    message: 'only a person in WeChat’s client is served',
    details: { field: 'source' },
  };
}
