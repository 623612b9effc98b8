import {
  certificateLayouts,
  type Certificate,
  type CertificateDesign,
} from '../../../../cloudfunctions/shared/universal/certificate-layout';
import { cloudPicture, openSheet } from '../../../phone/canvas';
import type { Failure } from '../../../services/cloud';
import { drawCertificate } from './draw-certificate';

/** A temporary PNG; or why there is none, `drawing` where the phone itself did not manage. */
export type MadeCertificate = { ok: true; file: string } | { ok: false; error: Failure | 'drawing' };

/** Pixels a point: 150 an inch of A4, so that it can be printed, and an old phone still has the memory for it. */
const scale = 150 / 72;

/** @param code the picture of the code that leads to its check: a cloud file id */
export async function makeCertificate(
  certificate: Certificate,
  design: CertificateDesign,
  code: string,
): Promise<MadeCertificate> {
  try {
    const { page } = certificateLayouts[design];
    const sheet = openSheet({ width: Math.round(page.width * scale), height: Math.round(page.height * scale) });
    const picture = await cloudPicture(sheet, code);
    if (picture === null) return { ok: false, error: { code: 'OFFLINE', message: 'the code did not come' } };
    sheet.pen.scale(scale, scale);
    drawCertificate(sheet.pen, certificate, design, picture);
    return { ok: true, file: await sheet.toFile('png') };
  } catch {
    // An old phone may have too little memory for the canvas.
    return { ok: false, error: 'drawing' };
  }
}
