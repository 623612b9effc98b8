import { hostNames } from '../../cloudfunctions/shared/universal/poll-fields';
import { readPoll } from '../../cloudfunctions/shared/universal/read-board';

/** What of a board's poll says no more than the log does, or which office held it: by that certificates are checked. */
const staying = [
  ...['v', 'id', 'title', 'stages', 'reached', 'callOff', 'notice', 'tracesForgottenAt', 'seats', 'lot'],
  ...['countPolicy', 'choices', 'withdrawal', 'groups', 'measure'],
  ...hostNames,
];
/** Of a candidate, what the log's own list of candidates holds, and whether it was out. */
const ofCandidate = ['id', 'number', 'name', 'group', 'withdrawn', 'frozen'];

/**
 * What stays public of a `poll.json`: no picture, no description, no unit.
 * @returns null where it is none, and nothing of it may stay
 */
export function erasedBoard(content: Buffer): Buffer | null {
  let value: unknown;
  try {
    value = JSON.parse(content.toString());
  } catch {
    return null;
  }
  const poll = readPoll(value);
  if (poll === null) return null;
  const candidates = poll.candidates.map((candidate) => ({ ...only(candidate, ofCandidate), unit: '' }));
  return Buffer.from(JSON.stringify({ ...only(poll, staying), candidates }));
}

function only(value: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}
