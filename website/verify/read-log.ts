import { verify } from '@stablelib/ed25519';
import { certificateView, type CertificateView } from '../../cloudfunctions/shared/universal/certificate-words';
import { checkCertificate } from '../../cloudfunctions/shared/universal/ledger/check/check-certificate';
import type { ReadLogFile } from '../../cloudfunctions/shared/universal/ledger/check/log-folder';
import { plainHasher } from '../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { readPoll, readStandings } from '../../cloudfunctions/shared/universal/read-board';
import { askFile } from '../shared/ask-file';

/** How long a file may take, milliseconds. */
const patience = 12_000;

/**
 * Checks a code against the log of a folder, by its public files alone.
 * @param folder without a slash at its end
 */
export async function verifyCode(folder: string, code: string): Promise<CertificateView> {
  const now = Date.now();
  const [pollFile, standingsFile] = await Promise.all([
    askFile(`${folder}/poll.json`, now),
    askFile(`${folder}/standings.json`, now),
  ]);
  const poll = pollFile.kind === 'content' ? readPoll(pollFile.content) : null;
  const standings = standingsFile.kind === 'content' ? readStandings(standingsFile.content) : null;
  const setting = { code, title: poll?.title ?? '', organiser: poll?.organiser ?? '', at: standings?.at ?? null };
  if (poll === null || standings === null) return certificateView({ kind: 'unreachable' }, setting);
  const verdict = await checkCertificate(
    { code, log: standings.log ?? null, candidates: poll.candidates, seen: null },
    { hasher: plainHasher, verify, read: fileReader(folder, now) },
  );
  return certificateView(verdict, setting);
}

/** What is overwritten in place is asked for past every cache, as the board does. */
function fileReader(folder: string, now: number): ReadLogFile {
  return async (path) => {
    try {
      const address = `${folder}/${path}${path === 'checkpoint' ? `?t=${now}` : ''}`;
      const response = await fetch(address, {
        cache: path === 'checkpoint' ? 'no-store' : 'default',
        credentials: 'omit',
        signal: AbortSignal.timeout(patience),
      });
      if ([401, 403, 404, 410].includes(response.status)) return 'MISSING';
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : 'UNREACHABLE';
    } catch {
      return 'UNREACHABLE';
    }
  };
}
