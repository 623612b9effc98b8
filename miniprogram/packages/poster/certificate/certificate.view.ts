import { failureState, type FailureState } from '../../../components/page-state/page-state.view';
import type { Failure } from '../../../services/cloud';
import {
  certificateDesigns,
  type CertificateDesign,
} from '../../../../cloudfunctions/shared/universal/certificate-layout';
import { pageStateWords } from '../../../text/buttons';
import type { MadeCertificate } from '../drawing/make-certificate';
import { certificatePageWords as words, noCertificateWords } from '../text/certificate';

export interface CertificateReady {
  kind: 'ready';
  file: string;
  label: string;
  isWide: boolean;
  design: CertificateDesign;
}

export type CertificatePicture = { kind: 'loading' } | CertificateReady | FailureState;

export const designRows = certificateDesigns.map((id) => ({ id, name: words.designs[id] }));

/** Why there is no certificate to draw. */
export function noCertificate(failure: Failure, now: number): FailureState {
  const { code } = failure;
  if (code === 'AWARD_REVOKED') return { kind: 'empty', drawing: 'mark', ...noCertificateWords.revoked };
  if (code === 'NOT_AWARDED' || code === 'CANDIDATE_NOT_FOUND') {
    return { kind: 'empty', drawing: 'mark', ...noCertificateWords.none };
  }
  const state = failureState(failure, now);
  return code === 'WECHAT_UNAVAILABLE' ? { ...state, ...noCertificateWords.code } : state;
}

/** @param name whose it is */
export function certificatePicture(
  made: MadeCertificate,
  design: CertificateDesign,
  name: string,
  now: number,
): CertificatePicture {
  if (made.ok) {
    const label = words.label(name, words.designs[design]);
    return { kind: 'ready', file: made.file, label, isWide: design === 'wide', design };
  }
  if (made.error === 'drawing') {
    return { kind: 'failed', drawing: 'fault', ...noCertificateWords.drawing, action: pageStateWords.retry };
  }
  return noCertificate(made.error, now);
}
