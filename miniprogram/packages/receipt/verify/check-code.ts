import { hexToBytes } from '@noble/hashes/utils.js';
import { verify } from '@stablelib/ed25519';
import { certificateView, type CertificateView } from '../../../../cloudfunctions/shared/universal/certificate-words';
import {
  checkCertificate,
  type CertificateVerdict,
} from '../../../../cloudfunctions/shared/universal/ledger/check/check-certificate';
import { certificateCode, readCode } from '../../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { readOutcomeFile } from '../../../../cloudfunctions/shared/universal/read-outcome';
import { plainHasher } from '../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { readPublicLogFile } from '../../../services/log-files';
import { readPublicFile, readPublicPoll, type PublicPoll } from '../../../services/public-files';
import { rememberLog, seenLog } from '../receipt/kept-checkpoints';

/**
 * The code of somebody's certificate, as whoever awarded it prints it: made of what is public, and to be checked like a typed one.
 * @returns '' where nothing can be read, or nobody is awarded
 */
export async function codeOf(pollId: string, candidateId: string): Promise<string> {
  const [found, outcome] = await Promise.all([
    readPublicPoll(pollId),
    readPublicFile(pollId, 'outcome.json', readOutcomeFile),
  ]);
  if (typeof found === 'string' || typeof outcome === 'string') return '';
  const { log } = found.standings;
  const isAwarded = outcome.winners.some(({ candidate }) => candidate === candidateId);
  if (log === undefined || outcome.result === undefined || !isAwarded) return '';
  const { leaf } = outcome.result;
  return /^[0-9a-f]{64}$/.test(leaf) ? certificateCode(log.origin, hexToBytes(leaf), candidateId) : '';
}

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
