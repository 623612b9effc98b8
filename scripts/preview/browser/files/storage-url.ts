/** Where the browser finds what lies at the storage's https address; undefined for what lies elsewhere. */
export function urlInStorage(url: string): string | undefined {
  const { storageAddress } = PREVIEW_PROGRAM;
  const isThere = storageAddress !== undefined && url.startsWith(`${storageAddress}/`);
  return isThere ? `/storage${url.slice(storageAddress.length)}` : undefined;
}
