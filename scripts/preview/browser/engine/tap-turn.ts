import { Failure } from '../wx/answer';

let isTapping = false;

/** Runs what a tap causes; until the next turn, abilities that want a tap are open. */
export function duringTap<Result>(act: () => Result): Result {
  isTapping = true;
  window.setTimeout(() => {
    isTapping = false;
  });
  return act();
}

/** WeChat lets some functions run in a tap's own turn only: after waiting for anything else they are refused. */
export function needTap(errCode?: number): void {
  if (!isTapping) throw new Failure('can only be invoked by user TAP gesture.', errCode);
}
