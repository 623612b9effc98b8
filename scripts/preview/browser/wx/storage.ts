import { asynchronous } from './answer';

/**
 * wx's storage, one for each person, in the browser's own.
 * @param owner name of the person whose phone this is
 */
export function storage(owner: () => string): Record<string, unknown> {
  const place = (key: string): string => `preview:${owner()}:${key}`;
  const keys = (): string[] => {
    const prefix = place('');
    return Object.keys(localStorage).flatMap((each) => (each.startsWith(prefix) ? [each.slice(prefix.length)] : []));
  };
  const get = (key: string): unknown => {
    const text = localStorage.getItem(place(key));
    return text === null ? undefined : ((JSON.parse(text) as { data?: unknown }).data ?? '');
  };
  const set = (key: string, data: unknown): void => localStorage.setItem(place(key), JSON.stringify({ data }));
  const remove = (key: string): void => localStorage.removeItem(place(key));
  const clear = (): void => keys().forEach(remove);
  const info = (): object => ({ keys: keys(), currentSize: 1, limitSize: 10240 });
  return {
    getStorageSync: (key: string) => get(key) ?? '',
    setStorageSync: set,
    removeStorageSync: remove,
    clearStorageSync: clear,
    getStorageInfoSync: info,
    getStorage: asynchronous('getStorage', ({ key }: { key: string }) => {
      const data = get(key);
      if (data === undefined) throw new Error('data not found');
      return { data };
    }),
    setStorage: asynchronous('setStorage', ({ key, data }: { key: string; data: unknown }) => set(key, data)),
    removeStorage: asynchronous('removeStorage', ({ key }: { key: string }) => remove(key)),
    clearStorage: asynchronous('clearStorage', clear),
    getStorageInfo: asynchronous('getStorageInfo', info),
  };
}
