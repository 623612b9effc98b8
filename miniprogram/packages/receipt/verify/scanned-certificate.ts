import { readCode } from '../../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { decodeScene } from '../../../../cloudfunctions/shared/universal/scene';
import type { Scanned } from '../../../phone/scanning';
import { certificatePage } from '../../../routes';

/**
 * The certificate that a scanned code is of: the mini-program's code on it names its poll and its number in a scene, and whoever has
 * made a plain code of the number alone means the poll at hand.
 * @param pollId of the poll that is looked at; '' for none
 * @returns null for any other code
 */
export function scannedCertificate(scanned: Scanned, pollId: string): { pollId: string; code: string } | null {
  if ('text' in scanned) {
    const code = readCode(scanned.text);
    return code === null || pollId === '' ? null : { pollId, code };
  }
  const [page = '', query = ''] = scanned.path.replace(/^\//, '').split('?');
  if (page !== certificatePage) return null;
  const scene = query
    .split('&')
    .find((part) => part.startsWith('scene='))
    ?.slice('scene='.length);
  const read = scene === undefined ? null : decodeScene(scene);
  const code = readCode(read?.candidateId ?? '');
  return read === null || code === null ? null : { pollId: read.pollId, code };
}
