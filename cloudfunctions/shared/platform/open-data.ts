import cloud from 'wx-server-sdk';

/**
 * Which chat group the caller opened a card in, as the platform says.
 * @param cloudId of wx.getGroupEnterInfo, as a string: one that the SDK resolves in the event looks like any object a caller
 *   could make
 * @returns the group's id for this mini-program; null when the platform does not vouch for it: another person's, too old, or made up
 */
export async function openGroupId(cloudId: string): Promise<string | null> {
  // The typings leave out that it is a promise, and what is in the list.
  const asked = cloud.getOpenData({ list: [cloudId] }) as unknown as Promise<{
    list: { data?: { opengid?: unknown } }[];
  }>;
  const [answer] = (await asked).list;
  const id = answer?.data?.opengid;
  return typeof id === 'string' && id !== '' ? id : null;
}
