import { verify } from '@stablelib/ed25519';
import { certificateView, type CertificateView } from '../../../../cloudfunctions/shared/universal/certificate-words';
import {
  checkCertificate,
  type CertificateVerdict,
} from '../../../../cloudfunctions/shared/universal/ledger/check/check-certificate';
import { readCode } from '../../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { plainHasher } from '../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { readPublicLogFile } from '../../../services/log-files';
import { readPublicPoll, type PublicPoll } from '../../../services/public-files';
import { rememberLog, seenLog } from '../receipt/kept-checkpoints';

/**
 * Checks a certificate's code against the poll's public log, from the files that anybody can read; no function is asked.
 * @returns null for what can be no code
 */
export async function checkCode(pollId: string, typed: string): Promise<CertificateView | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const found = await readPublicPoll(pollId);
  if (typeof found === 'string') {
    return certificateView({ kind: 'unreachable' }, { code, title: '', organiser: '', at: null });
  }
  let verdict = await checkOnce(code, found);
  // The log may have grown between two files: only what comes twice is an alarm.
  if (verdict.kind === 'alarm') {
    const again = await readPublicPoll(pollId);
    if (typeof again !== 'string') verdict = await checkOnce(code, again);
  }
  const { poll, standings } = found;
  if (standings.log !== undefined && 'seen' in verdict && verdict.seen !== null) {
    rememberLog(standings.log.origin, verdict.seen);
  }
  return certificateView(verdict, { code, title: poll.title, organiser: poll.organiser, at: standings.at });
}

function checkOnce(code: string, { poll, standings: { log } }: PublicPoll): Promise<CertificateVerdict> {
  return checkCertificate(
    { code, log: log ?? null, candidates: poll.candidates, seen: log === undefined ? null : seenLog(log.origin) },
    { hasher: plainHasher, verify, read: (path) => readPublicLogFile(poll.id, path) },
  );
}
