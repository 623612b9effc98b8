/** Reads what this phone keeps under `key`; `fallback` where there is nothing or nothing that `isValid` accepts. */
export function readStored<Value>(key: string, isValid: (stored: unknown) => stored is Value, fallback: Value): Value {
  const stored: unknown = wx.getStorageSync(key);
  return isValid(stored) ? stored : fallback;
}

/** Keeps `value` on this phone. A full or refused storage loses the value and nothing else. */
export function store(key: string, value: unknown): void {
  try {
    wx.setStorageSync(key, value);
  } catch {
    // Storage is a convenience here; whatever counts lies on the server.
  }
}

/** Forgets what is kept under `key`. */
export function dropStored(key: string): void {
  wx.removeStorageSync(key);
}
