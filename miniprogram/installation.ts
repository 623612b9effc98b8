// What differs from one installation to the next and is needed before the cloud can be asked. Whoever installs writes it here.

/**
 * Where this installation's cloud storage answers everybody by plain https, without a slash at the end:
 * https://BUCKET.tcb.qcloud.la, as the console shows it at any file. Pages in WeChat's timeline read the public files there, and
 * nowhere else: no link can make them show figures of another storage. Receipts read there what is overwritten in place, past every
 * cache. What stands here now is the local cloud's.
 */
export const storageAddress = 'https://storage.gongping.invalid';
