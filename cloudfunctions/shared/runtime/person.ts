import type { Refusal } from '../contract/errors';
import { currentCaller, type Caller } from '../platform/caller';
import { acceptsDevtools } from '../platform/environment';

/** Somebody in WeChat's client. */
export type Person = Omit<Caller, 'source'>;

/** People come through WeChat's client and through nothing else: no other function, no HTTP, no timer. */
export function authorisePerson(): Person | Refusal {
  const { source, ...person } = currentCaller();
  const isClient = source === 'wx_client' || (source === 'wx_devtools' && acceptsDevtools());
  if (isClient && person.openid !== '') return person;
  return {
    code: 'FORBIDDEN_SOURCE',
    message: 'only a person in WeChat’s client is served',
    details: { field: 'source' },
  };
}
