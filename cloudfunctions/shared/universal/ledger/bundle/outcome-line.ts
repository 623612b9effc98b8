import { bytesToHex } from '@noble/hashes/utils.js';
import type { RecountFailure } from './recount-failure';
import type { RecountReport } from './recounter';

/** The same line from every recounter, so that two can be compared byte by byte. It is JSON. */
export function outcomeLine(outcome: RecountFailure | RecountReport): string {
  if ('code' in outcome) return JSON.stringify({ ok: false, code: outcome.code, line: outcome.line });
  const { key, state, checkpoints, root, result } = outcome;
  const { award } = state;
  return JSON.stringify({
    ok: true,
    origin: key.name,
    entries: state.size,
    checkpoints,
    root: bytesToHex(root),
    rulings: state.rulings.length,
    ...(award.notices.length > 0 ? { notices: award.notices.length } : {}),
    ...(award.revoked.size > 0 ? { revoked: [...award.revoked] } : {}),
    ...(award.callOff ? { calledOff: true } : {}),
    result,
  });
}
