interface State {
  isHidden: boolean;
  withTicket: boolean;
}

const states = new WeakMap<object, State>();

/** What a page has said about being shared, by `wx.showShareMenu` and its like. */
export function shareStateOf(page: object): State {
  return states.get(page) ?? { isHidden: false, withTicket: false };
}

export function changeShareState(page: object | undefined, change: Partial<State>): void {
  if (page) states.set(page, { ...shareStateOf(page), ...change });
}
