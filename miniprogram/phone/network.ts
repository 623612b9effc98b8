/** Calls `follow` whenever the phone loses the network or has it again. Returns what ends it. */
export function watchNetwork(follow: (isConnected: boolean) => void): () => void {
  const listener = (status: object): void => follow('isConnected' in status && status.isConnected === true);
  wx.onNetworkStatusChange(listener);
  return () => wx.offNetworkStatusChange(listener);
}
