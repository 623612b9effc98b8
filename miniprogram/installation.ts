// What differs from one installation to the next and is needed before the cloud can be asked. A build for an installation writes it from
// its installation.json; what stands here is the local cloud's.

/** The CloudBase environment; empty for the one that WeChat has for this mini-program. */
export const environment: string = '';

/**
 * Where this installation's cloud storage answers everybody by plain https, without a slash at the end:
 * https://BUCKET.tcb.qcloud.la, as the console shows it at any file. Pages in WeChat's timeline read the public files there, and
 * nowhere else: no link can make them show figures of another storage. Receipts read there what is overwritten in place, past every
 * cache.
 */
export const storageAddress = 'https://storage.gongping.invalid';
