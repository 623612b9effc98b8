import { mediaTypeOf } from '../files/file-types';

/** Gives a file to the browser, as it gives any download. */
export function offerDownload(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mediaTypeOf(name) }));
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
