// Serves conformance alone; see the README.

import { notOffered } from './refusal';
import type { RequestBody } from './request';

/** Reads by filter and `updateAndReturn` are among them, as the SDK's own tests on the real cloud show. */
const TRANSACTIONAL = new Set(
  ['insertDocument', 'getDocument', 'modifyDocument', 'modifyAndReturnDoc', 'removeDocument'].map(
    (name) => `database.${name}`,
  ),
);

/**
 * Refuses what CloudBase does not do within a transaction: writes by filter, counts, aggregations
 * (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction.html). The SDK sends these without
 * the transaction's id, so that they take place outside it; only a request made by hand comes here.
 */
export function checkTransactional(action: string, body: RequestBody): void {
  const isOfMany = (action === 'database.modifyDocument' || action === 'database.removeDocument') && !isOne(body);
  if (isOfMany || !TRANSACTIONAL.has(action)) {
    throw notOffered(`${action}${isOfMany ? ' by filter' : ''} within a transaction`);
  }
}

/** Whether a request is for one document by its id. */
export function isOne(body: RequestBody): boolean {
  return body['queryType'] === 'DOC';
}
