import { storageAddress } from './installation';

/** Where a picture is that the files name as seen from the poll's folder, two below the storage; none for one that is elsewhere. */
export function publicPicture(picture: string | undefined): string | undefined {
  const [, path] = /^\.\.\/\.\.\/(?!\.)(.+)$/.exec(picture ?? '') ?? [];
  return path === undefined ? undefined : `${storageAddress}/${path}`;
}
