import type { CertificateView } from '../../../../cloudfunctions/shared/universal/certificate-words';
import { printedCode, readCode } from '../../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { verifyWords } from '../text/verify';

export interface VerdictView extends CertificateView {
  /** The shape that stands with the word; '' for the exclamation mark. */
  ring: 'tick' | 'open' | '';
  /** What the button says: the same once more, where it is worth asking again. */
  action: string;
  hasPoll: boolean;
  /** It may be had as a picture. */
  hasPicture: boolean;
}

const rings = { valid: 'tick', revoked: '', none: 'open', unknown: 'open', alarm: '' } as const;

export function verdictView(view: CertificateView): VerdictView {
  const isOpen = view.state === 'unknown' || view.state === 'alarm';
  return {
    ...view,
    ring: rings[view.state],
    action: isOpen ? verifyWords.again : '',
    hasPoll: !isOpen,
    hasPicture: view.state === 'valid',
  };
}

/** A code as it is printed; what is none, as it was typed. */
export function shownCode(typed: string): string {
  const code = readCode(typed);
  return code === null ? typed : printedCode(code);
}
