import { seededRandom, wholeBetween } from '../../../../scripts/random/random';
import { randomPoll } from '../random-poll';
import { bundleOf } from '../sample-bundle';
import { damageBytes } from './damage-bytes';
import { damageLines } from './damage-lines';
import { dishonestBundle } from './dishonest';

export interface Damaged {
  bytes: Buffer;
  /** What it was before, where a stranger damaged it; absent where whoever holds the key wrote it. */
  honest?: Buffer;
}

/** A bundle with something wrong, the same for the same seed: its bytes, its lines, what stands in it, or what was signed. */
export function damagedBundle(seed: number): Damaged {
  const random = seededRandom(`damage ${seed}`);
  const poll = randomPoll(`damaged poll ${seed % 97}`);
  const kind = wholeBetween(random, 0, 5);
  if (kind > 2) return { bytes: Buffer.from(dishonestBundle(random, poll)) };
  const honest = bundleOf(poll, { isResultLogged: random() < 0.5 });
  const bytes = kind === 0 ? damageBytes(random, Buffer.from(honest)) : Buffer.from(damageLines(random, honest));
  return { bytes, honest: Buffer.from(honest) };
}

/**
 * Whether a stranger's damage has left a bundle as it was. Of logs under rules older than version 3 nothing tells how many checkpoints
 * were published, so there one may be missing; rules of version 1 know nothing of what candidates are called.
 */
export function isAsItWas({ bytes, honest }: Damaged): boolean {
  if (honest === undefined || honest.equals(bytes)) return true;
  const [, version] = /^rules \S+ \{"v":(\d)/m.exec(honest.toString()) ?? [];
  if (version === '3') return false;
  const untold = version === '1' ? /^(?:checkpoint|end|candidate) .*\n/gm : /^(?:checkpoint|end) .*\n/gm;
  const told = (file: Buffer): string => file.toString().replace(untold, '');
  return told(honest) === told(bytes);
}
