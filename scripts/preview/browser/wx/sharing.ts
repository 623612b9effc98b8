import type { Entry } from '../phone/entry';
import type { Router } from '../phone/router';
import { changeShareState } from '../phone/share-menu';
import { asynchronous, Failure } from './answer';

interface ShareMenuOptions {
  withShareTicket?: boolean;
}

/** WeChat's code for somebody who has left the group whose card is open. */
const notInGroup = 65206;

/** What page code says and asks about being shared, and about how it was entered. */
export function sharingFunctions(router: Router, entry: Entry, owner: () => string): Record<string, unknown> {
  const change = (state: Parameters<typeof changeShareState>[1]): void =>
    changeShareState(router.top?.page.instance, state);
  return {
    getLaunchOptionsSync: () => entry.launchOptions,
    getEnterOptionsSync: () => entry.enterOptions,
    showShareMenu: asynchronous('showShareMenu', ({ withShareTicket }: ShareMenuOptions) =>
      change({ isHidden: false, ...(withShareTicket === undefined ? {} : { withTicket: withShareTicket }) }),
    ),
    hideShareMenu: asynchronous('hideShareMenu', () => change({ isHidden: true })),
    updateShareMenu: asynchronous('updateShareMenu', ({ withShareTicket = false }: ShareMenuOptions) =>
      change({ withTicket: withShareTicket }),
    ),
    getGroupEnterInfo: asynchronous('getGroupEnterInfo', async () => {
      if (!entry.group) throw new Failure('invalid scene');
      const query = new URLSearchParams({ as: owner(), chat: entry.group.id });
      const reply = await fetch(`/group-enter?${query.toString()}`, { method: 'POST' });
      if (reply.status === 403) throw new Failure('user is not in the group', notInGroup);
      if (!reply.ok) throw new Failure('system error');
      // The local cloud's answer; the rest is what only a server of one's own could decrypt.
      const { cloudID } = (await reply.json()) as { cloudID: string };
      return { cloudID, encryptedData: btoa(crypto.randomUUID()), iv: btoa(crypto.randomUUID().slice(0, 16)) };
    }),
  };
}
