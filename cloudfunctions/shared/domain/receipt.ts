import { startOfHour } from './day';

const hour = 60 * 60 * 1000;
/** The public log advances at least every ten minutes. */
const publicationInterval = 10 * 60 * 1000;

/**
 * The instant by which a ballot is promised to be in the public log. It depends on the hour of the cast alone,
 * since the ballot keeps no finer time, so a retry gets the very same promise.
 * @param castAt epoch milliseconds
 */
export function promiseFor(castAt: number): number {
  return startOfHour(castAt) + hour + publicationInterval;
}

/** What the voter function signs, and anyone can rebuild from a receipt. */
export function receiptText(receipt: { origin: string; leafHash: string; promisedAt: number }): string {
  return `gongping receipt v1\n${receipt.origin}\n${receipt.leafHash}\n${receipt.promisedAt}\n`;
}

/** Crockford's base 32: no I, L, O, U to misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 40 bits of a leaf hash for people: "7K4M-Q2XD". */
export function receiptCode(leafHash: string): string {
  const bits = parseInt(leafHash.slice(0, 10), 16);
  let code = '';
  for (let place = 35; place >= 0; place -= 5) {
    if (place === 15) code += '-';
    code += alphabet.charAt(Math.floor(bits / 2 ** place) % 32);
  }
  return code;
}
