// An alarm's evidence as text to keep and to send: for people above, for whoever checks it below.
import {
  machineLine,
  type CopiedReceipt,
} from '../../../../cloudfunctions/shared/universal/ledger/receipt/copied-receipt';
import type { Alarm, Evidence } from '../../../../cloudfunctions/shared/universal/ledger/check/verdict';
import { alarmText } from '../../../text/receipt-check';
import { dateTimeText } from '../../../../cloudfunctions/shared/universal/times';

/** @param at when the check was made, epoch milliseconds */
export function evidenceText(receipt: CopiedReceipt, alarm: Alarm, evidence: Evidence, at: number): string {
  const { what, means } = alarmText(alarm);
  const { key, seenKey, notes, files, index, path } = evidence;
  return [
    '公评核对证据',
    `回执码：${receipt.code}`,
    `核对时间：${dateTimeText(at)}`,
    `结果：${what}（${alarm}）`,
    means,
    ...(index === null ? [] : [`账册位置：第 ${index + 1} 条`]),
    ...(path === null ? [] : [`出错的文件：${path}`]),
    '',
    '签了名的回执：',
    machineLine(receipt),
    ...(key === null ? [] : ['', '账册的公钥：', key]),
    ...(seenKey === null ? [] : ['', '本机第一次见到的公钥：', seenKey]),
    ...notes.flatMap((note) => ['', '签名页：', note.trimEnd()]),
    ...(files.length === 0 ? [] : ['', '读到的文件及其 SHA-256：']),
    ...files.map(({ path: name, sha256 }) => `${sha256}  ${name}`),
  ].join('\n');
}
