// Phones' clocks are wrong: what the app says about time rests on the server's.

let offset = 0;

/** Learns the server's time from a reply. @param now epoch milliseconds */
export function observeServerTime(now: number): void {
  offset = now - Date.now();
}

/** The server's time as well as this phone knows it, epoch milliseconds; the phone's own before the first reply. */
export function serverNow(): number {
  return Date.now() + offset;
}
